/**
 * What the sandbox takes for the ClientPoint API.
 *
 * Documented by ClientPoint: the calls but for get-link, their paths, where the key goes, the body's
 * fields and which of them are required; whether an update insists on them is not known, and it does not here.
 * Seen in code of ClientPoint's staff only: get-link, `data.clientpoint_url` in its reply, the form of a link.
 * Our assumption, because ClientPoint documents no reply at all: every status code, every other reply
 * body, the name and form of the new id, and what makes a key a wrong one.
 */

/** The one key that the sandbox takes. */
export const SANDBOX_KEY = 'exampleKey0123456789';

/** A ClientPoint as the sandbox remembers it. */
export interface ClientPoint {
	id: number;
	/** What was sent to create it, with all updates on top, without the key. */
	body: Record<string, unknown>;
	/** What recipient/add was sent for it. */
	added: unknown[];
}

interface Call {
	method: string;
	/** With the query. */
	path: string;
	body: Record<string, unknown>;
}

const FIRST_ID = 1001;
const REQUIRED = ['name', 'revenue', 'assigned_to'];

/** A request's body as the caller meant it, before the credential added the key. */
export function withoutKey(body: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'api_key'));
}

/** What the API is assumed to answer; carries the call out on `created`. */
export function goodAnswer({ method, path, body }: Call, created: ClientPoint[]) {
	const { pathname, searchParams } = new URL(path, 'http://sandbox');
	const [, call, id] = /^\/v4\/([a-z/-]+?)(?:\/(\d+))?$/.exec(pathname) ?? [];
	const key = method === 'GET' ? searchParams.get('api_key') : body.api_key;
	const find = (wanted: unknown) => created.find((known) => String(known.id) === String(wanted));

	const calls: Record<string, () => Answer> = {
		'POST clientpoint/create': () => {
			const { id = FIRST_ID - 1 } = created.at(-1) ?? {};
			const made = { id: id + 1, body: withoutKey(body), added: [] };
			return missing(body, REQUIRED) ?? (created.push(made), success(made));
		},
		'PUT clientpoint/update': () => {
			const known = find(id);
			if (!known) return NO_SUCH_CLIENTPOINT;
			Object.assign(known.body, withoutKey(body));
			return success(known);
		},
		'POST recipient/add': () => {
			const known = find(body.clientpoint_id);
			if (!known) return NO_SUCH_CLIENTPOINT;
			const refusal = missing(body, ['clientpoint_id', 'recipient']);
			return refusal ?? (known.added.push(body.recipient), success(known));
		},
		'GET clientpoint/get-link': () => {
			const known = find(id);
			return known
				? success(known, `https://sandbox.example/v/${known.id}/AB12CD`)
				: NO_SUCH_CLIENTPOINT;
		},
	};
	const carryOut = calls[`${method} ${call}`];
	if (!carryOut) return refused(404, 'No such call');
	return key === SANDBOX_KEY ? carryOut() : refused(401, 'Invalid API key');
}

interface Answer {
	status: number;
	body: object;
}

const refused = (status: number, message: string, more: object = {}): Answer => ({
	status,
	body: { success: false, message, ...more },
});

const NO_SUCH_CLIENTPOINT = refused(404, 'No such ClientPoint');

const success = (
	{ id }: ClientPoint,
	clientpoint_url = `https://sandbox.example/view/${id}`,
): Answer => ({
	status: 200,
	body: {
		success: true,
		data: { clientpoint_id: id, clientpoint_url },
	},
});

function missing(body: Record<string, unknown>, fields: string[]): Answer | undefined {
	const names = fields.filter((field) => body[field] === undefined || body[field] === '');
	if (names.length === 0) return undefined;
	const errors = Object.fromEntries(names.map((name) => [name, ['is required']]));
	return refused(422, 'Validation failed.', { errors });
}
