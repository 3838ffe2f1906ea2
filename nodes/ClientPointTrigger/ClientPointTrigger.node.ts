import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { testClientPointApi } from '../ClientPoint/transport/credentialTest';
import { asError } from '../ClientPoint/untyped';
import { assertSecret, requiredSecret } from './authentication';
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
			'={{ [$parameter["triggerOn"]].flat().filter((state) => state !== "any").join(", ") || "any state" }}',
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
		/** The reason is for n8n's log, not for the sender. */
		const refuse = (status: number, message: string, reason: unknown): IWebhookResponseData => {
			this.logger.warn(`ClientPoint Trigger answered ${status}: ${asError(reason).message}`);
			this.getResponseObject()
				.writeHead(status, { 'content-type': 'application/json' })
				.end(JSON.stringify({ message }));
			return { noWebhookResponse: true };
		};

		// Before the body is looked at.
		try {
			await assertSecret(this);
		} catch (error) {
			return refuse(403, 'The secret is missing or wrong', error);
		}
		try {
			const wanted = readPayloads(this.getRequestObject()).filter(readFilter(this));
			if (wanted.length === 0) return RECEIVED;
			const simplify = this.getNodeParameter('simple', true) !== false;
			// Not by n8n's helper, which gives members called `json` or `binary` a meaning of their own.
			const items = wanted.map((payload) => ({ json: toOutput(payload, simplify) }));
			return { ...RECEIVED, workflowData: [items] };
		} catch (error) {
			// Not JSON, or an expression in the form that cannot cope with this very request.
			return refuse(400, 'The request cannot be read', error);
		}
	}
}
