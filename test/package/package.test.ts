/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** The tarball, beside what the linter checks of package.json. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import { operations } from '../../nodes/ClientPoint/actions';
import packageJson from '../../package.json';
import { unpackTarball } from '../../dev/tarball';

const folder = mkdtempSync(join(tmpdir(), 'clientpoint-tarball-'));
let files: string[];
beforeAll(() => {
	files = unpackTarball(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('holds only what n8n needs', () => {
	const expected =
		/^(package\.json|index\.js|(README|LICENSE|CHANGELOG)\.md|dist\/(nodes|credentials)\/[\w./]+\.(js|svg|json))$/;
	expect(files.filter((file) => !expected.test(file))).toEqual([]);
});

it("brings what n8n shows of each operation's output, where n8n looks for it", () => {
	const nodeDir = dirname(join(folder, packageJson.n8n.nodes[0]));
	for (const { resource, value: operation } of operations) {
		expect(loadOutputSchema({ nodeDir, version: 1, resource, operation })).toMatchObject({
			type: 'object',
			properties: { clientpoint_id: { type: 'number' }, clientpoint_url: { type: 'string' } },
		});
	}
});
