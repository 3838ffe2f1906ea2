import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields, FormValues, ValuesOf } from './form/fieldTypes';
import { parseForm, propertiesOf } from './form/parse';
import type { ApiRequest } from './request';

/** An operation as its file declares it: its form, the request that comes of it, and what is put out. */
interface Declaration<All extends Fields> {
	/** Stored in saved workflows, never to be changed; so is `value`. */
	resource: string;
	value: string;
	/** What the user reads: in the operation list, in the node panel, in the list's second line. */
	name: string;
	action: string;
	description: string;
	/** What the operation has done, for lists: "Created". */
	past: string;
	fields: All;
	/** What the item is about, in the user's words: a name, an ID, an address. */
	about(values: ValuesOf<All>): string;
	/** What is told when nobody knows whether it was carried out, and what to do then. */
	inDoubt(values: ValuesOf<All>): string;
	/** Pure; gets what the fields give, without what is blank. */
	request(values: ValuesOf<All>): ApiRequest;
	/**
	 * What is put out for a reply, where that is not the reply alone; pure. What it throws is what the user
	 * is told, for an operation that only reads.
	 */
	output?(reply: IDataObject, values: ValuesOf<All>, accountUrl: string | undefined): IDataObject;
}

/** What comes of a form. */
export interface Prepared {
	request: ApiRequest;
	about: string;
	inDoubt: string;
	/** What is put out for the reply, given the account's own domain, where the credential has one. */
	output(reply: IDataObject, accountUrl: string | undefined): IDataObject;
}

/** An operation as the run uses it. */
export interface Operation {
	resource: string;
	value: string;
	name: string;
	action: string;
	description: string;
	past: string;
	/** The form, without display options for resource and operation: the list of operations adds them. */
	properties: INodeProperties[];
	/**
	 * From the form's values to the request, and to what its reply is put out as.
	 *
	 * @throws FormError with everything that is wrong
	 */
	prepare(form: FormValues): Prepared;
}

/** Declares an operation; what its fields give is what `request` receives. */
export const defineOperation = <const All extends Fields>({
	fields,
	request,
	output = (reply) => reply,
	about,
	inDoubt,
	...shown
}: Declaration<All>): Operation => ({
	...shown,
	properties: propertiesOf(fields),
	prepare(form) {
		const values = parseForm(fields, form);
		return {
			request: request(values),
			about: about(values),
			inDoubt: inDoubt(values),
			output: (reply, accountUrl) => output(reply, values, accountUrl),
		};
	},
});
