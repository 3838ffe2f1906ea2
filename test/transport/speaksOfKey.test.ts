/** Which replies speak of the key, and which say that a field is missing. */
import { saysWhatIsMissing, speaksOfKey } from '../../nodes/ClientPoint/transport/speaksOfKey';

describe('words about the key, or about who may do what', () => {
	it.each([
		...['API key', 'APIkey', 'api token', 'Tokens', 'Bearer', 'credentials', 'unauthorized'],
		...['Unauthorised', 'authorize', 'authentication', 'Auth failed', 'no access', 'forbidden'],
		...['permissions', 'denied', 'log in first', 'login', 'logged out', 'logged in', 'log ged'],
		...['sign in', 'not signed in', 'user name unknown', 'username unknown', 'password', 'secrets'],
		...['signature', 'session', 'subscription', 'license', 'licence', 'your ip', 'IP blocked'],
		...['account not active', 'user is suspended', 'account has been closed', 'user locked'],
		...['account inactive', 'account disabled', 'account blocked', 'account expired', 'bad key'],
		...['INVALID_KEY', 'InvalidKey', 'InvalidApiToken', 'x-api-key', 'authorizationRequired'],
		...['name, api_key must be sent', 'bad api_key: x'],
	])('%s', (words) => expect(speaksOfKey({}, words)).toBe(true));
	it.each([
		...['', 'Bad Request', 'broken', 'tokenizer', 'author', 'accessory', 'keyboard', 'the keys'],
		...['key: name', 'key name is required', 'key revenue', 'monkey', 'blog in', 'design in'],
		...['ip4', 'zip', 'vip list', 'account of others', 'accountable, not', 'users not'],
		...['api_key, name', 'API_KEY , name', 'name, apikey', 'name,api_key', 'name ,  APIKEY'],
		...['apikey, name, api_key, revenue, apikey', 'key assigned to'],
		`account ${'x'.repeat(31)} not`,
	])('not: %s', (words) => expect(speaksOfKey({}, words)).toBe(false));
	it('a name of something else is no field', () =>
		expect(
			['user', 'host', 'domain', 'server', 'file', 'route'].map((of) =>
				speaksOfKey({}, `key for ${of} name`),
			),
		).toEqual(Array(6).fill(true)));
});

describe('members', () => {
	const nested = (levels: number): unknown =>
		levels === 0 ? { api_key: 'invalid' } : { a: nested(levels - 1) };
	it.each<[unknown]>([
		...['api_key', 'apikey', 'API_KEY', 'apiKey', 'api-key'].map((name): [unknown] => [
			{ [name]: 'is not valid' },
		]),
		...['invalid', 'not', 'no', 'unknown', 'incorrect', 'wrong', 'bad', 'expired', 'revoked'].map(
			(word): [unknown] => [{ api_key: word.toUpperCase() }],
		),
		...['inactive', 'disabled', 'required', 'missing', 'must', 'denied', 'refused', 'rejected'].map(
			(word): [unknown] => [{ api_key: [`it: ${word}`] }],
		),
		[{ api_key: false }],
		...['missing', 'MISSING_FIELDS', 'Invalid', 'invalid_params'].map((name): [unknown] => [
			{ [name]: ['API_KEY'] },
		]),
		[{ missing: 'apikey' }],
		...['code', 'type', 'error_code', 'errorType', 'status', 'status_code', 'httpStatus'].map(
			(name): [unknown] => [{ [name]: 'INVALID_TOKEN' }],
		),
		...[
			'http_status_code',
			'error',
			'errors',
			'name',
			'field',
			'param',
			'parameter',
			'Property',
		].map((name): [unknown] => [{ [name]: 'unauthorized' }]),
		...[401, 403, '401', '403'].map((code): [unknown] => [{ errorcode: code }]),
		[{ login_required: true }],
		[{ password: 'required' }],
		[{ loginPage: 'mandatory' }],
		[{ authorized: false }],
		[{ a: [{ b: { session: 'is missing' } }] }],
		[{ list: [1, null, { code: 'denied' }] }],
		[nested(5)],
	])('%j', (json) => expect(speaksOfKey(json)).toBe(true));
	it.each<[unknown]>([
		[undefined],
		[null],
		['api_key'],
		[{}],
		...['my_api_key', 'api_keys', 'xapikey', 'apiXkey'].map((name): [unknown] => [
			{ [name]: 'no' },
		]),
		[{ api_key: 'exam****' }],
		[{ api_key: 'note' }],
		[{ api_key: undefined }],
		...['request', 'Input', 'PARAMS', 'parameters', 'payload', 'body', 'query', 'post', 'sent'].map(
			(name): [unknown] => [{ [name]: { api_key: 'bad', code: 401 } }],
		),
		[{ url: { code: 'denied' } }],
		[{ missing: ['name'] }],
		[{ allowed: ['api_key'] }],
		...['mycode', 'codes', 'suberror', 'errorsx', 'fields', 'statuses', 'names', 'http_type'].map(
			(name): [unknown] => [{ [name]: 'unauthorized' }],
		),
		[{ code: 'https://x.example/authentication' }],
		[{ type: 'http://x.example/authentication' }],
		[{ error: { link: 'unauthorized' } }],
		...[400, 1401, 4010, '4030', 402, '1403'].map((code): [unknown] => [{ code }]),
		[{ login_required: false }],
		[{ login_required: 'true' }],
		[{ password: 'x' }],
		[{ password: { required: 1 } }],
		[{ authorized: true }],
		[nested(6)],
	])('not: %j', (json) => expect(speaksOfKey(json)).toBe(false));
	it('a link behind other words is no address', () =>
		expect(speaksOfKey({ code: 'denied, see https://x.example' })).toBe(true));
	it('what was sent is no news under such a name alone', () =>
		expect(
			['prequest', 'requests', 'sentence', 'myurl'].map((name) =>
				speaksOfKey({ [name]: { api_key: 'bad' } }),
			),
		).toEqual(Array(4).fill(true)));
});

describe('that a field is missing', () => {
	const words = (text: string) => saysWhatIsMissing({}, text);
	it.each([
		...['name is empty', 'Revenue', 'assigned to whom', 'ASSIGNED_TO', 'client name', 'assignedTo'],
	])('%s', (text) => expect(words(text)).toBe(true));
	it.each(['', 'names', 'rename it', 'revenues of', 'user name', 'host name', 'required'])(
		'not: %s',
		(text) => expect(words(text)).toBe(false),
	);

	const missing = (text: string) => saysWhatIsMissing({ is: 'missing' }, text);
	it.each([
		...['field', 'fields', 'param', 'params', 'parameter', 'parameters', 'property', 'properties'],
		...['attribute', 'attributes', 'argument', 'arguments', 'value', 'values', 'input', 'inputs'],
		...['data', 'information', 'division: is missing', 'Two words: are missing'],
	])('something is missing, %s', (text) => expect(missing(text)).toBe(true));
	it.each(['', 'fieldset', 'datas', 'at 5: x', 'page', 'say "x y": z'])(
		'something is missing, but what: %s',
		(text) => expect(missing(text)).toBe(text === 'at 5: x'),
	);
	it.each(['required', 'missing', 'mandatory', 'blank', 'empty'])('a field, which is %s', (is) => {
		expect(saysWhatIsMissing({ name: is })).toBe(true);
		expect(saysWhatIsMissing({ id: is })).toBe(false);
	});
	it('a name alone says nothing, nor does a reply that is no object', () => {
		expect(saysWhatIsMissing({ name: 'Acme' })).toBe(false);
		expect(saysWhatIsMissing(['revenue'], 'revenue')).toBe(false);
		expect(saysWhatIsMissing('revenue', 'revenue')).toBe(false);
		expect(saysWhatIsMissing({ errors: { revenue: 1 } })).toBe(true);
		expect(saysWhatIsMissing({ errors: { assignedTo: 1 } })).toBe(true);
	});
});
