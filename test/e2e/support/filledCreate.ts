/** Create with every field and nearly every option filled in, and the body that must arrive. */
import type { INodeParameters } from 'n8n-workflow';
import { create } from '../../../nodes/ClientPoint/actions/clientPoint/create';
import { optionsProperty } from '../../../nodes/ClientPoint/execution/options';
import { examples } from '../../contract';
import { valueAt } from '../../support/formFields';

const { form, request } = examples['clientPoint.create'];
const body = request.body ?? {};

/** A row that has little, behind the example's, which have all. */
const SECOND = { first_name: 'Jane', last_name: 'Roe', email: 'jane.roe@example.com' };

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The body that must arrive. */
export const FILLED_BODY: Record<string, unknown> = {
	...body,
	recipients: [...rowsOf(body.recipients), { ...SECOND, primary: false, title: 'CFO' }],
};

export const FILLED = {
	properties: [...create.properties, optionsProperty],
	values: {
		...form,
		// The upstream item's, which is the example's.
		name: '={{ $json.company }}',
		recipients: {
			values: [
				...rowsOf(valueAt(form, 'recipients.values')),
				{ ...SECOND, additionalFields: { title: 'CFO' } },
			],
		},
		options: Object.fromEntries(
			(optionsProperty.options ?? [])
				.flatMap((option) => ('type' in option && option.name !== 'previewOnly' ? [option] : []))
				.map(({ name, type, typeOptions }) => [
					name,
					type === 'boolean' || (typeOptions?.maxValue ?? 'deal-1'),
				]),
		),
	} as INodeParameters,
};
