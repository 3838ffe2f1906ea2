/**
 * Ends jest's output with what failed, and one plain line that any CI can read: of a long output often only
 * the end is kept.
 */
module.exports = class SummaryReporter {
	onRunComplete(_, { testResults, ...run }) {
		for (const { testResults: tests, testExecError } of testResults) {
			if (testExecError) console.log(`failed: ${testExecError.message}`);
			for (const { status, fullName, failureMessages } of tests) {
				if (status === 'failed') console.log(`failed: ${fullName}\n${failureMessages.join('\n')}`);
			}
		}
		// A suite that could not even start has no tests to count, and has failed all the same.
		const failed = Math.max(run.numFailedTests, run.numFailedTestSuites > 0 ? 1 : 0);
		console.log(`${run.numPassedTests} passed, ${failed} failed, ${run.numPendingTests} skipped`);
	}
};
