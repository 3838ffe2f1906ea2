import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields, FormValues, ValuesOf } from './form/fieldTypes';
import { FormError } from './form/issues';
import { parseForm, propertiesOf } from './form/parse';
import { short } from './form/quote';
import type { ApiRequest } from './request';

/** What the user sees of an operation. */
interface Shown {
	/** Stored in saved workflows, never to be changed; so is `value`. */
	resource: string;
	value: string;
	/** What the user reads: in the operation list, in the node panel, in the list's second line. */
	name: string;
	/** Also the name that n8n gives the node on the canvas. */
	action: string;
	description: string;
	/** What was done, before what it was done to: `Created: ABC Company`. */
	past: string;
}

/** An operation as its file declares it: its form, the request that comes of it, and what is put out. */
interface Declaration<All extends Fields> extends Shown {
	fields: All;
	/** A sentence for the user where the values, each right by itself, do not make a request together. */
	check?(values: ValuesOf<All>): string | undefined;
	/** Pure; gets what the fields give, without what is blank. */
	request(values: ValuesOf<All>): ApiRequest;
	/** What the item is about, as its user calls it: `ABC Company`, `ClientPoint 1001`. */
	about(values: ValuesOf<All>): string;
	/** For a request of which nobody knows whether it was carried out: what may have happened, and what to do. */
	inDoubt(values: ValuesOf<All>): string;
	/**
	 * What is put out for a reply, where that is not the reply alone; pure. For an empty reply, and for an item that
	 * was sent by an earlier execution, the reply is `{}`. What it throws is shown, for an operation that only reads.
	 */
	output?(reply: IDataObject, values: ValuesOf<All>, accountUrl: string | undefined): IDataObject;
}

/** What comes of a form. */
export interface Prepared {
	request: ApiRequest;
	/** On one line, and short; see the declaration for these two. */
	about: string;
	inDoubt: string;
	/** What is put out for the reply, given the account's own domain, where the credential has one. */
	output(reply: IDataObject, accountUrl: string | undefined): IDataObject;
}

/** An operation as the run uses it. */
export interface Operation extends Shown {
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
export function defineOperation<const All extends Fields>({
	fields,
	check,
	request,
	about,
	inDoubt,
	output = (reply) => reply,
	...shown
}: Declaration<All>): Operation {
	const properties = propertiesOf(fields);
	return {
		...shown,
		properties,
		prepare(form) {
			const values = parseForm(fields, form);
			const refusal = check?.(values);
			if (refusal) throw new FormError(properties, [{ path: [], message: refusal }]);
			return {
				request: request(values),
				about: short(about(values).replace(/\s+/g, ' ')),
				inDoubt: inDoubt(values),
				output: (reply, accountUrl) => output(reply, values, accountUrl),
			};
		},
	};
}
