import type { IDataObject } from 'n8n-workflow';
import { isDataObject, mapMembers } from '../ClientPoint/untyped';

type Value = IDataObject[string];

/** Members of `Data` that are numbers, though ClientPoint sends them as text. */
export const NUMBERS = ['ClientPointId', 'DivisionId', 'HandDelivered', 'Revenue'];

/**
 * The payload with numbers as numbers, and null for what is blank. Dates stay as they are written,
 * because their time zone is not documented.
 */
export function convertNumbersAndBlanks(payload: IDataObject): IDataObject {
	if (!isDataObject(payload.Data)) return payload;
	const Data = mapMembers(payload.Data, (value, name) => {
		if (NUMBERS.includes(name)) return toNumber(value);
		return isDataObject(value) ? mapMembers(value, toNull) : toNull(value);
	});
	return { ...payload, Data };
}

const toNull = (value: Value): Value => (value === '' ? null : value);

/** Plain digits as a number; what could lose some stays text. */
function toNumber(value: Value): Value {
	if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return toNull(value);
	return value.replace(/\D/g, '').length <= 15 ? Number(value) : value;
}
