import { createHash, timingSafeEqual } from 'node:crypto';
import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { convertValues, parsePayload, passes } from './payload';

export class ClientPointTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ClientPoint Trigger',
		name: 'clientPointTrigger',
		icon: { light: 'file:clientpoint.svg', dark: 'file:clientpoint.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"] || "all events" }}',
		description: 'Starts a workflow when something happens to a ClientPoint',
		defaults: { name: 'ClientPoint Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [
			{
				displayName:
					'Copy the webhook URL above into ClientPoint: n8n cannot do it for you, because no call that registers it is known. As an administrator, look under Settings > Integration, or ask ClientPoint where webhooks are set.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Secret',
				name: 'secret',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description:
					'When set, add ?secret= and this secret to the URL in ClientPoint; a request without it is refused with 403',
			},
			{
				displayName: 'Events',
				name: 'events',
				type: 'string',
				default: '',
				placeholder: 'e.g. sent',
				description:
					'The events to start for, with commas between them; blank for all. "sent" is the only one that ClientPoint documents.',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'multiOptions',
				options: [
					{ name: 'Archive', value: 'archive' },
					{ name: 'Lost', value: 'lost' },
					{ name: 'Pending', value: 'pending' },
					{ name: 'Trash', value: 'trash' },
					{ name: 'Won', value: 'won' },
				],
				default: [],
				description: 'Start only for ClientPoints in one of these; none chosen for all',
			},
			{
				displayName: 'View Status',
				name: 'viewStatus',
				type: 'multiOptions',
				options: [
					{ name: 'Sent', value: 'sent' },
					{ name: 'Signed', value: 'signed' },
					{ name: 'Unsent', value: 'unsent' },
					{ name: 'Viewed', value: 'viewed' },
				],
				default: [],
				description: 'Start only for ClientPoints in one of these; none chosen for all',
			},
			{
				displayName: 'Convert Values',
				name: 'convertValues',
				type: 'boolean',
				default: false,
				description:
					'Whether to turn numbers that come as text into numbers, and blank text into null; dates stay as they are written, since their time zone is not known',
			},
		],
	};

	/** n8n asks for these; ClientPoint has no call that they could make. */
	webhookMethods = {
		default: {
			checkExists: async () => true,
			create: async () => true,
			delete: async () => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const refuse = (status: number, message: string): IWebhookResponseData => {
			this.getResponseObject()
				.writeHead(status, { 'content-type': 'application/json' })
				.end(JSON.stringify({ message }));
			return { noWebhookResponse: true };
		};
		const secret = String(this.getNodeParameter('secret', '') ?? '');
		const { secret: given } = Object(this.getQueryData());
		if (secret !== '' && !isSame(secret, String(given ?? ''))) {
			return refuse(403, 'The secret is missing or wrong');
		}

		const { body, rawBody } = this.getRequestObject();
		const payload = parsePayload(rawBody?.toString('utf8') ?? JSON.stringify(body));
		if (!payload) return refuse(400, 'The body is no JSON object');

		const filters = {
			events: String(this.getNodeParameter('events', '') ?? '')
				.split(',')
				.map((event) => event.trim())
				.filter((event) => event !== ''),
			status: toList(this.getNodeParameter('status', [])),
			viewStatus: toList(this.getNodeParameter('viewStatus', [])),
		};
		if (!passes(payload, filters)) return {};
		const json = this.getNodeParameter('convertValues', false) ? convertValues(payload) : payload;
		return { workflowData: [this.helpers.returnJsonArray({ ...json } as IDataObject)] };
	}
}

const toList = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);

/** In constant time, whatever the lengths: a digest is as long as any other. */
function isSame(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
