/** What AI models write where they have nothing to say: nothing, in optional fields of the tool alone. */
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const TOOL = 'n8n-nodes-clientpoint.clientPointTool';

/** The body that the node sends, as a tool or as it is, or what is said instead. */
async function sent(parameters: object, settings: object = { type: TOOL }) {
	const { done, error } = await runNode(sandbox, {
		parameters: { ...REQUIRED, ...parameters },
		settings,
	});
	return sentBodies(sandbox)[0] ?? error?.message ?? done[0].json.error;
}

it.each(['null', 'NULL', ' undefined', 'N/A', 'None', 'NaN', 'nan', '\u200bnull '])(
	'%j says nothing in fields, collections and rows',
	async (word) => {
		const person = { first_name: 'Joe', last_name: word, email: "={{ ['N/A'] }}" };
		const additionalFields = { division: word, expiration_date: word, data: word, test_mode: word };
		const parameters = {
			additionalFields,
			custom_fields: { values: [{ tag: 'a', value: word }] },
			recipients: { values: [{ ...person, additionalFields: { zip: word } }] },
			specifyCustomFields: word,
		};
		expect(await sent(parameters)).toEqual({
			...REQUIRED,
			// n8n fills in what a row leaves at its default.
			recipients: [{ first_name: 'Joe', primary: false }],
		});
	},
);

it('leaves names alone, required fields, and JSON', async () => {
	const parameters = {
		name: 'null',
		recipients: { values: [{ first_name: 'Nan', last_name: 'Nully' }] },
		additionalFields: { data: '={{ ({ a: "null", b: "N/A" }) }}' },
		specifyCustomFields: 'json',
		customFieldsJson: '[{"tag":"a","value":"N/A"}]',
	};
	expect(await sent(parameters)).toEqual({
		...REQUIRED,
		name: 'null',
		recipients: [{ first_name: 'Nan', last_name: 'Nully', primary: false }],
		data: { a: 'null', b: 'N/A' },
		custom_fields: [{ tag: 'a', value: 'N/A' }],
	});
});

it('a required field is told as what it is', async () => {
	expect(await sent({ assigned_to: 'N/A' })).toBe(
		'Assigned To must be a valid e-mail address, not "N/A"',
	);
});

it('the node itself sends such words as they are', async () => {
	const parameters = { recipients: { values: [{ last_name: 'Null' }] } };
	expect(await sent(parameters, {})).toEqual({
		...REQUIRED,
		recipients: [{ last_name: 'Null', primary: false }],
	});
});
