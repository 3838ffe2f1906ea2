/** ClientPoint Trigger behind HTTP, untouched before each test, and nothing thrown in any. */
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { logged } from '../support/nodeLog';
import { startWebhookServer, type WebhookServer } from '../support/webhookServer';

const JSON_TYPE = 'application/json';

/** What the trigger answers. */
export const answer = (status: number, json: unknown) => ({
	status,
	type: JSON_TYPE,
	text: JSON.stringify(json),
});
export const RECEIVED = answer(200, { received: true });
export const REFUSED = answer(403, { message: 'The secret is missing or wrong' });

/** The payload that ClientPoint documents, with some of its members. */
export const PAYLOAD = {
	Event: 'sent',
	Data: {
		ClientPointId: '1234567',
		Revenue: '500.00',
		Client: 'ABC Company',
		ViewStatus: 'sent',
		HandDelivered: '0',
		CreatedDate: '2024-06-15 10:20:30',
		WonDate: null,
		OpportunityId: '',
		Status: 'Pending',
		DivisionId: '12',
		CustomFields: { Location: 'Boston', Estimator: '' },
		ClientPointLink: 'https://login.clientpoint.net/v/1234567/AB12CD',
	},
};

export function useTrigger() {
	let server: WebhookServer;
	beforeAll(async () => {
		server = await startWebhookServer();
	});
	afterAll(() => server.close());
	beforeEach(() => set({}));
	afterEach(() => expect(server.failures).toEqual([]));

	/** What is in the form and in the credential, for the requests that follow. */
	function set(parameters: INodeParameters, credential?: ICredentialDataDecryptedObject) {
		server.parameters = parameters;
		server.credential = credential;
		server.started.length = logged.length = 0;
	}

	async function post(
		body: unknown,
		{ query = '', type = JSON_TYPE }: { query?: string; type?: string | null } = {},
	) {
		const response = await fetch(server.url + query, {
			method: 'POST',
			headers: type === null ? {} : { 'content-type': type },
			body: body instanceof Uint8Array || typeof body === 'string' ? body : JSON.stringify(body),
		});
		const got = response.headers.get('content-type');
		return { status: response.status, type: got, text: await response.text() };
	}

	return {
		set,
		post,
		/** The items of each execution that was started since then. */
		started: () => server.started,
		/** What n8n logged since then. */
		log: () => logged.join(),
		/** What publishing the workflow does. */
		activate: async () => await server.activate(),
	};
}
