import { dropInvisible, isBlank } from '../../form/blank';
import { toId } from '../../form/schemas';
import { plainName } from '../../memberNames';
import { isNested } from '../../untyped';

/**
 * The forms of a ClientPoint's link that are known, on whatever host, which differs by account and
 * division: `/v/{id}/{PIN}`, `/v/{id}` and the personal one. Without `https://`, the host shows itself by
 * its dot. With more than the link in it a text may name two.
 */
const LINK =
	/^(?:https?:\/\/|(?=[^/]*\.))[^/?#\s]+\/(?:v|proposal\/unlock-view\/proposalId)\/(\d+)(?:\/(?:pin\/)?([^/?#\s]+))?(?:[/?#]\S*)?$/i;

/** What a link says: the ClientPoint's id, and its PIN where there is one. */
export function readLink(value: unknown): { id: string; pin?: string } | undefined {
	const [, id, pin] = (typeof value === 'string' && LINK.exec(dropInvisible(value))) || [];
	return id === undefined ? undefined : { id, pin };
}

/**
 * The link in a reply of which little is known: `clientpoint_url`, or else whatever is a link to this ClientPoint, or
 * to any where the ID is not known; and what it says.
 */
export function findLink(
	reply: object,
	wanted: number | undefined,
): { url?: string; id?: number; pin?: string } {
	const texts = textsIn(reply);
	const named = texts.filter(({ name }) => plainName(name) === 'clientpointurl');
	const isLink = ({ text }: Text) => {
		const id = toId(readLink(text)?.id);
		return id !== undefined && id === (wanted ?? id);
	};
	const url = (named.find(isLink) ?? named[0] ?? texts.find(isLink))?.text;
	const link = readLink(url);
	const id = toId(link?.id);
	return { url, id, pin: id === (wanted ?? id) ? link?.pin : undefined };
}

interface Text {
	name: string;
	text: string;
}

/** Every text in a reply that says something, with the member's name. */
function textsIn(reply: object): Text[] {
	return Object.entries(reply).flatMap(([name, value]) => {
		if (isNested(value)) return textsIn(value);
		return typeof value === 'string' && !isBlank(value) ? [{ name, text: value.trim() }] : [];
	});
}

/** The link by which ClientPoint tracks one person's views. Documented (2023). */
export const personalLink = (base: string, id: number, pin: string, email: string) =>
	`${base}/proposal/unlock-view/proposalId/${id}/pin/${pin}/email/${encodeURIComponent(email)}`;
