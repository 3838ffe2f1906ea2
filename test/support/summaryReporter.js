/** Ends jest's output with one plain line that any CI can read. */
module.exports = class SummaryReporter {
	onRunComplete(_, { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites }) {
		// A suite that could not even start has no tests to count, and has failed all the same.
		const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
		console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`);
	}
};
