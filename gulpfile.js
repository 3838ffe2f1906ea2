const { src, dest } = require('gulp');

/** Copies what tsc leaves behind, next to the compiled nodes: the icons and the codex files. */
exports.default = () =>
	// Without `encoding: false`, gulp 5 reads every file as UTF-8 and corrupts binary icons.
	src('nodes/**/*.{svg,png,node.json}', { encoding: false }).pipe(dest('dist/nodes'));
