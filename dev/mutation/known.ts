/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root';
import type { Suite } from './worker';

const FILE = join(tmpdir(), 'clientpoint-mutation.json');

/**
 * The green suites of earlier runs, as long as neither they nor what they stand on has changed: to measure
 * all of them takes minutes.
 */
export function createKnown(files: string[]) {
	const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
	const shared = createHash('sha256');
	for (const file of files.filter((each) => !each.endsWith('.test.ts'))) {
		shared.update(file).update(read(file));
	}
	const keyOf = (suite: string) => shared.copy().update(suite).update(read(suite)).digest('hex');
	const known = readKnown();
	return {
		get: (path: string): Suite | undefined => known[keyOf(path)],
		add(suite: Suite) {
			known[keyOf(suite.path)] = suite;
			writeFileSync(FILE, JSON.stringify(known));
		},
	};
}

function readKnown(): Record<string, Suite> {
	try {
		return JSON.parse(readFileSync(FILE, 'utf8'));
	} catch {
		return {};
	}
}
