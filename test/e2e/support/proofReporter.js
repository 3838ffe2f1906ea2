/** Prints what was proved, one line each, with the n8n version it was proved on. */
module.exports = class ProofReporter {
	onRunComplete(_, { testResults }) {
		const tests = testResults.flatMap((file) => file.testResults);
		for (const { status, ancestorTitles, title, duration } of tests) {
			const where = ancestorTitles.join(' | ');
			const time = duration ? ` (${(duration / 1000).toFixed(1)} s)` : '';
			console.log(`${status.padEnd(7)} | ${where} | ${title}${time}`);
		}
	}
};
