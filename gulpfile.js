const { src, dest } = require('gulp');

/** Copies what tsc leaves behind, next to the compiled nodes: icons, codex files, schemas of outputs. */
exports.default = () =>
	// Without `encoding: false`, gulp 5 reads every file as UTF-8 and corrupts binary icons.
	src(['nodes/**/*.{svg,png,node.json}', 'nodes/**/__schema__/**/*.json'], {
		encoding: false,
	}).pipe(dest('dist/nodes'));
