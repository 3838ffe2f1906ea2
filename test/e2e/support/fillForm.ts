/** A node's whole form, filled in by hand as its properties say. */
import { NodeHelpers, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import type { Locator } from 'playwright-core';
import { byId } from '../../../dev/n8n/editor';
import { addField, choose, express, fill, switchOn, write } from './form';

/** Fills in what has a value; `form` is the open node. */
export async function fillForm(
	form: Locator,
	properties: INodeProperties[],
	values: INodeParameters,
): Promise<void> {
	const within = byId(form, 'node-parameters');
	const shown = properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, null, null),
	);
	const menus = shown.filter(({ type }) => type === 'collection');
	for (const property of shown) {
		const below = menus.length - 1 - menus.indexOf(property);
		await fillField(within, property, values[property.name], below);
	}
}

/** `below`: how many "Add Field" menus stand below the one of this field. */
async function fillField(
	within: Locator,
	property: INodeProperties,
	value: unknown,
	below = 0,
): Promise<void> {
	const { name, type, options = [] } = property;
	if (value === undefined || value === property.default) return;
	const text = String(value);
	if (text.startsWith('={{')) return await express(within, name, text.slice(1));
	switch (type) {
		case 'boolean':
			return await switchOn(within, name);
		case 'json':
			return await write(within, name, text);
		case 'dateTime':
			await fill(within, name, text.replace('T', ' '));
			return await within.page().keyboard.press('Enter');
		case 'options':
			for (const option of options) {
				if ('value' in option && option.value === value) await choose(within, name, option.name);
			}
			return;
		case 'collection':
			for (const option of options) {
				const inner = member(value, option.name);
				if (!('displayName' in option) || 'values' in option || inner === undefined) continue;
				await addField(within, option.displayName, below);
				await fillField(within, option, inner);
			}
			return;
		case 'fixedCollection':
			for (const option of options) {
				if ('values' in option) await fillRows(within, name, option.values, value, option.name);
			}
			return;
		default:
			await fill(within, name, text);
	}
}

/** The newest row stands last, and its fields are the last of their names. */
async function fillRows(
	within: Locator,
	name: string,
	properties: INodeProperties[],
	value: unknown,
	key: string,
): Promise<void> {
	const list = byId(within, `fixed-collection-${name}`);
	const rows = member(value, key);
	for (const row of Array.isArray(rows) ? rows : []) {
		await byId(list, 'fixed-collection-add').last().click();
		for (const property of properties) {
			await fillField(list, property, member(row, property.name));
		}
	}
}

const member = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? Object.entries(value).find(([key]) => key === name)?.[1]
		: undefined;
