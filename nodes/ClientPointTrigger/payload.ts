/** What ClientPoint posts: `{ "Event": "sent", "Data": { … } }`; further members are allowed for. */
export interface Payload {
	Event?: unknown;
	Data?: unknown;
	[member: string]: unknown;
}

/** What the user wants to hear of; an empty list means all. */
export interface Filters {
	events: string[];
	status: string[];
	viewStatus: string[];
}

/** The payload in a request's body, or `undefined` when the body is no JSON object. */
export function parsePayload(body: string): Payload | undefined {
	try {
		const json: unknown = JSON.parse(body);
		return isObject(json) ? { ...json } : undefined;
	} catch {
		// No JSON is an answer here, not an error: the caller refuses it.
		return undefined;
	}
}

/** Whether a payload passes the filters. The case is ignored: ClientPoint documents none. */
export function passes({ Event, Data }: Payload, { events, status, viewStatus }: Filters): boolean {
	const { Status, ViewStatus }: Record<string, unknown> = isObject(Data) ? { ...Data } : {};
	return has(events, Event) && has(status, Status) && has(viewStatus, ViewStatus);
}

const has = (wanted: string[], value: unknown) =>
	wanted.length === 0 ||
	wanted.some((entry) => entry.toLowerCase() === String(value ?? '').toLowerCase());

/** Members of `Data` that are numbers, though ClientPoint sends them as text. */
const NUMBERS = ['ClientPointId', 'DivisionId', 'HandDelivered', 'Revenue'];

/**
 * The payload with numbers as numbers, and null for what is blank. Dates stay as they are written,
 * because their time zone is not documented.
 */
export function convertValues(payload: Payload): Payload {
	if (!isObject(payload.Data)) return payload;
	const Data = mapValues(payload.Data, (value, name) => {
		if (NUMBERS.includes(name)) return toNumber(value);
		return isObject(value) ? mapValues(value, toNull) : toNull(value);
	});
	return { ...payload, Data };
}

const toNull = (value: unknown) => (value === '' ? null : value);

/** Plain digits as a number; what would lose digits stays text. */
function toNumber(value: unknown): unknown {
	if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return toNull(value);
	return Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

const mapValues = (object: object, map: (value: unknown, name: string) => unknown) =>
	Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value, name)]));

const isObject = (value: unknown): value is object =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
