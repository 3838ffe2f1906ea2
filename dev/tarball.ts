/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions --
   runs on the developer's machine, never inside n8n */
/** The packed package, laid out as n8n's own installer leaves it. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root';

export interface InstalledTarball {
	/** Paths in the tarball, without the leading `package/`. */
	files: string[];
	/** The unpacked package, in a `node_modules` of its own, far from this project's. */
	directory: string;
	remove(): void;
}

/** Packs the built package and unpacks it away from this project. */
export function installTarball(): InstalledTarball {
	const folder = mkdtempSync(join(tmpdir(), 'clientpoint-tarball-'));
	const [{ filename, files }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
			cwd: ROOT,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}),
	);
	execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
	const directory = join(folder, 'nodes/node_modules/n8n-nodes-clientpoint');
	mkdirSync(directory, { recursive: true });
	cpSync(join(folder, 'package'), directory, { recursive: true });
	stripDependencies(join(directory, 'package.json'));
	return {
		files: files.map(({ path }: { path: string }) => path),
		directory,
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** As n8n does before it installs a community package. */
function stripDependencies(packageFile: string) {
	const { devDependencies, peerDependencies, optionalDependencies, ...kept } = JSON.parse(
		readFileSync(packageFile, 'utf8'),
	);
	void [devDependencies, peerDependencies, optionalDependencies];
	writeFileSync(packageFile, JSON.stringify(kept));
}
