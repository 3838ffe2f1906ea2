import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import type { Issue } from './operation';

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * An issue as one sentence in the form's own words: `Recipients, row 2: Email must be …`.
 * Rows count from 1, as the form shows them. What is not in the form (a key inside JSON) keeps its name.
 */
export function sentence(properties: INodeProperties[], { path, message }: Issue): string {
	let entries: Entry[] = properties;
	let list = '';
	let row = '';
	let field = '';
	for (const step of path) {
		if (typeof step === 'number') {
			row = `, row ${step + 1}`;
			list = field;
			field = '';
			continue;
		}
		const entry = entries.find(({ name }) => name === step);
		entries = childrenOf(entry);
		const isLabel = !entry || !('values' in entry);
		if (isLabel) field = entry && 'displayName' in entry ? entry.displayName : String(step);
	}
	const where = row ? `${list}${row}` : '';
	if (!where) return `${field} ${message}`.trim();
	return field ? `${where}: ${field} ${message}` : `${where} ${message}`;
}

function childrenOf(entry: Entry | undefined): Entry[] {
	if (!entry) return [];
	if ('values' in entry) return entry.values;
	return ('options' in entry && entry.options) || [];
}
