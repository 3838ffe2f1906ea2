/** The words of a failure, by the forms in which APIs name the field that they are about. */
import { describeResponse } from '../../nodes/ClientPoint/transport/errorMessage';

const LABELS: Record<string, string> = {
	name: 'Name',
	assigned_to: 'Assigned To',
	division: 'Division',
	email: 'Email',
	recipients: 'Recipients',
};
const told = (body: unknown) =>
	describeResponse(
		{
			kind: 'response',
			status: 422,
			headers: {},
			text: typeof body === 'string' ? body : JSON.stringify(body),
			isComplete: true,
		},
		(key) => LABELS[key] ?? key,
	).replace('ClientPoint answered 422: ', '');

/** Lists in lists, so many in all. */
const nested = (levels: number): unknown => (levels === 0 ? null : [nested(levels - 1)]);

const ONE = 'Assigned To: is not active';
const message = 'is not active';

it.each<[unknown, string]>([
	...['field', 'fieldName', 'param', 'path', 'property', 'propertyPath', 'attribute', 'name'].map(
		(key): [unknown, string] => [{ errors: [{ [key]: 'assigned_to', message }] }, ONE],
	),
	...['message', 'msg', 'detail', 'reason', 'description'].map((key): [unknown, string] => [
		{ errors: [{ [key]: message, field: 'assigned_to', code: 'E5' }] },
		ONE,
	]),
	[{ errors: [{ path: ['body', 'assigned_to'], message }] }, ONE],
	[{ detail: [{ loc: ['body', 'assigned_to'], msg: message, type: 'value_error' }] }, ONE],
	[{ errors: [{ detail: message, source: { pointer: '/data/attributes/assigned_to' } }] }, ONE],
	[{ errors: [{ detail: message, source: { parameter: 'assigned_to' } }] }, ONE],
	[{ errors: [{ detail: message, source: {} }] }, message],
	[{ errors: [{ detail: message, source: [] }] }, message],
	[{ errors: [{ type: 'field', msg: message, path: 'assigned_to', location: 'body' }] }, ONE],
	[{ field: 'assigned_to', message }, ONE],
	[{ error: { field: 'assigned_to', message } }, ONE],
	[
		{
			errors: [
				{ field: 'assigned_to', message },
				{ field: 'division', message: 'is unknown' },
			],
		},
		`${ONE}; Division: is unknown`,
	],
	[{ errors: [{ field: 'colour', message: 'is odd' }] }, 'colour: is odd'],
	[
		{ errors: [{ field: 'recipients.0.colour', message: 'is odd' }] },
		'recipients.0.colour: is odd',
	],
	[{ errors: [{ name: 'ValidationError', message: 'is odd' }] }, 'Name: ValidationError; is odd'],
	[{ name: 'ValidationError', message: 'is odd' }, 'is odd'],
	[{ errors: [{ field: null, message: 'is odd' }] }, 'is odd'],
	[{ status: 'fail', data: { name: 'is required' } }, 'Name: is required'],
	[{ status: 'fail', data: { name: ['is required', 'is odd'] } }, 'Name: is required, is odd'],
	[{ violations: [{ propertyPath: 'assigned_to', message }] }, ONE],
	[{ Message: 'Invalid.', ModelState: { 'model.assigned_to': [message] } }, `Invalid. ${ONE}`],
	[{ message: 'a\nb\r\n\t c\u0000d\u2028e' }, 'a b c d e'],
	[{ assigned_to: 'is\nnot active' }, ONE],
	[{ kind: 'X1', n: 7 }, '{"kind":"X1","n":7}'],
	// The path of the request is no field.
	[{ status: 422, error: 'Bad Request', path: '/v4/clientpoint/create' }, 'Bad Request'],
	[{ message: 'Unknown division', path: '/v4/clientpoint/create' }, 'Unknown division'],
	[{ message: 'is not active', path: '/assigned_to' }, ONE],
	[{ errors: [{ instancePath: '/assigned_to', keyword: 'format', message }] }, ONE],
	// As other languages write the name.
	...['AssignedTo', 'assignedTo', 'ASSIGNED_TO', '$.assigned_to', 'body.AssignedTo'].map(
		(key): [unknown, string] => [{ errors: { [key]: [message] } }, ONE],
	),
	// Which row.
	[{ errors: { 'recipients.0.email': ['is odd'] } }, 'Recipients, row 1, Email: is odd'],
	[
		{ errors: { 'recipients.0.email': ['is odd'], 'recipients.1.email': ['is odd'] } },
		'Recipients, row 1, Email: is odd; Recipients, row 2, Email: is odd',
	],
	[
		{ errors: [{ source: { pointer: '/data/recipients/1/email' }, detail: 'is odd' }] },
		'Recipients, row 2, Email: is odd',
	],
	[
		{ detail: [{ loc: ['body', 'recipients', 1, 'email'], msg: 'is odd' }] },
		'Recipients, row 2, Email: is odd',
	],
	[{ errors: { recipients: [{}, { email: ['is odd'] }] } }, 'Recipients, row 2, Email: is odd'],
	[{ errors: { recipients: { 1: { email: 'is odd' } } } }, 'Recipients, row 2, Email: is odd'],
	[
		{ recipients: [{}, { email: ['Is odd.'] }], name: ['Is required.'] },
		'Recipients, row 2, Email: Is odd. Name: Is required.',
	],
	[{ errors: { name: [{ error: 'blank' }] } }, 'Name: blank'],
	// Lists of messages under other names.
	[{ issues: [{ code: 'invalid', path: ['assigned_to'], message }], name: 'ZodError' }, ONE],
	[{ subErrors: [{ field: 'assigned_to', rejectedValue: 'x', message }] }, ONE],
	[{ 'invalid-params': [{ name: 'assigned_to', reason: 'is not active' }] }, ONE],
	[{ fieldErrors: { assigned_to: [message] }, formErrors: ['Bad form'] }, `${ONE}; Bad form`],
	[{ errors: { assigned_to: { _errors: [message] }, _errors: [] } }, ONE],
	[{ errors: { assigned_to: { message, path: 'assigned_to' } } }, ONE],
	[{ errors: [{ defaultMessage: message, field: 'assigned_to', rejectedValue: '' }] }, ONE],
	[{ errors: [{ resource: 'X', field: 'assigned_to', code: 'missing' }] }, 'Assigned To: missing'],
	[{ errors: { name: [] } }, 'ClientPoint answered 422 without saying why'],
	// Names of messages.
	...['errmsg', 'error_msg', 'userMessage', 'faultstring', 'statusMessage', 'errorText'].map(
		(key): [unknown, string] => [{ [key]: 'No', code: 5 }, 'No'],
	),
	[{ message: '\u202eevil\u202c a\u200bb\ufeff' }, 'evil ab'],
	// Names that only begin or end like one of a message.
	...['subtitle', 'titles', 'details_url', 'reasonable', 'exceptional', 'my-reason'].map(
		(key): [unknown, string] => [{ message: 'No', [key]: 'some words' }, 'No'],
	),
	[{ 'hydra:title': 'Fault', 'hydra:description': 'No' }, 'Fault; No'],
	// Numbers and codes are no names of fields; what only looks like one is.
	[{ errors: { 0: 'is bad', 12: 'is odd' } }, 'is bad; is odd'],
	[{ errors: { Code: 'is bad', http_status: 'is odd' } }, 'is bad; is odd'],
	[{ errors: { a1: 'is bad', '1a': 'is odd' } }, 'a1: is bad; 1a: is odd'],
	[{ type: 'Some kind of thing', code: 'is bad' }, '{"type":"Some kind of thing","code":"is bad"}'],
	// What is wrong with a field may be a rule alone.
	[{ errors: [{ field: 'name', Rule: 'required' }] }, 'Name: required'],
	[{ errors: [{ field: 'name', CODE: 'required' }] }, 'Name: required'],
	[{ errors: [{ field: 'name', message: 'is bad', code: 'required' }] }, 'Name: is bad'],
	[{ errors: [{ field: 'name', rules: 'x', decode: 'y' }] }, 'field: name; rules: x; y'],
	[{ errors: [{ field: 'assigned_to', property: 'name', message }] }, ONE],
	[{ errors: [{ message, subfield: 'name' }] }, `${message}; subfield: name`],
	// Rows are numbers, and nothing beside them.
	[{ errors: { recipients: { a1: { email: 'is bad' } } } }, 'Recipients: a1: Email: is bad'],
	[{ errors: { recipients: { '1a': { email: 'is bad' } } } }, 'Recipients: 1a: Email: is bad'],
	[
		{ errors: { recipients: [{ email: 'is bad' }, 'is odd'] } },
		'Recipients: Email: is bad, is odd',
	],
	[{ name: ['is quite bad', 5] }, '{"name":["is quite bad",5]}'],
	// White space is no word.
	[{ message: '  ' }, 'ClientPoint answered 422 without saying why'],
	[{ message: ' No ', detail: ' ' }, 'No'],
	[{ kind: ' ', n: null }, 'ClientPoint answered 422 without saying why'],
	[' \n', 'ClientPoint answered 422 with nothing'],
	['  No JSON  ', 'ClientPoint answered 422 with text that is not JSON: No JSON'],
	['not a <html>', 'ClientPoint answered 422 with text that is not JSON: not a <html>'],
	...['<!DOCTYPE html>', ' <html>', '<head>', '\n<Body x="y">'].map((page): [unknown, string] => [
		`${page}No`,
		'ClientPoint answered 422 with a web page, not JSON',
	]),
	// Deeper than seven levels nobody has written for people.
	[{ a: { b: { c: { d: { e: { f: { message: 'No' } } } } } } }, 'No'],
	[
		{ a: { b: { c: { d: { e: { f: { g: { message: 'No' } } } } } } } },
		'{"a":{"b":{"c":{"d":{"e":{"f":{"g":{"message":"No"}}}}}}}}',
	],
	[nested(100), 'ClientPoint answered 422 without saying why'],
	[nested(101), `${'['.repeat(101)}null${']'.repeat(14)}…`],
])('%j', (body, words) => expect(told(body)).toBe(words));

// Were each text compared with all others, it would take far longer than a test may.
it('is shown of many texts, long names and any depth at once', () => {
	const errors = Array.from({ length: 20_000 }, (_, index) => `is bad ${index}`);
	expect(told({ errors })).toHaveLength(500);
	expect(told({ errors: { ['a.'.repeat(200_000)]: ['is odd'] } })).toHaveLength(500);
	expect(told(`${'{"errors":'.repeat(3000)}"x"${'}'.repeat(3000)}`)).toMatch(/^\{"errors"/);
});

it('knows a web page by its type', () => {
	const page = { kind: 'response', status: 404, text: 'No', isComplete: true } as const;
	for (const type of ['text/html', 'Text/HTML; charset=utf-8', 'application/xhtml+xml']) {
		expect(describeResponse({ ...page, headers: { 'content-type': type } })).toBe(
			'ClientPoint answered 404 with a web page, not JSON',
		);
	}
});

it('shows a text that is no JSON on one line', () => {
	expect(told('Bad\r\n\r\nthing')).toBe(
		'ClientPoint answered 422 with text that is not JSON: Bad thing',
	);
});

describe.each<[string, number, (length: number) => string]>([
	['words', 500, (length) => 'x'.repeat(length)],
	['a reply without words', 120, (length) => `{"kind":"X","n":${'7'.repeat(length - 17)}}`],
])('%s', (name, most, textOf) => {
	const toldOf = (text: string) => told(name === 'words' ? { message: text } : text);

	it(`are whole up to ${most} characters`, () => expect(toldOf(textOf(most))).toBe(textOf(most)));
	it('are cut beyond', () =>
		expect(toldOf(textOf(most + 1))).toBe(`${textOf(most + 1).slice(0, most - 1)}…`));
});
