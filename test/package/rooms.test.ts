/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/** Who may know whom; the rules are in `.dependency-cruiser.cjs`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../dev/root';

it('no room knows what it must not', () => {
	const { stdout, status } = spawnSync(
		process.execPath,
		[
			join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
			'--config',
			'.dependency-cruiser.cjs',
			...['nodes', 'credentials', 'dev', 'test'],
		],
		{ cwd: ROOT, encoding: 'utf8' },
	);
	expect({ stdout, status }).toEqual({
		stdout: expect.stringContaining('no dependency violations found'),
		status: 0,
	});
});
