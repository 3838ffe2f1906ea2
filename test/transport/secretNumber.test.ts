/** A key of digits alone, sent back as a number of JSON. */
import { createRedactor } from '../../nodes/ClientPoint/transport/redaction';

const REMOVED = '"[API key removed]"';

it.each<[key: string, written: string]>([
	['12345678', '12345678'],
	['12345678', '-12345678'],
	['12345678', '12345678.0'],
	['12345678', '1.2345678e7'],
	['12345678', '1.2345678E+7'],
	['0012345678', '12345678'],
	['12345678901234567890', '12345678901234567890'],
	['12345678901234567890', '12345678901234567000'],
	['12345678901234567890', '-12345678901234567000'],
	['12345678901234567890', '1.2345678901234567e+19'],
	['12345678901234567890', '1.2345678901235E+19'],
	['9007199254740993', '9007199254740992'],
])('%s as %s is taken out', (key, written) => {
	const { json, jsonText } = createRedactor(key);
	expect(jsonText(`{"data":${written},"list":[1, ${written}],"n":"x"}`)).toBe(
		`{"data":${REMOVED},"list":[1,${REMOVED}],"n":"x"}`,
	);
	expect(jsonText(written)).toBe(REMOVED);
	expect(json({ data: JSON.parse(written), list: [1, JSON.parse(written)] })).toEqual({
		data: '[API key removed]',
		list: [1, '[API key removed]'],
	});
	expect(jsonText(`{"a":"say \\" ${key}, \\\\","b":${written}}`)).toBe(
		`{"a":"say \\" [API key removed], \\\\","b":${REMOVED}}`,
	);
});

it.each<[key: string, shown: string]>([
	['12345678', '{"a": 12345679, "b": 1234567.8, "c": 1.0, "d": "x"}'],
	['00000001', '{"a": 1, "b": 10}'],
	['12345678901234567890', '{"a": 12345678901299, "b": "1.2345678901235E+19"}'],
	['exampleKey1', '{"a": 12345678}'],
	['123456789012345', '{"a": 123456789012300}'],
	['01234567', '{"a": 1234567}'],
	['0x12345678', '{"a": 305419896}'],
	['1e10000000', '{"a": 5}'],
])('of %s, %s is left as it is', (key, shown) => {
	expect(createRedactor(key).jsonText(shown)).toBe(shown);
});

// In any other than linear time it would take far longer than a test may.
it.each(['"', '\\', '1', '-', '1 ', '["a",1],'])('takes megabytes of %j in a moment', (part) => {
	const text = part.repeat(2_000_000 / part.length);
	expect(createRedactor('12345678901234567890').jsonText(text)).toBe(text);
});
