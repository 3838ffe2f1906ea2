import { ClientPointApi } from '../credentials/ClientPointApi.credentials';
import codex from '../nodes/ClientPoint/ClientPoint.node.json';
import packageJson from '../package.json';
import { installTarball, runDemo, type InstalledTarball } from './support/tarball';

let tarball: InstalledTarball;
beforeAll(() => {
	tarball = installTarball();
});
afterAll(() => tarball.remove());

describe('the tarball', () => {
	it('holds only what n8n needs', () => {
		const expected =
			/^(package\.json|index\.js|README\.md|LICENSE\.md|CHANGELOG\.md|dist\/(nodes|credentials)\/[\w/]+(\.node|\.credentials|\.dark)?\.(js|svg|json))$/;
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
		]) {
			expect(tarball.files).toContain(file);
		}
	});

	it('stays under 80 kB', () => expect(tarball.size).toBeLessThan(80_000));

	it('runs away from this project, with zod from the host', () => {
		expect(runDemo(tarball.directory)).toContain('3 ClientPoints created, 1 lead refused');
	});

	it('brings no zod of its own', () => {
		expect(() => runDemo(tarball.directory, { withHostModules: false })).toThrow(
			/Cannot find module '(zod|luxon|n8n-workflow)'/,
		);
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

	it('agrees with the links that n8n shows', () => {
		const home = packageJson.homepage.replace(/#.*/, '');
		expect(packageJson.repository.url).toBe(`git+${home}.git`);
		expect(new ClientPointApi().documentationUrl).toMatch(new RegExp(`^${home}#`));
		for (const links of Object.values(codex.resources)) {
			for (const { url } of links) expect(url).toMatch(new RegExp(`^${home}#`));
		}
	});
});
