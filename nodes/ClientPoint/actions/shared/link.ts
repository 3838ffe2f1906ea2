import { dropInvisible, isBlank, trim } from '../../form/blank';
import { toId } from '../../form/schemas';

/**
 * The forms of a ClientPoint's link that are known, on whatever host, which differs by account and
 * division: `/v/{id}/{PIN}`, `/v/{id}` and the personal one. Without `https://`, the host shows itself by
 * its dot. With more than the link in it a text may name two.
 */
const LINK =
	/^(?:https?:\/\/|(?=[^/]*\.))[^/?#\s]+\/(?:v|proposal\/unlock-view\/proposalId)\/(\d+)(?:\/(?:pin\/)?([^/?#\s]+))?(?:[/?#]\S*)?$/i;

/** The same forms as n8n's editor checks them while one types; what is sent is for the schema to decide. */
export const LINK_IN_EDITOR = '.*/(?:v|proposal/unlock-view/proposalId)/\\d+.*';

/** What a link says: the ClientPoint's id, and its PIN where there is one. */
export function readLink(value: unknown): { id: string; pin?: string } | undefined {
	const [, id, pin] = (typeof value === 'string' && LINK.exec(dropInvisible(value))) || [];
	return id === undefined ? undefined : { id, pin };
}

/**
 * The link in a reply of which little is known: `data.clientpoint_url`, or else whatever is a link to this
 * ClientPoint; and its PIN.
 */
export function findLink(reply: object, id: number): { url?: string; pin?: string } {
	const texts = textsIn(reply, DEPTH);
	const named = texts.filter(({ name }) => name === 'clientpoint_url');
	const isLink = ({ text }: Text) => toId(readLink(text)?.id) === id;
	const url = (named.find(isLink) ?? named[0] ?? texts.find(isLink))?.text;
	const link = readLink(url);
	return { url, pin: toId(link?.id) === id ? link?.pin : undefined };
}

/** How deep a reply is searched. */
const DEPTH = 6;

interface Text {
	name: string;
	text: string;
}

/** Every text in a reply that says something, with the member's name. */
const textsIn = (json: unknown, depth: number): Text[] =>
	depth === 0 || typeof json !== 'object' || json === null
		? []
		: Object.entries(json).flatMap(([name, value]) =>
				typeof value === 'string'
					? isBlank(value)
						? []
						: [{ name, text: trim(value) }]
					: textsIn(value, depth - 1),
			);

/** The link by which ClientPoint tracks one person's views. Documented (2023). */
export const personalLink = (base: string, id: number, pin: string, email: string) =>
	`${base}/proposal/unlock-view/proposalId/${id}/pin/${pin}/email/${encodeURIComponent(email)}`;
