/** Long texts and long lists in any field: nothing hangs, and what is said of them is short. */
import { examples } from '../contract';
import { fieldsOf } from '../support/formFields';
import { named, prepared, withValue } from '../support/prepare';

const SIZE = 50_000;
const repeat = (text: string) => text.repeat(SIZE / text.length);

it.each([
	['blanks inside', `a${repeat(' ')}b`],
	['digits', `${repeat('1')}.${repeat('1')}x`],
	['dots and dashes', `a@${repeat('a-.')}`],
	['brackets', repeat('[{')],
	['slashes', `https://${repeat('v/')}`],
])('a text of 50,000 characters in each field: %s', (_, value) => {
	for (const [name, operation] of named) {
		for (const { path } of fieldsOf(operation.properties)) {
			const result = prepared(operation, withValue(examples[name].form, path, value));
			if (typeof result === 'string') expect(result.length).toBeLessThan(500);
		}
	}
});

const bad = { email: 'x', first_name: { a: 1 }, primary: 'y', last_name: 'ok' };
const rows = Array.from({ length: 5_000 }, () => bad);

it.each([
	['Recipients', { recipients: { values: rows } }],
	['Recipients (JSON)', { specifyRecipients: 'json', recipientsJson: rows }],
])('5,000 bad %s are told in ten sentences', (label, more) => {
	const [[name, create]] = named;
	const sentences = String(prepared(create, { ...examples[name].form, ...more })).split('; ');
	expect(sentences).toHaveLength(11);
	expect(sentences[0]).toMatch(`${label}, row 1: `);
	expect(sentences[10]).toBe('and 14990 more');
});
