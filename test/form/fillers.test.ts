/** What AI models write where they have nothing to say: nothing, in optional fields of the tool alone. */
import { REQUIRED } from '../support/clientPoint';
import { wouldSend } from '../support/wouldSend';

const asTool = async (parameters: object) =>
	await wouldSend(parameters, [0], { settings: { type: 'n8n-nodes-clientpoint.clientPointTool' } });

it.each(['null', 'NULL', ' undefined', 'N/A', 'None'])('%j says nothing', async (word) => {
	const parameters = {
		additionalFields: { division: word, expiration_date: word, data: word, test_mode: word },
		custom_fields: { values: [{ tag: 'a', value: word }] },
		recipients: {
			values: [{ first_name: 'Joe', last_name: word, additionalFields: { zip: word } }],
		},
		specifyCustomFields: word,
	};
	expect(await asTool(parameters)).toEqual([
		// n8n fills in what a row leaves at its default.
		{ ...REQUIRED, recipients: [{ first_name: 'Joe', primary: false }] },
	]);
});

it('required fields, other words and JSON stay as they are', async () => {
	const parameters = {
		name: 'null',
		recipients: { values: [{ first_name: 'Nan', last_name: 'Nully' }] },
		additionalFields: { data: '={{ ({ a: "null", b: "N/A" }) }}' },
		specifyCustomFields: 'json',
		customFieldsJson: '[{"tag":"a","value":"N/A"}]',
	};
	expect(await asTool(parameters)).toEqual([
		{
			...REQUIRED,
			name: 'null',
			recipients: [{ first_name: 'Nan', last_name: 'Nully', primary: false }],
			data: { a: 'null', b: 'N/A' },
			custom_fields: [{ tag: 'a', value: 'N/A' }],
		},
	]);
});

it('the node itself sends such words as they are', async () => {
	const parameters = { recipients: { values: [{ last_name: 'Null' }] } };
	expect(await wouldSend(parameters)).toMatchObject([{ recipients: [{ last_name: 'Null' }] }]);
});
