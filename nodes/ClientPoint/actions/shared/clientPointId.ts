import type { INodePropertyModeValidation } from 'n8n-workflow';
import { locator } from '../../form/field';
import { toId } from '../../form/schemas';
import { single } from '../../form/single';
import { readLink } from './link';

/** A ClientPoint's id, a positive whole number; a link gives the id in it, whatever the mode. */
const id = single(
	(value) => toId(readLink(value)?.id ?? value),
	'must be an ID such as 1234567 (a positive whole number)',
);

/** What the editor marks while one types; what is sent is for the schema to decide. */
const validation: INodePropertyModeValidation[] = [
	{
		type: 'regex',
		properties: { regex: '.*\\d.*', errorMessage: "A ClientPoint's ID has digits only" },
	},
];

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
				validation,
			},
			{
				displayName: 'By Link',
				// Not `url`, which n8n would show as "By URL".
				name: 'link',
				type: 'string',
				placeholder: 'e.g. https://login.clientpoint.net/v/1234567/AB12CD',
				hint: 'A link with its PIN is a secret: whoever has it can open the ClientPoint',
				validation,
			},
		],
	},
	id,
);
