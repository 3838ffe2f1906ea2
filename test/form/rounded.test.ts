/** A number that JavaScript rounds is refused wherever it would be a text, an ID or a key. */
import { examples } from '../contract';
import { fieldsOf } from '../support/formFields';
import { named, prepared, withValue } from '../support/prepare';
import { wouldSend } from '../support/wouldSend';

const ID = 7615917337495251000;
const WHY = `${ID}, which JavaScript may have rounded: write it in quotes upstream`;

it.each(named)('%s takes none in any field', (name, operation) => {
	const taking = fieldsOf(operation.properties).filter(({ path, property }) => {
		const said = prepared(operation, withValue(examples[name].form, path, ID));
		return property.type !== 'json' && !String(said).includes(`, not ${ID}`);
	});
	// An amount is one as a whole.
	expect(taking.filter(({ path }) => !path.endsWith('revenue'))).toEqual([]);
});

it('text, keys and JSON say why', async () => {
	const value = '={{ $json.value }}';
	const long = `${ID + 231}`;
	const data = { additionalFields: { data: value } };
	expect([
		await wouldSend({ name: value }, [ID]),
		await wouldSend({ options: { previewOnly: true, idempotencyKey: value } }, [ID]),
		await wouldSend(data, [{ a: [{ id: ID }] }, `{"a":[{"id":${long}}]}`]),
		await wouldSend({ specifyRecipients: 'json', recipientsJson: value }, [`[{"fax":${long}}]`]),
	]).toEqual([
		[`Name must be text, not ${WHY}`],
		[`Never Send Twice: Unique Key must be text, not ${WHY}`],
		[`Data must not hold ${WHY}`, `Data must not hold ${WHY}`],
		[`Recipients (JSON) must not hold ${WHY}`],
	]);
});

it('the greatest number that is kept, and greater ones in quotes, are sent', async () => {
	const data = { a: Number.MAX_SAFE_INTEGER, b: `${ID}`, c: -0.1234567890123456 };
	const form = { name: '={{ $json.value.a }}', additionalFields: { data: '={{ $json.value }}' } };
	expect(await wouldSend(form, [data])).toMatchObject([{ name: `${data.a}`, data }]);
});
