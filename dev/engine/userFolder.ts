/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   runs on the developer's machine, never inside n8n */
/**
 * n8n-core writes its settings into this folder as soon as it is used, so it must be set
 * before n8n-core is imported: that is all this file is for.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'n8n-engine-';

// Once for a process, even where a test runner loads this file for each suite.
if (!process.env.N8N_USER_FOLDER?.includes(NAME)) {
	const folder = mkdtempSync(join(tmpdir(), NAME));
	process.env.N8N_USER_FOLDER = folder;
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	// Jest ends a worker by it that takes long to end by itself; alone it would leave out the above.
	process.once('SIGTERM', () => process.exit(143));
}
// Else n8n-core makes one up and says so.
process.env.N8N_ENCRYPTION_KEY = 'engine-tests-only';
// n8n logs every node error it meets; a test that wants to read that sets its own level first.
process.env.N8N_LOG_LEVEL ??= 'silent';
