import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

/** Lines rather than a list: n8n centres them, and would leave a list's numbers at the edge. */
const STEPS = [
	'1. Under <b>Webhook URLs</b> in the form, copy a URL: the <b>Test URL</b> answers after a click on the button above, for one event; the <b>Production URL</b> answers as long as this workflow is published.',
	"2. For <b>Secret in the URL</b>, add <code>?secret=</code> and your credential's Webhook Secret to it.",
	'3. In ClientPoint, as an administrator, paste it where webhooks are set. ClientPoint does not document where: look under <b>Settings > Integration</b>, or ask its support.',
];

/** Stands beside the form as long as there is no event to show. */
export const triggerPanel: TriggerPanelDefinition = {
	header: 'Receive events from ClientPoint',
	activationHint: {
		inactive: [...STEPS, '4. For production, publish this workflow.'].join('<br /><br />'),
		active: [
			...STEPS,
			'This workflow is published: what comes to the Production URL shows up in the <a data-key="executions">executions list</a>, not here.',
		].join('<br /><br />'),
	},
	executionsHelp:
		'<b>While you build</b>, click the button above, then let something happen to a ClientPoint: the event shows up here. ClientPoint must have the Test URL then.<br /><br /><b>Once published</b>, events that come to the Production URL start the workflow by themselves. They show up in the <a data-key="executions">executions list</a>.<br /><br /><b>Nothing comes?</b> A refused request shows up neither here nor there. It is answered 403 when the secret is missing or wrong, and 400 when its body is no JSON object; why is in n8n\'s log. An event that Trigger On or a filter leaves out is answered as any other.',
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'None',
				value: 'none',
				description: 'Whoever knows the URL can start this workflow; an exported workflow holds it',
			},
			{
				name: 'Secret in the URL',
				value: 'urlSecret',
				description: 'A request without the Webhook Secret of the credential is refused with 403',
			},
		],
		default: 'none',
		description: 'How a request shows that it comes from ClientPoint, which signs none',
	},
	{
		displayName:
			'The URL in ClientPoint must end with <b>?secret=</b> and the Webhook Secret of the credential. Write <code>+</code> as <code>%2B</code>, <code>&</code> as <code>%26</code>, <code>#</code> as <code>%23</code> and <code>%</code> as <code>%25</code>.',
		name: 'secretNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['urlSecret'] } },
	},
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'string',
		default: '',
		placeholder: 'e.g. sent',
		hint: 'Event names with commas between them; blank for all events',
		description:
			'The events that start the workflow. "sent" is the only one that ClientPoint documents: leave this blank first, and see in <b>Event</b> what comes.',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Convert Numbers and Blanks',
				name: 'convertNumbersAndBlanks',
				type: 'boolean',
				default: false,
				description:
					'Whether to turn ClientPointId, DivisionId, HandDelivered and Revenue, which come as text, into numbers, and blank text into null; dates stay as they are written, since their time zone is not known',
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
		],
	},
];
