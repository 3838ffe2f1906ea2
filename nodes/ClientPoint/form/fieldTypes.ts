import type { INodeProperties } from 'n8n-workflow';
import type { Issue } from './issues';

/** What a form holds for one item, by parameter name. */
export type FormValues = Record<string, unknown>;

/** To be told of what is wrong. */
export type AddIssue = (issue: Issue) => void;

interface Part<Value> {
	/** The parameters that it shows, as n8n's properties. */
	properties: INodeProperties[];
	/** Its value, out of the form or row that it stands in; `undefined` where it is blank or wrong. */
	parse(values: FormValues, addIssue: AddIssue): Value | undefined;
}

/** One value, which the operation gets under `name`. */
export interface Field<Name extends string = string, Value = unknown> extends Part<Value> {
	kind: 'field';
	name: Name;
}

/** Fields that n8n shows in a collection; the operation gets them beside their neighbours. */
export interface Group<Value = FormValues> extends Part<Value> {
	kind: 'group';
}

export type Fields = ReadonlyArray<Field | Group>;

/** What a list of fields gives: a member for each field, those of its groups among them. */
export type ValuesOf<All extends Fields> = Flat<Both<MembersOf<All[number]>>>;
type MembersOf<Each> =
	Each extends Field<infer Name, infer Value>
		? { [Key in Name]: Value }
		: Each extends Group<infer Value>
			? Value
			: never;
type Both<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
	all: infer All,
) => void
	? All
	: never;
type Flat<Type> = { [Key in keyof Type]: Type[Key] };
