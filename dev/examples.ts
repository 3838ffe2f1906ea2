/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WorkflowFile } from './engine/engine';
import { ROOT } from './root';

const EXAMPLES = join(ROOT, 'examples');

/** The importable workflows in examples/, by name; data files there are no workflows. */
export const exampleNames = () =>
	readdirSync(EXAMPLES)
		.filter((file) => file.endsWith('.json') && 'nodes' in readExample(basename(file, '.json')))
		.map((file) => basename(file, '.json'))
		.sort();

export const readExample = (name: string): WorkflowFile =>
	JSON.parse(readFileSync(join(EXAMPLES, `${name}.json`), 'utf8'));
