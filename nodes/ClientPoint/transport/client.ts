import { createHash } from 'node:crypto';
import {
	UserError,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { parseApiKey } from '../../../credentials/apiKey';
import { parseAccountUrl, parseBaseUrl } from '../../../credentials/baseUrl';
import type { ApiRequest } from '../request';
import { asError } from '../untyped';
import { readConnectionFailure, type ConnectionFailure } from './connectionFailure';
import { createRedactor, type Redactor } from './redaction';
import { readResponse, type Response } from './response';

const CREDENTIAL = 'clientPointApi';

/** What came of a request. */
export type Answer = Response | ConnectionFailure;

/** The ClientPoint API with one account. */
export interface Client {
	/** Tells the account from all others: limits belong to it. */
	account: string;
	/** Never throws: what went wrong on the way is an answer too. */
	send(request: ApiRequest): Promise<Answer>;
	/** Where the request goes, without the query. */
	urlOf(request: ApiRequest): string;
	/** The account's own domain, where the credential has one. */
	accountUrl: string | undefined;
}

/** The accounts of one run. */
export interface Clients {
	/** By item; what is wrong with its credential where that cannot be used. Items with one account share a client. */
	byItem: Array<Client | Error>;
	/** Takes the keys of all of them out of what is about to be shown. */
	redact: Redactor;
}

/**
 * Opens the API for each item: a credential may hold expressions, and n8n gives a node no way to see whether it
 * does. `timeout` is in seconds.
 */
export async function openClients(context: IExecuteFunctions, timeout: number): Promise<Clients> {
	const accounts = await Promise.all(
		context.getInputData().map(async (_, item) => await readAccount(context, item)),
	);
	const keys = accounts.flatMap((account) => (account instanceof Error ? [] : [account.key]));
	const redact = createRedactor([...new Set(keys)]);
	const clients = new Map<string, Client>();
	const clientOf = (account: Account) => {
		const { key, api, accountUrl } = account;
		const id = JSON.stringify([key, api, accountUrl]);
		const client = clients.get(id) ?? createClient(context, account, redact, timeout);
		clients.set(id, client);
		return client;
	};
	return {
		byItem: accounts.map((account) => (account instanceof Error ? account : clientOf(account))),
		redact,
	};
}

interface Account {
	key: string;
	/** Where the API is. */
	api: string;
	accountUrl: string | undefined;
	data: ICredentialDataDecryptedObject;
}

async function readAccount(context: IExecuteFunctions, item: number): Promise<Account | Error> {
	try {
		const data = await context.getCredentials(CREDENTIAL, item);
		return {
			key: parseApiKey(data.apiKey),
			api: parseBaseUrl(data.baseUrl),
			accountUrl: parseAccountUrl(data.accountUrl),
			data,
		};
	} catch (error) {
		return new UserError(`Credential: ${asError(error).message}`);
	}
}

function createClient(
	context: IExecuteFunctions,
	{ key, api, accountUrl, data }: Account,
	redact: Redactor,
	timeout: number,
): Client {
	const hosts = { api, account: accountUrl ?? api };
	// Handed over with each request: n8n would otherwise read and decrypt it at each one.
	const credentialsDecrypted = { id: '', name: '', type: CREDENTIAL, data };
	const urlOf = ({ host, path }: ApiRequest) => hosts[host] + path;

	const send = async (request: ApiRequest): Promise<Answer> => {
		const { method, body, query } = request;
		const options: IHttpRequestOptions = {
			method,
			url: urlOf(request),
			...(body && { body: { ...body } }),
			...(query && { qs: query }),
			headers: { accept: 'application/json' },
			// The bytes as they came: what they are is for the reader of the response to find out.
			encoding: 'arraybuffer',
			returnFullResponse: true,
			// Without this, n8n answers a 401 by sending the request a second time.
			ignoreHttpStatusErrors: true,
			// A 307 or 308 would send the body, key included, to another place.
			disableFollowRedirect: true,
			timeout: timeout * 1000,
		};
		try {
			const response = await context.helpers.httpRequestWithAuthentication.call(
				context,
				CREDENTIAL,
				options,
				{ credentialsDecrypted },
			);
			return readResponse(response, redact);
		} catch (error) {
			return readConnectionFailure(error, redact, timeout);
		}
	};
	const account = `${api} ${createHash('sha256').update(key).digest('hex')}`;
	return { account, send, urlOf, accountUrl };
}
