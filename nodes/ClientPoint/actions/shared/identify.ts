import type { IDataObject } from 'n8n-workflow';
import { isBlank } from '../../form/blank';
import { toId } from '../../form/schemas';
import { entryOf } from '../../form/single';
import { isWrapper, plainName } from '../../memberNames';
import { isObject } from '../../untyped';
import { findLink } from './link';

/** What ClientPoint calls a ClientPoint's ID: in the API, in the webhook, in its staff's code. */
const NAMES = ['clientpointid', 'proposalid'];

/**
 * The reply with `clientpoint_id` and `clientpoint_url` at its top, `null` where nothing tells them: ClientPoint
 * documents no reply. The ID is that of the request, or else what the reply calls so, that of the reply's link, or
 * its `id`.
 *
 * A member of the reply with one of these two names stays as it came, except that digits become a number and a blank
 * one is filled in.
 */
export function identify(reply: IDataObject, known?: number) {
	const { clientpoint_id: ownId, clientpoint_url: ownUrl, ...others } = reply;
	const layers = layersOf(reply);
	const named = known ?? idIn(layers, NAMES);
	const link = findLink(reply, named);
	const id = named ?? link.id ?? idIn(layers, ['id']);
	return {
		clientpoint_id: isBlank(ownId) ? (id ?? null) : (toId(ownId) ?? ownId),
		clientpoint_url: isBlank(ownUrl) ? (link.url ?? null) : ownUrl,
		...others,
	};
}

/** The reply and whatever its answer is wrapped in, the outermost first. */
function layersOf(json: unknown): object[] {
	const answer = entryOf(json);
	if (!isObject(answer)) return [];
	const wrapped = Object.entries(answer).filter(([name]) => isWrapper(name));
	return [answer, ...wrapped.flatMap(([, inner]) => layersOf(inner))];
}

const idIn = (layers: object[], names: string[]) =>
	layers
		.flatMap((layer) => Object.entries(layer))
		.filter(([name]) => names.includes(plainName(name)))
		.map(([, value]) => toId(value))
		.find((id) => id !== undefined);
