/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';

/** Builds the package unless dist/ is what the sources give, so that no test runs on an old build. */
export function buildIfStale(): void {
	const reason = staleness();
	if (!reason) return;
	console.log(`${reason}: building`);
	execFileSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, stdio: 'inherit' });
}

/** Why dist/ is not what the sources give, or `undefined` when it is. */
function staleness(): string | undefined {
	const sources = ['nodes', 'credentials'].flatMap(filesIn);
	const wanted = new Set(sources.map((file) => join('dist', file.replace(/\.ts$/, '.js'))));
	const there = existsSync(join(ROOT, 'dist')) ? filesIn('dist') : [];
	const missing = [...wanted].find((file) => !there.includes(file));
	if (missing) return `${missing} is missing`;
	const scripts = there.filter((file) => file.endsWith('.js'));
	const left = scripts.find((file) => !wanted.has(file));
	if (left) return `${left} has no source any more`;
	// The compiler's files alone tell when the build was: copies keep the time of what they copy.
	const built = Math.min(...scripts.map(changed));
	const newer = [...sources, 'tsconfig.json', 'gulpfile.js'].find((file) => changed(file) > built);
	return newer && `dist/ is older than ${newer}`;
}

const changed = (file: string) => statSync(join(ROOT, file)).mtimeMs;

/** By their paths from the checkout's root. */
const filesIn = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length + 1));
