import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { testClientPointApi } from '../ClientPoint/transport/credentialTest';
import { requiredSecret, whyRefused } from './authentication';
import { readFilter } from './filter';
import { properties, triggerPanel } from './form';
import { toOutput } from './output';
import { readPayloads } from './payload';

/** ClientPoint advises to answer at once; it need not know what a filter has left out. */
const RECEIVED: IWebhookResponseData = { webhookResponse: { received: true } };

export class ClientPointTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ClientPoint Trigger',
		name: 'clientPointTrigger',
		icon: { light: 'file:clientpoint.svg', dark: 'file:clientpoint.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ [[$parameter["triggerOn"]].flat().filter((state) => state && state !== "any").join(", ") || "any state", $parameter["options"]["events"]].filter((part) => part).join(" · ") }}',
		// On the canvas while the node listens.
		eventTriggerDescription:
			"Send or open a ClientPoint now. This node's Test URL must be set in ClientPoint.",
		// n8n lists this node and ClientPoint as one entry, with this text.
		description:
			'Create client-facing proposals and deal rooms in ClientPoint, and start workflows when something happens to them',
		defaults: { name: 'ClientPoint Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'clientPointApi',
				required: true,
				testedBy: 'testClientPointApi',
				displayOptions: { show: { authentication: ['urlSecret'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Only with nothing here does n8n answer what `webhook` hands back.
				responseData: '={{ undefined }}',
				path: 'webhook',
			},
		],
		triggerPanel,
		activationMessage:
			'ClientPoint can start this workflow now, as soon as its Production URL is set there.',
		properties,
	};

	methods = { credentialTest: { testClientPointApi } };

	/** ClientPoint has no call that these could make: the user sets the URL there. */
	webhookMethods = {
		default: {
			checkExists: async () => false,

			/** What this throws is shown to whoever publishes the workflow, or listens for a test event. */
			async create(this: IHookFunctions): Promise<boolean> {
				await requiredSecret(this);
				return true;
			},

			delete: async () => true,
		},
	};

	/** Nothing that a stranger sends may throw here: n8n would run the user's error workflow. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const refuse = (status: number, message: string, reason = message): IWebhookResponseData => {
			this.logger.warn(`ClientPoint Trigger answered ${status} to a request: ${reason}`);
			this.getResponseObject()
				.writeHead(status, { 'content-type': 'application/json' })
				.end(JSON.stringify({ message }));
			return { noWebhookResponse: true };
		};

		// Before the body is looked at. The reason is not for the sender.
		const reason = await whyRefused(this);
		if (reason !== undefined) return refuse(403, 'The secret is missing or wrong', reason);

		const payloads = await readPayloads(this.getRequestObject());
		if (!payloads) return refuse(400, 'The body is not a JSON object or a list of them');

		try {
			const wanted = payloads.filter(readFilter(this));
			if (wanted.length === 0) return RECEIVED;
			const simplify = this.getNodeParameter('simple', true) !== false;
			// Not by n8n's helper, which gives members called `json` or `binary` a meaning of their own.
			const items = wanted.map((payload) => ({ json: toOutput(payload, simplify) }));
			return { ...RECEIVED, workflowData: [items] };
		} catch (error) {
			// An expression in the form that cannot cope with this very request.
			this.logger.error('Trigger On or Options could not be read', { error });
			return refuse(400, 'The request cannot be filtered');
		}
	}
}
