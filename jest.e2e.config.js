/** Against a real n8n. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test/e2e'],
	globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
	testMatch: ['**/*.e2e.ts'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }],
	},
	reporters: [
		'default',
		'<rootDir>/test/e2e/support/proofReporter.js',
		'<rootDir>/test/support/summaryReporter.js',
	],
	maxWorkers: 1,
	testTimeout: 180_000,
};
