/** ClientPoint Trigger in n8n's own context for webhooks, called with one request. */
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { activateWebhook, runWebhook, type WebhookNode } from '../../dev/engine/webhook';
import { builtPackage } from '../support/clientPoint';

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

export interface Setup {
	parameters?: INodeParameters;
	/** Without it the node has no credential. */
	credential?: ICredentialDataDecryptedObject;
}

interface Request {
	/** An object is sent as JSON. `null`: n8n keeps no bytes of a multipart body. */
	body?: object | string | null;
	/** As n8n's web server has read it, where a name may hold a list or an object. */
	query?: object;
}

/** What came of a request: the answer and, when it starts the workflow, the items. */
export interface Result {
	status: number;
	answer: unknown;
	items?: object[];
}

/** A request that the form leaves out is answered like one that starts the workflow. */
export const LEFT_OUT: Result = { status: 200, answer: { received: true } };
export const started = (...items: object[]): Result => ({ ...LEFT_OUT, items });
export const refused = (status: number, message: string): Result => ({
	status,
	answer: { message },
});

export async function callTrigger(
	setup: Setup,
	{ body = PAYLOAD, query = {} }: Request = {},
): Promise<Result> {
	const isBytes = typeof body === 'string' || body instanceof Uint8Array;
	const rawBody = body && Buffer.from(isBytes ? body : JSON.stringify(body));
	let status = 0;
	let text = '';
	const response = {
		writeHead(code: number) {
			status = code;
			return response;
		},
		end: (written: string) => (text = written),
	};
	const { workflowData } = await runWebhook(
		await builtPackage(),
		triggerNode(setup),
		{ rawBody: rawBody ?? undefined, query, headers: {} } as never,
		response as never,
	);
	return { status, answer: JSON.parse(text), items: workflowData?.[0].map(({ json }) => json) };
}

/** What n8n does when the workflow is published, or listens for a test event. */
export const publish = async (setup: Setup) =>
	await activateWebhook(await builtPackage(), triggerNode(setup));

const triggerNode = ({ parameters = {}, credential }: Setup): WebhookNode => ({
	node: {
		id: '1',
		name: 'ClientPoint Trigger',
		type: 'n8n-nodes-clientpoint.clientPointTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...(credential && { credentials: { clientPointApi: { id: '1', name: 'ClientPoint' } } }),
	},
	credentials: { clientPointApi: credential ?? {} },
});
