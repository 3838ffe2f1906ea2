/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
import { dirname, join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import { operations } from '../../nodes/ClientPoint/actions';
import packageJson from '../../package.json';
import { installTarball, type InstalledTarball } from '../../dev/tarball';

let tarball: InstalledTarball;
beforeAll(() => {
	tarball = installTarball();
});
afterAll(() => tarball.remove());

describe('the tarball', () => {
	it('holds only what n8n needs', () => {
		const expected =
			/^(package\.json|index\.js|README\.md|LICENSE\.md|CHANGELOG\.md|dist\/(nodes|credentials)\/[\w/]+(\.node|\.credentials|\.dark)?\.(js|svg|json)|dist\/nodes\/ClientPoint\/__schema__\/v1\.0\.0\/\w+\/\w+\.json)$/;
		expect(tarball.files.filter((file) => !expected.test(file))).toEqual([]);
		for (const file of [
			'README.md',
			'LICENSE.md',
			'CHANGELOG.md',
			'index.js',
			...packageJson.n8n.nodes,
			...packageJson.n8n.credentials,
			'dist/nodes/ClientPoint/ClientPoint.node.json',
			'dist/nodes/ClientPoint/clientpoint.svg',
			'dist/nodes/ClientPoint/clientpoint.dark.svg',
			'dist/nodes/ClientPointTrigger/clientpoint.svg',
			'dist/nodes/ClientPointTrigger/clientpoint.dark.svg',
		]) {
			expect(tarball.files).toContain(file);
		}
	});

	it('brings the schemas of outputs, where n8n looks for them', () => {
		const [nodeFile] = packageJson.n8n.nodes;
		const nodeDir = dirname(join(tarball.directory, nodeFile));
		const read = (resource: string, operation: string) =>
			loadOutputSchema({ nodeDir, version: 1, resource, operation });
		expect(read('clientPoint', 'getLink')).toMatchObject({
			type: 'object',
			description: expect.stringContaining('assumed'),
			properties: { clientpoint_id: {}, clientpoint_url: {}, pin: {}, personal_url: {}, data: {} },
		});
		for (const { resource, value } of operations) {
			expect(read(resource, value)).toMatchObject({
				properties: { clientpoint_id: { type: 'number' }, clientpoint_url: { type: 'string' } },
			});
		}
	});
});

describe('package.json', () => {
	it('meets the rules for verified nodes that no linter checks', () => {
		expect(packageJson).toMatchObject({
			name: expect.stringMatching(/^n8n-nodes-/),
			license: 'MIT',
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			peerDependencies: { 'n8n-workflow': '*' },
			n8n: { n8nNodesApiVersion: 1, strict: true },
		});
		for (const field of ['dependencies', 'overrides', 'bundledDependencies']) {
			expect(packageJson).not.toHaveProperty(field);
		}
		expect(packageJson.author).toEqual({
			name: expect.stringMatching(/\S/),
			email: expect.stringMatching(/@/),
		});
		expect(Object.keys(packageJson.scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
	});
});
