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

const FILLERS = [
	'null',
	'NULL',
	' undefined',
	'N/A',
	'n/a',
	'None',
	'none',
	'NaN',
	'nan',
	'\u200bnull ',
];

it.each(FILLERS)(
	'%j says nothing in fields, collections, rows and the entries of a list',
	async (word) => {
		const person = { first_name: 'Joe', last_name: word, email: 'joe@x.co' };
		const kept = [{ first_name: 'Joe', email: 'joe@x.co' }];
		const optional = {
			additionalFields: {
				division: word,
				expiration_date: word,
				file_ids: word,
				data: word,
				test_mode: word,
			},
			custom_fields: { values: [{ tag: 'a', value: word }] },
		};
		const rows = { recipients: { values: [{ ...person, additionalFields: { zip: word } }] } };
		expect(await sent({ ...optional, ...rows })).toEqual({
			...REQUIRED,
			// n8n fills in what a row leaves at its default.
			recipients: [{ ...kept[0], primary: false }],
		});
		sandbox.reset();
		const json = { specifyRecipients: 'json', recipientsJson: JSON.stringify([person]) };
		expect(await sent({ ...optional, ...json, specifyCustomFields: word })).toEqual({
			...REQUIRED,
			recipients: kept,
		});
	},
);

it('leaves names alone, required fields, and what is in Data', async () => {
	const parameters = {
		name: 'null',
		recipients: { values: [{ first_name: 'Nan', last_name: 'Nully' }] },
		additionalFields: { data: '{"a":"null","b":"N/A"}' },
	};
	expect(await sent(parameters)).toEqual({
		...REQUIRED,
		name: 'null',
		recipients: [{ first_name: 'Nan', last_name: 'Nully', primary: false }],
		data: { a: 'null', b: 'N/A' },
	});
});

it('a list of one such word says nothing either', async () => {
	const additionalFields = { division: "={{ ['N/A'] }}", test_mode: "={{ ['null'] }}" };
	const recipients = { values: [{ first_name: 'Joe', last_name: "={{ ['None'] }}" }] };
	expect(await sent({ additionalFields, recipients })).toEqual({
		...REQUIRED,
		recipients: [{ first_name: 'Joe', primary: false }],
	});
	sandbox.reset();
	const list = [{ first_name: 'Joe', last_name: ['N/A'], email: ['joe@x.co'] }];
	const json = { specifyRecipients: 'json', recipientsJson: JSON.stringify(list) };
	expect(await sent(json)).toEqual({
		...REQUIRED,
		recipients: [{ first_name: 'Joe', email: 'joe@x.co' }],
	});
});

it('a required field is told as what it is', async () => {
	expect(await sent({ assigned_to: 'N/A' })).toBe(
		'Assigned To must be a valid e-mail address, not "N/A" [item 0]',
	);
});

it('the node itself sends such words as they are', async () => {
	const parameters = { recipients: { values: [{ last_name: 'Null' }] } };
	expect(await sent(parameters, {})).toEqual({
		...REQUIRED,
		recipients: [{ last_name: 'Null', primary: false }],
	});
});
