/** Prints what was proved as soon as it is, one line each, with the n8n version it was proved on. */
module.exports = class ProofReporter {
	onTestCaseResult(_, { status, ancestorTitles, title, duration }) {
		const where = ancestorTitles.join(' | ');
		const time = duration ? ` (${(duration / 1000).toFixed(1)} s)` : '';
		console.log(`${status.padEnd(7)} | ${where} | ${title}${time}`);
	}
};
