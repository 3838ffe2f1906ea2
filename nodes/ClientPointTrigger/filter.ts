import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { isObject } from '../ClientPoint/untyped';

/** Whether a payload is one that the form asks for. Where it names none, all are. */
export function readFilter(context: IWebhookFunctions): (payload: IDataObject) => boolean {
	const events = toList(context.getNodeParameter('events', ''));
	const status = toList(context.getNodeParameter('options.status', []));
	const viewStatus = toList(context.getNodeParameter('options.viewStatus', []));
	const isOneOf = (wanted: string[], value: unknown) =>
		wanted.length === 0 || wanted.includes(toText(value));
	return ({ Event, Data }) => {
		const { Status, ViewStatus } = isObject(Data) ? Data : {};
		return isOneOf(events, Event) && isOneOf(status, Status) && isOneOf(viewStatus, ViewStatus);
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
