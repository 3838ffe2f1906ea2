/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions --
   a command for the developer's machine, never inside n8n */
/**
 * `npm run test:isolates`: the tests of how expressions are read, with the isolates in which n8n
 * evaluates them, on the Node that n8n brings.
 */
import { spawnSync } from 'node:child_process';
import { installN8n } from './n8n/install';

const flags = ['--experimental-vm-modules', '--no-node-snapshot'];
const jest = ['node_modules/jest/bin/jest.js', 'fastRead'];
const { status } = spawnSync(installN8n().node, [...flags, ...jest], {
	stdio: 'inherit',
	env: { ...process.env, N8N_EXPRESSION_ENGINE: 'vm' },
});
process.exitCode = status ?? 1;
