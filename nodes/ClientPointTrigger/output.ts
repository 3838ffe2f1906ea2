import type { IDataObject } from 'n8n-workflow';
import { isDataObject, mapMembers } from '../ClientPoint/untyped';

type Value = IDataObject[string];

/** Members of `Data` that are numbers, though ClientPoint sends them as text. */
const NUMBERS = ['ClientPointId', 'DivisionId', 'HandDelivered', 'Revenue'];

/** What a payload becomes in the workflow. Its own members go before what is added to them. */
export function toOutput(payload: IDataObject, simplify: boolean): IDataObject {
	const { Data, ...beside } = payload;
	const members = isDataObject(Data) ? Data : {};
	const added = {
		clientpoint_id: toNumber(members.ClientPointId ?? null),
		clientpoint_url: toNull(members.ClientPointLink ?? null),
	};
	if (!simplify || !isDataObject(Data)) return { ...added, ...payload };
	// Dates stay as they are written, because their time zone is not documented.
	const flat = mapMembers(members, (value, name) => {
		if (NUMBERS.includes(name)) return toNumber(value);
		return isDataObject(value) ? mapMembers(value, toNull) : toNull(value);
	});
	return { ...added, ...beside, ...flat };
}

const toNull = (value: Value): Value =>
	typeof value === 'string' && value.trim() === '' ? null : value;

/** Plain digits as a number; so many that some could be lost stay text. */
const toNumber = (value: Value): Value =>
	typeof value === 'string' && /^-?\d{1,12}(\.\d{1,3})?$/.test(value)
		? Number(value)
		: toNull(value);
