import {
	UserError,
	type Icon,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { assertPrivate } from './baseUrl';

export class ClientPointApi implements ICredentialType {
	name = 'clientPointApi';

	displayName = 'ClientPoint API';

	icon: Icon = {
		light: 'file:../nodes/ClientPoint/clientpoint.svg',
		dark: 'file:../nodes/ClientPoint/clientpoint.dark.svg',
	};

	documentationUrl = 'https://github.com/clientpoint-community/n8n-nodes-clientpoint#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'In ClientPoint, as an administrator: Settings > Integration > ClientPoint API Keys > Manage > Add API Key',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.clientpoint.net',
			description: 'Where the ClientPoint API is; plain http only for this machine itself',
		},
		{
			displayName: 'Account URL',
			name: 'accountUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://login.clientpoint.net',
			description:
				"Your account's own ClientPoint domain, for Get Link; when blank, the API Base URL is used",
		},
	];

	/**
	 * Puts the key where ClientPoint wants it: into the JSON body, or into the query of a GET,
	 * which has no body.
	 *
	 * A function rather than n8n's generic form, which evaluates an expression at every request. It
	 * hands on a new, serialised body: the caller's object stays without the key, and the HTTP
	 * client cannot drop keys such as `constructor` when it merges objects.
	 *
	 * @throws UserError when there is no place for the key, or the URL would expose it
	 */
	authenticate = async (
		{ apiKey }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions & { uri?: string },
	): Promise<IHttpRequestOptions> => {
		// The HTTP Request node calls the address `uri`.
		assertPrivate(new URL(options.url ?? options.uri, options.baseURL), 'The URL');
		if (['GET', 'HEAD'].includes(options.method ?? 'GET')) {
			return { ...options, qs: { ...options.qs, api_key: apiKey } };
		}
		const { 'content-type': contentType = 'application/json', ...headers } = Object.fromEntries(
			Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
		);
		const body = options.body ?? {};
		if (
			Object.prototype.toString.call(body) !== '[object Object]' ||
			!/json/i.test(String(contentType))
		) {
			throw new UserError(
				'The ClientPoint API takes its key in a JSON object: send the body as JSON, as an object',
			);
		}
		return {
			...options,
			headers: { ...headers, 'content-type': contentType },
			body: JSON.stringify({ ...Object(body), api_key: apiKey }),
		};
	};
}
