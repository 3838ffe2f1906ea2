import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { isObject } from '../ClientPoint/untyped';

/** Whether a payload is one that the form asks for. Where it names none, all are. */
export function readFilter(context: IWebhookFunctions): (payload: IDataObject) => boolean {
	// Any stands there untouched: whoever adds a state wants that state.
	const states = namesIn(context.getNodeParameter('triggerOn', [])).filter((one) => one !== 'any');
	const events = namesIn(context.getNodeParameter('options.events', ''));
	return ({ Event, Data }) => {
		const { Status, ViewStatus } = isObject(Data) ? Data : {};
		return isOneOf(states, Status, ViewStatus) && isOneOf(events, Event);
	};
}

/** In lower case, because ClientPoint documents no case. A list becomes text with commas too. */
const namesIn = (value: unknown): string[] =>
	String(value ?? '')
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter(Boolean);

const isOneOf = (wanted: string[], ...values: unknown[]) =>
	wanted.length === 0 ||
	values.some((value) => typeof value === 'string' && wanted.includes(value.toLowerCase()));
