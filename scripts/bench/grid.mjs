/**
 * What is measured. The fields of a request are static, seven expressions that each name a member of
 * the item, seven that compute something, or one expression that gives a list.
 *
 * @typedef {'static' | 'expressions' | 'computed' | 'json'} Fields
 * @typedef {{ items: number, latency: number, fields: Fields, contenders: string[] }} Case
 */

/** The contenders of every case; `read` is this node with Preview Only on: it reads, checks, and sends nothing. */
const ALL = ['read', 'node', 'pasted', 'credential'];

/** Ten thousand items with the credential take about a minute a run. */
const MOST = ['read', 'node', 'pasted'];

/** What the aims speak of, with one row for each further size. */
export const DEFAULT = [
	{ items: 1, latency: 50, fields: 'expressions', contenders: ALL },
	{ items: 100, latency: 50, fields: 'expressions', contenders: ALL },
	{ items: 1000, latency: 0, fields: 'expressions', contenders: ALL },
	{ items: 1000, latency: 50, fields: 'expressions', contenders: [...ALL, 'node5'] },
	{ items: 1000, latency: 200, fields: 'expressions', contenders: ALL },
	{ items: 1000, latency: 50, fields: 'static', contenders: ALL },
	{ items: 1000, latency: 50, fields: 'computed', contenders: ALL },
	{ items: 1000, latency: 50, fields: 'json', contenders: ALL },
	{ items: 10_000, latency: 50, fields: 'expressions', contenders: MOST },
];

const isSame = (a, b) => a.items === b.items && a.latency === b.latency && a.fields === b.fields;

/** Those, and then every other size, time and kind of fields. */
export const FULL = [
	...DEFAULT,
	...[1000, 100, 1, 10_000]
		.flatMap((items) =>
			[50, 0, 200].flatMap((latency) =>
				['expressions', 'static', 'json'].map((fields) => ({ items, latency, fields })),
			),
		)
		.filter((measured) => !DEFAULT.some((known) => isSame(known, measured)))
		.map((measured) => ({ ...measured, contenders: measured.items < 10_000 ? ALL : MOST })),
];

/** The names of the contenders in the report. */
export const NAMES = {
	read: 'this node, reading only',
	node: 'this node, concurrency 50',
	node5: 'this node, concurrency 5 (the default)',
	pasted: 'HTTP Request, key pasted in',
	credential: 'HTTP Request, ClientPoint credential',
};
