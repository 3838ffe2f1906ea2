/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';

/** Builds the package unless dist/ is what the sources give, so that no test runs on an old build. */
export function buildIfStale(): void {
	const sources = ['nodes', 'credentials'].flatMap(filesIn);
	const wanted = new Set(sources.map((file) => join('dist', file.replace(/\.ts$/, '.js'))));
	const built = existsSync(join(ROOT, 'dist')) ? filesIn('dist') : [];
	const scripts = built.filter((file) => file.endsWith('.js'));
	// The compiler's files alone tell when the build was: copies keep the time of what they copy.
	const time = Math.min(...scripts.map(changed));
	const isStale =
		[...wanted].some((file) => !built.includes(file)) ||
		scripts.some((file) => !wanted.has(file)) ||
		[...sources, 'tsconfig.json', 'gulpfile.js'].some((file) => changed(file) > time);
	if (!isStale) return;
	console.log('dist/ is not what the sources give: building');
	execFileSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, stdio: 'inherit' });
}

const changed = (file: string) => statSync(join(ROOT, file)).mtimeMs;

/** By their paths from the checkout's root. */
const filesIn = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length + 1));
