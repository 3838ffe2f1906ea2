/** What is measured. */

/**
 * How a request's fields are written: static, seven expressions that each name a member of the item,
 * seven that compute something, or one expression that gives a list.
 */
export type Fields = 'static' | 'expressions' | 'computed' | 'json';

/** The contenders, by the names they have in the report. */
export const NAMES = {
	read: 'this node, reading only',
	asItComes: 'this node, as it comes',
	at50: 'this node, concurrency 50',
	keyed: 'this node, a key each',
	pasted: 'HTTP Request, key pasted in',
	credential: 'HTTP Request, ClientPoint credential',
};

export type Contender = keyof typeof NAMES;

/** With nothing between the two marks of the stop-watch: what that takes is no contender's. */
export type Ran = Contender | 'empty';

export interface Case {
	items: number;
	/** Milliseconds until the stand-in answers. */
	latency: number;
	fields: Fields;
	contenders: Contender[];
}

const FOUR: Contender[] = ['asItComes', 'at50', 'credential', 'pasted'];

/** Within five minutes: what a user with a thousand items meets. */
export const DEFAULT: Case[] = [
	{ items: 1000, latency: 50, fields: 'expressions', contenders: FOUR },
	{ items: 1000, latency: 0, fields: 'expressions', contenders: FOUR },
	{ items: 1000, latency: 200, fields: 'expressions', contenders: FOUR },
];

const ALL: Contender[] = ['read', 'at50', 'pasted', 'credential'];

/** Ten thousand items with the credential take about a minute a run. */
const MOST: Contender[] = ['read', 'at50', 'pasted'];

/** What the aims speak of, with one row for each further size. */
const AIMED: Case[] = [
	{ items: 1, latency: 50, fields: 'expressions', contenders: ALL },
	{ items: 100, latency: 50, fields: 'expressions', contenders: ALL },
	{ items: 1000, latency: 0, fields: 'expressions', contenders: [...ALL, 'asItComes'] },
	{ items: 1000, latency: 50, fields: 'expressions', contenders: [...ALL, 'asItComes'] },
	{ items: 1000, latency: 50, fields: 'expressions', contenders: ['asItComes', 'keyed'] },
	{ items: 1000, latency: 200, fields: 'expressions', contenders: [...ALL, 'asItComes'] },
	{ items: 1000, latency: 50, fields: 'static', contenders: ALL },
	{ items: 1000, latency: 50, fields: 'computed', contenders: ALL },
	{ items: 1000, latency: 50, fields: 'json', contenders: ALL },
	{ items: 10_000, latency: 50, fields: 'expressions', contenders: MOST },
];

const KINDS: Fields[] = ['expressions', 'static', 'json'];

const isSame = (a: Case, b: Case) =>
	a.items === b.items && a.latency === b.latency && a.fields === b.fields;

/** Those, and then every other size, time and kind of fields. */
export const FULL: Case[] = [
	...AIMED,
	...[1000, 100, 1, 10_000]
		.flatMap((items) =>
			[50, 0, 200].flatMap((latency) =>
				KINDS.map((fields) => ({
					items,
					latency,
					fields,
					contenders: items < 10_000 ? ALL : MOST,
				})),
			),
		)
		.filter((measured) => !AIMED.some((known) => isSame(known, measured))),
];
