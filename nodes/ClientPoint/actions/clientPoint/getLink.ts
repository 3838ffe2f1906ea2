import { collection, field, setting } from '../../form/field';
import { email, text } from '../../form/schemas';
import { defineOperation } from '../../operation';
import { clientPointId } from '../shared/clientPointId';
import { identify } from '../shared/identify';
import { findLink, personalLink } from '../shared/link';

/** Documented for personal links, beside the account's own domain. */
const LOGIN = 'https://login.clientpoint.net';

/**
 * Seen in code of ClientPoint's staff only (2023), there on the account's own domain:
 * `GET /v4/clientpoint/get-link/{clientpoint_id}?type=view`; of types, only `view` is known.
 */
export const getLink = defineOperation({
	resource: 'clientPoint',
	value: 'getLink',
	name: 'Get Link',
	action: 'Get ClientPoint Link',
	description:
		'Get the link under which a client opens a ClientPoint (a client-facing proposal or deal room), and on request a personal one for tracking',
	past: 'Fetched',
	fields: [
		clientPointId,
		collection(
			{
				displayName: 'Additional Fields',
				name: 'additionalFields',
				type: 'collection',
				placeholder: 'Add Field',
				default: {},
			},
			[
				field(
					{
						displayName: 'Personal Link For',
						name: 'personal_link_email',
						type: 'string',
						default: '',
						placeholder: 'e.g. john.doe@example.com',
						description:
							"E-mail address of a recipient. The output then has a personal_url too, by which ClientPoint tracks this person's views. The address is not sent to ClientPoint.",
						hint: 'Begins with the Account URL of the credential, or with https://login.clientpoint.net when that is blank',
					},
					email,
				),
				setting(
					{
						displayName: 'Type',
						name: 'type',
						type: 'string',
						default: 'view',
						placeholder: 'e.g. view',
						description: 'Kind of link; "view" is the only one known',
					},
					text,
				),
			],
		),
	],
	request: ({ clientpoint_id, type }) => ({
		method: 'GET',
		path: `/v4/clientpoint/get-link/${clientpoint_id}`,
		query: { type },
		host: 'account',
		effect: 'reads',
	}),
	about: ({ clientpoint_id }) => `ClientPoint ${clientpoint_id}`,
	inDoubt: () => 'Nothing was changed, because this operation only reads. It is safe to try again.',
	output(reply, { clientpoint_id: id, personal_link_email: person }, accountUrl = LOGIN) {
		const { url, pin } = findLink(reply, id);
		// What is missing here would end up in somebody's mail in place of a link.
		if (url === undefined) {
			throw new Error(
				`ClientPoint gave no link for ${id}, perhaps it is not ready or not approved`,
			);
		}
		const identified = identify(reply, id);
		const { clientpoint_id, clientpoint_url } = identified;
		const parts = { clientpoint_id, clientpoint_url, pin: pin ?? null };
		if (person === undefined) return { ...parts, ...identified };
		if (pin === undefined) {
			throw new Error(
				`No personal link can be made for ${person}: the link that ClientPoint gave has no PIN. Leave Personal Link For blank to get the link as it is.`,
			);
		}
		return { ...parts, personal_url: personalLink(accountUrl, id, pin, person), ...identified };
	},
});
