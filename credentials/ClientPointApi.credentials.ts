import {
	UserError,
	type Icon,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { parseApiKey } from './apiKey';
import { parseAccountUrl, parseBaseUrl } from './baseUrl';

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
			hint: 'In ClientPoint, as an administrator: Settings > Integration > ClientPoint API Keys > Manage > Add API Key',
		},
		{
			displayName: 'API Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.clientpoint.net',
			description: 'Where the ClientPoint API is; plain http only for this machine itself',
			hint: 'Stays as it is, unless ClientPoint gave you another one',
		},
		{
			displayName: 'Account URL',
			name: 'accountUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://login.clientpoint.net',
			description:
				"Your account's own ClientPoint domain, as the address of its pages has it; when blank, the API Base URL is used",
			hint: 'Only for Get Link',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			hint: 'Only for ClientPoint Trigger. Make one up: at least 32 letters and digits, nothing else.',
			description: 'The URL in ClientPoint then ends with ?secret= and this secret',
		},
	];

	/**
	 * Puts the key where ClientPoint wants it: into the JSON body, or into the query of a GET,
	 * which has no body. Only for the hosts that the credential names, and without following redirects,
	 * which would take it elsewhere.
	 *
	 * A function rather than n8n's generic form, which evaluates an expression at every request. It
	 * hands on a new, serialised body: the caller's object stays without the key, and the HTTP
	 * client cannot drop keys such as `constructor` when it merges objects.
	 *
	 * @throws UserError when the key is invalid, when there is no place for it, or when it would go elsewhere
	 */
	authenticate = async (
		{ apiKey, baseUrl, accountUrl }: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions & { uri?: string },
	): Promise<IHttpRequestOptions> => {
		const key = parseApiKey(apiKey);
		// The HTTP Request node calls the address `uri`.
		const url = new URL(options.url ?? options.uri, options.baseURL);
		assertKnown(url, [parseBaseUrl(baseUrl), parseAccountUrl(accountUrl) ?? []].flat());
		const safe = { ...options, ...WITHOUT_REDIRECTS, ...pastProxies(url) };
		if (['GET', 'HEAD'].includes(options.method ?? 'GET')) {
			return { ...safe, qs: { ...options.qs, api_key: key } };
		}
		const { 'content-type': contentType = 'application/json', ...headers } = Object.fromEntries(
			Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
		);
		const body = options.body ?? {};
		if (!isJsonObject(body) || !/json/i.test(String(contentType))) {
			throw new UserError(
				'The ClientPoint API takes its key in a JSON object: send the body as JSON, as an object',
			);
		}
		return {
			...safe,
			headers: { ...headers, 'content-type': contentType },
			body: JSON.stringify({ ...body, api_key: key }),
		};
	};
}

/** Of n8n's two helpers for requests, each has its own word for it in n8n 1. */
const WITHOUT_REDIRECTS = { disableFollowRedirect: true, maxRedirects: 0 };

/**
 * Plain http stays on this machine only if no proxy takes it, and n8n has no switch against the proxy of
 * its environment (HTTP_PROXY). A proxy named with the request goes before that one: here it is the target itself,
 * which takes such requests as RFC 9112, 3.2.2 wants of every server.
 */
const pastProxies = ({ protocol, hostname, port }: URL) =>
	protocol === 'http:'
		? { proxy: { protocol: 'http', host: hostname, port: Number(port || 80) } }
		: {};

const isJsonObject = (body: unknown): body is object =>
	Object.prototype.toString.call(body) === '[object Object]';

/** @throws UserError for a host that the credential does not name */
function assertKnown(url: URL, bases: string[]): void {
	const origins = [...new Set(bases.map((base) => new URL(base).origin))];
	if (origins.includes(url.origin)) return;
	throw new UserError(
		`The ClientPoint API credential gives its key only to ${origins.join(' and ')}, not to ${url.origin}`,
	);
}
