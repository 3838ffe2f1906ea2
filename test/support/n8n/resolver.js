/** Where a suite finds n8n. What is built of this package finds its own, so that fake timers reach it. */
const { join } = require('node:path');

const DIST = join(__dirname, '../../../dist');

module.exports = (request, options) =>
	request === 'n8n-core' || (request === 'n8n-workflow' && !options.basedir.startsWith(DIST))
		? join(__dirname, `${request}.js`)
		: options.defaultResolver(request, options);
