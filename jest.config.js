/** The tests run on the built package, as n8n's own loader reads it. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	// Builds what is not built, so that one suite can be run by itself.
	globalSetup: '<rootDir>/test/support/globalSetup.ts',
	testMatch: ['**/*.test.ts'],
	// Suites that import sources get what is built of them, which alone is measured and shipped.
	moduleNameMapper: { '^(?:\\.\\./)+((?:nodes|credentials)/.*)$': '<rootDir>/dist/$1' },
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
