import { z } from 'zod';
import { shorten } from '../shorten';
import { asError, isDeeper, isObject } from '../untyped';
import { isBlank, trim } from './blank';
import type { Issue } from './issues';
import { quote } from './quote';
import { findRounded, IN_QUOTES } from './rounded';

/** Levels of nesting; V8 itself fails at some thousand, and what n8n does with a value needs some too. */
export const MAX_DEPTH = 500;

/**
 * JSON as text or as a value, as a fresh copy: what cannot be written as JSON is found here and not in
 * mid-run. `undefined` where it says nothing, as `null` does.
 */
const jsonOf = <Json>(kind: string, isKind: (json: unknown) => json is Json) =>
	z.unknown().transform((value, context): Json | undefined => {
		const refuse = (message: string, path: Issue['path'] = []) => {
			context.addIssue({ code: 'custom', message, path, fatal: true });
			return z.NEVER;
		};
		try {
			// Some programs write a byte order mark, which JSON does not allow.
			const text: string | undefined =
				typeof value === 'string' ? trim(value) : JSON.stringify(value);
			// What JSON has no word for, such as a function, is refused as what it is.
			const json: unknown = text === undefined ? value : JSON.parse(text);
			if (isDeeper(json, MAX_DEPTH)) return refuse(TOO_DEEP);
			const rounded = findRounded(json);
			if (rounded) return refuse(`must not be ${rounded.value}${IN_QUOTES}`, rounded.path);
			if (isBlank(json)) return undefined;
			return isKind(json) ? json : refuse(`must be ${kind}, not ${quote(json)}`);
		} catch (error) {
			// Thrown where the call stack is at its end.
			if (error instanceof RangeError) return refuse(TOO_DEEP);
			return refuse(`must be ${kind}; ${faultOf(value, asError(error).message)}`);
		}
	});

const TOO_DEEP = `must not be nested deeper than ${MAX_DEPTH} levels`;

export const jsonObject = jsonOf('a JSON object', isObject);

export const jsonArray = jsonOf('a JSON array', (json): json is unknown[] => Array.isArray(json));

function faultOf(value: unknown, message: string): string {
	const reason = shorten(message.replace(/\s+/g, ' '), 100);
	if (typeof value !== 'string') return `it cannot be written as JSON (${reason})`;
	return value.includes('[object Object]')
		? '[object Object] is no JSON: write {{ JSON.stringify(…) }}, or the expression alone, without text around it'
		: `it is not valid JSON (${reason})`;
}
