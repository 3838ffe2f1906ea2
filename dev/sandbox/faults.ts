/* eslint-disable @n8n/community-nodes/require-node-api-error --
   runs on the developer's machine, never inside n8n */
/** The sandbox's bad answers, and the two ways to ask for one from outside. */
import { z } from 'zod';

const fault = z
	.object({
		status: z.number().int().min(200).max(599).describe('HTTP status; 200 where it is left out'),
		body: z.unknown().describe('text is sent as it is, anything else as JSON'),
		headers: z.record(z.string(), z.string()).describe('headers of the answer'),
		delay: z.number().min(0).describe('milliseconds before the answer'),
		drop: z
			.enum(['before', 'after'])
			.describe(
				'ends the connection without an answer: `before` the call, or `after` it, with `creates`',
			),
		echo: z.boolean().describe('sends back what came in, key included'),
		creates: z.boolean().describe('whether the call is carried out all the same'),
	})
	.partial()
	.strict();

/** A bad answer, given instead of the good one. */
export type Fault = z.infer<typeof fault>;

/** What `PUT /faults` takes. */
const faultToCome = fault.extend({
	times: z.number().int().positive().optional().describe('for so many calls; else for all'),
	above: z
		.number()
		.int()
		.positive()
		.optional()
		.describe(
			'only where more calls than so many are under way, and at once; the others are answered well, after `delay`',
		),
	perSecond: z
		.number()
		.int()
		.positive()
		.optional()
		.describe(
			'only beyond so many calls in a second, and at once; the others are answered well, after `delay`',
		),
});

export type FaultToCome = z.infer<typeof faultToCome>;

/** The members of a fault and what they do, for the page. */
export const FAULT_MEMBERS = Object.entries(faultToCome.shape).map(
	([name, schema]) => [name, schema.description ?? ''] as const,
);

/**
 * Reads the body of `PUT /faults`.
 *
 * @throws Error that says what is wrong with it
 */
export function parseFault(text: string): FaultToCome {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		throw new Error(`The body is no JSON: ${String(error)}`, { cause: error });
	}
	const parsed = faultToCome.safeParse(json);
	if (parsed.success) return parsed.data;
	const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
	throw new Error(`This is no fault: ${issues.join('; ').trim()}`);
}

/** What the name of a ClientPoint may ask for, beside any HTTP status from 300 to 599. */
export const WORDS: Record<string, { fault: Fault; meaning: string }> = {
	drop: { fault: { drop: 'before' }, meaning: 'ends the connection without an answer' },
	slow: { fault: { delay: 10_000, creates: true }, meaning: 'answers well, after 10 seconds' },
	failure: {
		fault: { body: { success: false, message: 'As you asked' } },
		meaning: 'a failure, told with status 200',
	},
	echo: { fault: { status: 422, echo: true }, meaning: 'sends back what came in, key included' },
};

/**
 * The bad answer that the name of a ClientPoint asks for: `fault: 429`, `fault: drop`. With `created`
 * behind it, the call is carried out all the same; with `once`, only the first call of that name is
 * answered so.
 */
export function faultInName(name: unknown, earlierCalls: number): Fault | undefined {
	if (typeof name !== 'string') return undefined;
	const [, what = '', created, once] =
		/^fault: *(\w+)( created)?( once)?$/i.exec(name.trim().toLowerCase()) ?? [];
	if (!what || (once && earlierCalls > 0)) return undefined;
	const asked = WORDS[what]?.fault ?? statusFault(Number(what));
	if (!created) return asked;
	return { ...asked, creates: true, ...(asked.drop && { drop: 'after' }) };
}

function statusFault(status: number): Fault {
	if (!(status >= 300 && status <= 599)) {
		return { status: 400, body: { success: false, message: 'The sandbox knows no such fault' } };
	}
	const headers = {
		...(status < 400 && { location: 'https://elsewhere.example/' }),
		...((status === 429 || status === 503) && { 'retry-after': '1' }),
	};
	return { status, headers, body: { success: false, message: 'As you asked' } };
}

/** The faults that are asked for from outside, as they stand. */
export function createFaults() {
	let toCome: FaultToCome | undefined;
	/** When calls were answered well. */
	let answeredAt: number[] = [];
	const isBeyond = (perSecond: number) => {
		const now = Date.now();
		answeredAt = answeredAt.filter((at) => at > now - 1000);
		if (answeredAt.length >= perSecond) return true;
		answeredAt.push(now);
		return false;
	};
	return {
		/** What `PUT /faults` asked for, as far as it is not used up. */
		get toCome() {
			return toCome;
		},
		/** Carries out a call of `/faults`, and returns its answer. */
		change(method: string, text: string): { status: number; body: object } {
			try {
				if (method === 'PUT') toCome = parseFault(text);
				else if (method === 'DELETE') toCome = undefined;
				else if (method !== 'GET')
					throw new Error(`/faults takes PUT, DELETE and GET, not ${method}`);
				return { status: 200, body: { fault: toCome ?? null } };
			} catch (error) {
				return {
					status: 400,
					body: { message: error instanceof Error ? error.message : String(error) },
				};
			}
		},
		/** The bad answer to the next call, which works on the ClientPoint of this name; so many are under way with it. */
		next(name: unknown, earlierCalls: number, underWay: number): Fault | undefined {
			const byName = faultInName(name, earlierCalls);
			if (byName || !toCome) return byName;
			const { times = Infinity, above = 0, perSecond = 0, ...fault } = toCome;
			if (underWay <= above || !isBeyond(perSecond)) return { delay: fault.delay, creates: true };
			toCome = times > 1 ? { ...toCome, times: times - 1 } : undefined;
			return above || perSecond ? { ...fault, delay: 0 } : fault;
		},
		end() {
			toCome = undefined;
			answeredAt = [];
		},
	};
}
