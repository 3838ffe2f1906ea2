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
 * Rows count from 1, as the form shows them. What is not in the form (a key inside JSON) keeps its name.
 */
export function sentence(properties: INodeProperties[], { path, message }: Issue): string {
	let entries: Entry[] = properties;
	const labels: string[] = [];
	path.forEach((step, index) => {
		if (typeof step === 'number') {
			labels.push(`${labels.pop()}, row ${step + 1}`);
			return;
		}
		const entry = entries.find(({ name }) => name === step);
		entries = childrenOf(entry);
		const isLast = index === path.length - 1;
		if (isLast || !isHolder(entry)) labels.push(labelOf(entry) ?? short(step));
	});
	return `${labels.join(': ')} ${message}`.trim();
}

/** A collection, or the group of rows in a fixedCollection: what is in it has names of its own. */
const isHolder = (entry: Entry | undefined) =>
	entry !== undefined && ('values' in entry || ('type' in entry && entry.type === 'collection'));

const labelOf = (entry: Entry | undefined) =>
	entry && 'displayName' in entry ? entry.displayName : undefined;

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
	const withInner = (entry: Entry): Entry[] => [entry, ...childrenOf(entry).flatMap(withInner)];
	const entries = properties.flatMap(withInner);
	return (name) => labelOf(entries.find((entry) => entry.name === name)) ?? name;
}
