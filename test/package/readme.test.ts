/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/** What the pages for readers name exists. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../dev/root';
import packageJson from '../../package.json';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const markdownIn = (folder: string) =>
	readdirSync(join(ROOT, folder))
		.filter((file) => file.endsWith('.md'))
		.map((file) => join(folder, file));
const PAGES = ['.', 'docs', 'examples', '.github'].flatMap(markdownIn);

/** What a reader is told to type or to open: blocks of code, and code within a line. */
const codeIn = (page: string) => read(page).match(/```.*?```|`[^`\n]+`/gs) ?? [];

it('README.md has the sections that n8n asks for', () => {
	const sections = [...read('README.md').matchAll(/^## (.+)$/gm)].map(([, title]) => title);
	const wanted = [
		'Installation',
		'Operations',
		'Credentials',
		'Compatibility',
		'Usage',
		'Resources',
	];
	expect(sections).toEqual(expect.arrayContaining([...wanted, 'Version history']));
});

it('README.md begins with the demo and the tests', () => {
	const commands = [...read('README.md').matchAll(/```bash\n(.*?)\n```/gs)].map(
		([, command]) => command,
	);
	expect(commands.slice(0, 2)).toEqual(['npm install && npm run demo', 'npm install && npm test']);
});

describe.each(PAGES)('%s', (page) => {
	it('links only to what exists', () => {
		const targets = [...read(page).matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)]
			.map(([, link, attribute]) => link ?? attribute)
			.filter((target) => !/^[a-z]+:/.test(target));
		expect(targets.filter((target) => !exists(page, target))).toEqual([]);
	});

	it('names only commands that exist', () => {
		const named = codeIn(page).flatMap((code) =>
			[...code.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script),
		);
		expect(named.filter((script) => !(script in packageJson.scripts))).toEqual([]);
	});

	it('names only files that exist', () => {
		const named = codeIn(page).flatMap((code) => [
			...(code.match(
				/(?<![\w/.~-])(nodes|credentials|dev|test|docs|examples|\.github)\/[\w/.-]+/g,
			) ?? []),
		]);
		expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
	});
});

/** Whether a link leads to a file and, behind a `#`, to a heading. */
function exists(page: string, target: string): boolean {
	const [path, heading] = target.split('#');
	const file = path === '' ? page : join(dirname(page), path);
	if (!existsSync(join(ROOT, file))) return false;
	return heading === undefined || headingsOf(file).includes(heading);
}

/** As GitHub makes them of headings. */
const headingsOf = (page: string) =>
	[...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N} -]/gu, '')
			.replaceAll(' ', '-'),
	);

it('one repository is named everywhere', () => {
	const home = packageJson.homepage.replace(/#.*/, '');
	const files = [
		'package.json',
		'.github/ISSUE_TEMPLATE/config.yml',
		'credentials/ClientPointApi.credentials.ts',
		'nodes/ClientPoint/ClientPoint.node.json',
		'nodes/ClientPointTrigger/ClientPointTrigger.node.json',
	];
	for (const file of files) {
		const links = read(file).match(/https:\/\/github\.com\/[\w-]+\/[\w-]+/g);
		expect([file, new Set(links)]).toEqual([file, new Set([home])]);
	}
});

describe('.github/changelog-section', () => {
	const script = join(ROOT, '.github/changelog-section');

	it('prints what the changelog says of a version', () => {
		const [, version] = /^## \[(.+?)\]/m.exec(read('CHANGELOG.md')) ?? [];
		const section = execFileSync(script, [version ?? ''], { encoding: 'utf8' });
		expect(section).toMatch(/^- /m);
		expect(section).not.toMatch(/^## /m);
	});

	it('refuses a version of which it says nothing', () => {
		expect(() => execFileSync(script, ['0.0.0'], { stdio: 'pipe' })).toThrow(
			'CHANGELOG.md has no section for 0.0.0',
		);
	});
});
