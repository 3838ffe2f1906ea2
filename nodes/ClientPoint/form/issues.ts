import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { short } from './quote';

/** What is wrong with one value, and where it stands: parameter names and row numbers from 0. */
export interface Issue {
	path: Array<string | number>;
	/** Completes the sentence "<field's label> …", e.g. "must be a number". */
	message: string;
}

/** How many issues of one item the message has; thousands help nobody. */
const TOLD = 10;

/** All that is wrong with one item's form; `sentences` has one for each issue, the first ten at most. */
export class FormError extends Error {
	readonly sentences: string[];

	constructor(
		properties: INodeProperties[],
		readonly issues: Issue[],
	) {
		const sentences = issues.slice(0, TOLD).map((issue) => sentence(properties, issue));
		if (issues.length > TOLD) sentences.push(`and ${issues.length - TOLD} more`);
		super(sentences.join('; '));
		this.sentences = sentences;
	}
}

/** What has a name in n8n's description of a form. */
export type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/**
 * An issue as one sentence in the form's own words: `Recipients, row 2: Email must be …`.
 * Rows count from 1, as the form shows them. What is not in the form (a key inside JSON) keeps its name,
 * after that of the field it stands in.
 */
export function sentence(properties: INodeProperties[], { path, message }: Issue): string {
	let entries: Entry[] = properties;
	let where = '';
	let field = '';
	let isValue = false;
	for (const step of path) {
		if (typeof step === 'number') {
			where = [where, `${field}, row ${step + 1}`].filter(Boolean).join(': ');
			field = '';
			continue;
		}
		const entry = entries.find(({ name }) => name === step);
		entries = childrenOf(entry);
		// The group of rows in a fixedCollection is nothing that a user knows.
		if (entry && 'values' in entry) continue;
		if (!entry && isValue && field) where = field;
		field = entry && 'displayName' in entry ? entry.displayName : nameOf(step);
		isValue = entry !== undefined && entries.length === 0;
	}
	return [where, `${field} ${message}`.trim()].filter(Boolean).join(field ? ': ' : ' ');
}

/** A key of JSON, in quotes where nothing of it would be seen. */
const nameOf = (key: string) => (key.trim() === '' ? `"${key}"` : short(key));

export function childrenOf(entry: Entry | undefined): Entry[] {
	if (!entry) return [];
	if ('values' in entry) return entry.values;
	return ('options' in entry && entry.options) || [];
}

/**
 * From the name of a field or a list of rows, wherever it stands in the form, to its label; other names stay as they
 * are.
 */
export function createLabels(properties: INodeProperties[]): (name: string) => string {
	const labels = new Map<string, string>();
	const add = (entries: Entry[]) => {
		for (const entry of entries) {
			const children = childrenOf(entry);
			const isField = 'type' in entry && (children.length === 0 || entry.type === 'options');
			const isNamed = isField || ('type' in entry && entry.type === 'fixedCollection');
			if (isNamed && !labels.has(entry.name)) labels.set(entry.name, entry.displayName);
			if (!isField) add(children);
		}
	};
	add(properties);
	return (name) => labels.get(name) ?? name;
}
