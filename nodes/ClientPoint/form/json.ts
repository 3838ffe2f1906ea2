import { z } from 'zod';
import { shorten } from '../shorten';
import { asError, isDeeper, isNested, isObject } from '../untyped';
import { isBlank } from './blank';
import { quote } from './quote';
import { IN_QUOTES, isRounded } from './rounded';

/** Levels of nesting; V8 itself fails at some thousand, and what n8n does with a value needs some too. */
export const MAX_DEPTH = 500;

/**
 * JSON as text or as a value, as a fresh copy: what cannot be written as JSON is found here and not in
 * mid-run. `undefined` where it says nothing, as `null` does.
 */
const jsonOf = <Json>(kind: string, isKind: (json: unknown) => json is Json) =>
	z.unknown().transform((value, context): Json | undefined => {
		const refuse = (message: string) => {
			context.addIssue({ code: 'custom', message, fatal: true });
			return z.NEVER;
		};
		let json: unknown;
		try {
			// Some programs write a byte order mark, which JSON does not allow and `trim` takes off.
			json = JSON.parse(typeof value === 'string' ? value.trim() : JSON.stringify(value));
		} catch (error) {
			return refuse(`must be ${kind}; ${faultOf(value, asError(error).message)}`);
		}
		if (isDeeper(json, MAX_DEPTH)) {
			return refuse(`must not be nested deeper than ${MAX_DEPTH} levels`);
		}
		const rounded = valuesIn(json).find(isRounded);
		if (rounded !== undefined) return refuse(`must not hold ${quote(rounded)}${IN_QUOTES}`);
		if (isBlank(json)) return undefined;
		return isKind(json) ? json : refuse(`must be ${kind}, not ${quote(json)}`);
	});

const valuesIn = (json: unknown): unknown[] =>
	isNested(json) ? Object.values(json).flatMap(valuesIn) : [json];

export const jsonObject = jsonOf('a JSON object', isObject);

export const jsonArray = jsonOf('a JSON array', (json): json is unknown[] => Array.isArray(json));

function faultOf(value: unknown, message: string): string {
	const reason = shorten(message.replace(/\s+/g, ' '), 100);
	if (typeof value !== 'string') return `it cannot be written as JSON (${reason})`;
	return value.includes('[object Object]')
		? '[object Object] is no JSON: write {{ JSON.stringify(…) }}, or the expression alone, without text around it'
		: `it is not valid JSON (${reason})`;
}
