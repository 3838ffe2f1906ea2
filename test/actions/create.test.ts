import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { REQUIRED, runNode } from '../support/clientPoint';
import { oneItem, optional } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
const { bodyOf, refusalOf } = oneItem(sandbox);

describe('the request', () => {
	it('is the documented one, with the key in the JSON body', async () => {
		await runNode(sandbox);
		const [{ method, path, headers, body }] = sandbox.received;
		expect({ method, path, body }).toEqual({
			method: 'POST',
			path: '/v4/clientpoint/create',
			body: { ...REQUIRED, api_key: SANDBOX_KEY },
		});
		expect(headers['content-type']).toBe('application/json');
		expect(headers.authorization).toBeUndefined();
	});

	it('holds nothing that the user did not set', async () => {
		expect(await bodyOf({})).toEqual(REQUIRED);
	});

	it('takes every field by expression', async () => {
		const lead = {
			name: 'ABC Company',
			revenue: '500.50',
			assigned_to: ' rep@yourcompany.com ',
			person: { first_name: 'John', email: 'john@example.com', zip: '02101' },
			tag: 'location',
			city: 'Boston',
			files: [9173927, 8102380],
			day: '2027-06-15',
			yes: true,
			more: { xyz: 'any value' },
		};
		const body = await bodyOf(
			{
				name: '={{ $json.name }}',
				revenue: '={{ $json.revenue }}',
				assigned_to: '={{ $json.assigned_to }}',
				recipients: {
					values: [
						{
							first_name: '={{ $json.person.first_name }}',
							email: '={{ $json.person.email }}',
							primary: '={{ $json.yes }}',
							additionalFields: { zip: '={{ $json.person.zip }}' },
						},
					],
				},
				custom_fields: { values: [{ tag: '={{ $json.tag }}', value: '={{ $json.city }}' }] },
				additionalFields: {
					division: '={{ $json.city }}',
					expiration_date: '={{ $json.day }}',
					file_ids: '={{ $json.files }}',
					template_id: '={{ $json.files.join(", ") }}',
					test_mode: '={{ $json.yes }}',
					send_recipient_mail: '={{ !$json.yes }}',
					data: '={{ $json.more }}',
				},
			},
			{ items: [lead] },
		);
		expect(body).toEqual({
			name: 'ABC Company',
			revenue: 500.5,
			assigned_to: 'rep@yourcompany.com',
			recipients: [{ first_name: 'John', email: 'john@example.com', primary: true, zip: '02101' }],
			custom_fields: [{ tag: 'location', value: 'Boston' }],
			division: 'Boston',
			expiration_date: '2027-06-15',
			file_ids: [9173927, 8102380],
			template_id: [9173927, 8102380],
			test_mode: true,
			send_recipient_mail: false,
			data: { xyz: 'any value' },
		});
	});
});

describe('the other optional fields', () => {
	it('are left out while blank', async () => {
		const blank = {
			division: '',
			expiration_date: '',
			file_ids: ' ',
			template_id: [],
			data: '',
			test_mode: null,
		};
		expect(
			await bodyOf({ ...optional(blank), recipients: {}, custom_fields: { values: [] } }),
		).toEqual(REQUIRED);
	});

	it.each([
		['test_mode', false],
		['test_mode', true],
		['send_recipient_mail', false],
		['send_recipient_mail', true],
	])('send %s as %s once the user added it', async (field, sent) => {
		expect(await bodyOf(optional({ [field]: sent }))).toEqual({ ...REQUIRED, [field]: sent });
	});

	it('take the words true and false, and no others', async () => {
		expect((await bodyOf(optional({ test_mode: '={{ "True" }}' }))).test_mode).toBe(true);
		sandbox.reset();
		expect(await refusalOf(optional({ test_mode: '={{ "yes" }}' }))).toBe(
			'Test Mode must be true or false, not "yes"',
		);
	});
});

describe('an entry of Custom Fields (JSON)', () => {
	const json = (...entries: object[]) => ({
		specifyCustomFields: 'json',
		customFieldsJson: JSON.stringify([{ tag: 'first', value: 'kept' }, ...entries]),
	});
	const KEPT = { ...REQUIRED, custom_fields: [{ tag: 'first', value: 'kept' }] };

	it.each([[{ tag: 'location' }], [{ tag: 'location', value: null, label: 'Location' }]])(
		'without a value is left out: %j',
		async (entry) => expect(await bodyOf(json(entry))).toEqual(KEPT),
	);

	it('with its value under another name is refused', async () => {
		expect(await refusalOf(json({ tag: 'location', val: 'Boston' }))).toBe(
			'Custom Fields (JSON), row 2: value is required',
		);
	});
});
