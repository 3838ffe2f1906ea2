/** The dropdown between rows and JSON, given by an expression: whatever it says, no list is lost. */
import { REQUIRED, runNode, sentBodies } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const both = {
	specifyRecipients: '={{ $json.value }}',
	recipients: { values: [{ first_name: 'Row' }] },
	recipientsJson: '[{"first_name":"JSON"}]',
};

/** n8n fills in what a row leaves at its default. */
const ROW = { first_name: 'Row', primary: false };

it.each<[unknown, string]>([
	['fields', 'Row'],
	['json', 'JSON'],
	[' json\u200b', 'JSON'],
	[['json'], 'JSON'],
	['', 'Row'],
	[null, 'Row'],
	[undefined, 'Row'],
	[[], 'Row'],
])('%j sends %s', async (value, sent) => {
	const { error } = await runNode(sandbox, {
		parameters: { ...REQUIRED, ...both },
		items: [{ value }],
	});
	expect(error?.message).toBeUndefined();
	expect(sentBodies(sandbox)).toEqual([
		{ ...REQUIRED, recipients: [sent === 'Row' ? ROW : { first_name: sent }] },
	]);
});

it.each([['JSON'], ['rows'], [7]])('%j is refused', async (value) => {
	const { error } = await runNode(sandbox, {
		parameters: { ...REQUIRED, ...both },
		items: [{ value }],
	});
	expect(error?.message).toBe(
		`Specify Recipients must be one of fields, json, not ${JSON.stringify(value)} [item 0]`,
	);
	expect(sandbox.received).toEqual([]);
});
