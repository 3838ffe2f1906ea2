/** What is measured. */

/** How fields are written: static, or seven expressions that each name a member of the item or compute something. */
export type Fields = 'static' | 'members' | 'computed';

/** The contenders, by the names they have in the report. */
export const NAMES = {
	asItComes: 'this node',
	keyed: 'this node, an idempotency key each',
	tenants: 'this node, an expression in the credential',
	credential: 'HTTP Request, ClientPoint credential',
	pasted: 'HTTP Request, key pasted in',
};

export type Contender = keyof typeof NAMES;

export interface Case {
	items: number;
	/** Milliseconds until the stand-in answers. */
	latency: number;
	fields: Fields;
	contenders: Contender[];
}

const THREE: Contender[] = ['asItComes', 'credential', 'pasted'];
const TWO: Contender[] = ['asItComes', 'pasted'];

/** Within five minutes: what a user with a thousand items meets. */
export const DEFAULT: Case[] = [
	{
		items: 1000,
		latency: 50,
		fields: 'members',
		contenders: ['asItComes', 'keyed', 'tenants', 'credential', 'pasted'],
	},
	{ items: 1000, latency: 50, fields: 'computed', contenders: TWO },
	{ items: 1000, latency: 0, fields: 'members', contenders: THREE },
	{ items: 1000, latency: 200, fields: 'members', contenders: THREE },
];

const KINDS: Fields[] = ['members', 'computed', 'static'];

/** Every size, time and kind of fields: about an hour. Ten thousand items with the credential take a minute a run. */
export const GRID: Case[] = [1, 100, 1000, 10_000].flatMap((items) =>
	[0, 50, 200].flatMap((latency) =>
		KINDS.map((fields) => ({
			items,
			latency,
			fields,
			contenders: items < 10_000 ? THREE : TWO,
		})),
	),
);
