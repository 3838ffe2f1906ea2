/** The tests run on the built package, as n8n's own loader reads it: `npm test` builds first. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }],
	},
	collectCoverage: true,
	collectCoverageFrom: ['dist/**/*.js'],
	coverageReporters: ['text'],
	reporters: ['default', '<rootDir>/test/support/summaryReporter.js'],
	// n8n-core's import alone takes seconds on a small machine.
	testTimeout: 60_000,
};
