/**
 * Loads n8n once for each of jest's workers: to load its 2,000 modules anew for every suite took half of all
 * computing time. What is built of this package is read anew by each suite.
 *
 * A suite that wants an n8n of its own, for example to spy on the timers that n8n uses, begins with
 * `@jest-environment node`.
 */
const { join } = require('node:path');
const { TestEnvironment } = require('jest-environment-node');

const DIST = join(__dirname, '../../../dist/');

module.exports = class extends TestEnvironment {
	async setup() {
		await super.setup();
		for (const file of Object.keys(require.cache)) {
			if (file.startsWith(DIST)) delete require.cache[file];
		}
		// Of the process, jest would hand out a copy: n8n would see no variable that a suite sets.
		Object.assign(this.global, { process, requireOnce: require });
	}
};
