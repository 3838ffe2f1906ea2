import { operations } from '../../nodes/ClientPoint/actions';
import { FormError } from '../../nodes/ClientPoint/form/issues';
import type { Operation } from '../../nodes/ClientPoint/operation';
import type { ApiRequest } from '../../nodes/ClientPoint/request';
import { valueAt } from './formFields';

export type Form = Record<string, unknown>;

/** Each operation by its name, for `describe.each`. */
export const named = operations.map((operation): [string, Operation] => [
	`${operation.resource}.${operation.value}`,
	operation,
]);

/** The request that a form makes, or what is said of it. Anything thrown but a FormError is a fault. */
export function prepared(operation: Operation, form: Form): ApiRequest | string {
	try {
		return operation.prepare(form).request;
	} catch (error) {
		return error instanceof FormError ? error.message : `not a FormError: ${String(error)}`;
	}
}

/** A copy of the form with this value at the path; `undefined` removes what is there. */
export function withValue(form: Form, path: string, value: unknown): Form {
	const copy = structuredClone(form);
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const holder = (keys.length > 0 ? valueAt(copy, keys.join('.')) : copy) as Form;
	if (value === undefined) delete holder[last];
	else holder[last] = value;
	return copy;
}
