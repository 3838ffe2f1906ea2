import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';
import { trimUnseen } from '../../credentials/unseen';
import { isNested, isObject } from '../ClientPoint/untyped';

/** What the user wants to hear of, in lower case; an empty list means all. */
interface Filters {
	events: string[];
	status: string[];
	viewStatus: string[];
}

export function readFilters(context: IWebhookFunctions): Filters {
	return {
		events: toList(context.getNodeParameter('events', '')),
		status: toList(context.getNodeParameter('options.status', [])),
		viewStatus: toList(context.getNodeParameter('options.viewStatus', [])),
	};
}

/** Text with commas, or the list that an expression may give. Semicolons and lines part no less: no name has one. */
const toList = (value: unknown): string[] =>
	(Array.isArray(value) ? value : [value])
		.flatMap((entry) => toText(entry).split(/[,;\n]/))
		.map(trimUnseen)
		.filter((entry) => entry !== '');

/**
 * Whether a payload is to start the workflow; `unfit` when a filter asks for something that is a
 * list or an object in it, and so no name of an event or a status.
 */
export function verdictOn(
	{ Event, Data }: IDataObject,
	{ events, status, viewStatus }: Filters,
): 'wanted' | 'left out' | 'unfit' {
	const { Status, ViewStatus } = isObject(Data) ? Data : {};
	const asked = [
		{ wanted: events, value: Event },
		{ wanted: status, value: Status },
		{ wanted: viewStatus, value: ViewStatus },
	].filter(({ wanted }) => wanted.length > 0);
	if (asked.some(({ value }) => isNested(value))) return 'unfit';
	const passes = asked.every(({ wanted, value }) => wanted.includes(toText(value)));
	return passes ? 'wanted' : 'left out';
}

/** In lower case, because ClientPoint documents no case; blank for what is no plain value. */
const toText = (value: unknown): string =>
	isNested(value) || value === undefined || value === null
		? ''
		: trimUnseen(String(value)).toLowerCase();
