/**
 * What is measured. The fields of a request are static, seven expressions that each name a member of
 * the item, seven that compute something, or one expression that gives a list.
 *
 * @typedef {'static' | 'expressions' | 'computed' | 'json'} Fields
 * @typedef {{ items: number, latency: number, fields: Fields, contenders: string[] }} Case
 */

/** The contenders of every case; `read` is this node with Preview Only on: it reads, checks, and sends nothing. */
const ALL = ['read', 'node', 'pasted', 'credential'];

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
	// Ten thousand with the credential would take about a minute a run.
	{ items: 10_000, latency: 50, fields: 'expressions', contenders: ['read', 'node', 'pasted'] },
];

/** With the default concurrency once for each kind of fields: it takes ten times as long. */
export const FULL = [1, 100, 1000, 10_000].flatMap((items) =>
	[0, 50, 200].flatMap((latency) =>
		['static', 'expressions', 'computed', 'json'].map((fields) => ({
			items,
			latency,
			fields,
			contenders: items === 1000 && latency === 50 ? [...ALL, 'node5'] : ALL,
		})),
	),
);

/** The names of the contenders in the report. */
export const NAMES = {
	read: 'this node, reading only',
	node: 'this node, concurrency 50',
	node5: 'this node, concurrency 5 (the default)',
	pasted: 'HTTP Request, key pasted in',
	credential: 'HTTP Request, ClientPoint credential',
};
