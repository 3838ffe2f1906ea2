// No workflow of the tests is in the zone of its process.
process.env.TZ = 'America/Sao_Paulo';

/** The tests run on the built package, as n8n's own loader reads it. */
module.exports = {
	testEnvironment: '<rootDir>/test/support/n8n/environment.js',
	resolver: '<rootDir>/test/support/n8n/resolver.js',
	roots: ['<rootDir>/test'],
	// Builds what is not built, so that one suite can be run by itself.
	globalSetup: '<rootDir>/test/support/globalSetup.ts',
	testMatch: ['**/*.test.ts'],
	// Suites that import sources get what is built of them, which alone is shipped.
	moduleNameMapper: { '^(?:\\.\\./)+((?:nodes|credentials)/.*)$': '<rootDir>/dist/$1' },
	transform: {
		// Without types, which `npm run typecheck` looks at: `isolatedModules` in that file.
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'test/tsconfig.json' }],
	},
	reporters: ['default', '<rootDir>/test/support/summaryReporter.js'],
	// Jest leaves one core free, which on a small machine is half of it.
	maxWorkers: '100%',
	// More than ten times what the longest test takes alone, so that a busy machine makes none red.
	testTimeout: 120_000,
};
