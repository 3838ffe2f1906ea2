import { locator } from '../../form/field';
import { toId } from '../../form/schemas';
import { single } from '../../form/single';
import { LINK_IN_EDITOR, readLink } from './link';

/** A ClientPoint's id, a positive whole number; a link gives the id in it, whatever the mode. */
const id = single(
	(value) => toId(readLink(value)?.id ?? value),
	'must be an ID such as 1234567 (a positive whole number)',
);

export const clientPointId = locator(
	{
		displayName: 'ClientPoint ID',
		name: 'clientpoint_id',
		type: 'resourceLocator',
		required: true,
		default: { mode: 'id', value: '' },
		description:
			'Which ClientPoint: its ID, which Create and ClientPoint Trigger put out as clientpoint_id, or its link, which has the ID in it',
		modes: [
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 1234567',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: `(?:\\W*\\d+\\W*|${LINK_IN_EDITOR})`,
							errorMessage: "A ClientPoint's ID has digits only",
						},
					},
				],
			},
			{
				displayName: 'By Link',
				// Not `url`, which n8n would show as "By URL".
				name: 'link',
				type: 'string',
				placeholder: 'e.g. https://login.clientpoint.net/v/1234567/AB12CD',
				hint: 'A link with its PIN is a secret: whoever has it can open the ClientPoint',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: LINK_IN_EDITOR,
							errorMessage: "A ClientPoint's link has /v/ and an ID in it",
						},
					},
				],
			},
		],
	},
	id,
);
