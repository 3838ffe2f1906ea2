import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { isObject } from '../ClientPoint/untyped';

/** Whether a payload is one that the form asks for. Where it names none, all are. */
export function readFilter(context: IWebhookFunctions): (payload: IDataObject) => boolean {
	// Any stands there untouched: whoever adds a state wants that state.
	const states = toList(context.getNodeParameter('triggerOn', [])).filter((one) => one !== 'any');
	const events = toList(context.getNodeParameter('options.events', ''));
	const isOneOf = (wanted: string[], ...values: unknown[]) =>
		wanted.length === 0 || values.some((value) => wanted.includes(toText(value)));
	return ({ Event, Data }) => {
		const { Status, ViewStatus } = isObject(Data) ? Data : {};
		return isOneOf(states, Status, ViewStatus) && isOneOf(events, Event);
	};
}

/** Text with commas, or the list that an expression may give. */
const toList = (value: unknown): string[] =>
	[value].flat().flatMap((entry) =>
		toText(entry)
			.split(',')
			.map((name) => name.trim())
			.filter((name) => name !== ''),
	);

/** In lower case, because ClientPoint documents no case. */
const toText = (value: unknown): string =>
	typeof value === 'string' ? value.trim().toLowerCase() : '';
