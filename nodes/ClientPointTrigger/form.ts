import type { INodeProperties, TriggerPanelDefinition } from 'n8n-workflow';

/** Lines rather than a list: n8n centres them, and would leave a list's numbers at the edge. */
const STEPS = [
	'1. Open <b>Webhook URLs</b> in the form and copy the <b>Test URL</b>.',
	'2. If Authentication is <b>Secret in the URL</b>, add <code>?secret=</code> and the Webhook Secret of your credential to the end of the URL.',
	"3. In ClientPoint, as an administrator, paste it where webhooks are set. Look under <b>Settings > Integration</b>, or ask ClientPoint's support where that is.",
	'4. Click the button above. Then send a ClientPoint to yourself and open it: what ClientPoint reports shows up here.',
];

/** Stands beside the form as long as there is no event to show. */
export const triggerPanel: TriggerPanelDefinition = {
	header: 'Receive events from ClientPoint',
	activationHint: {
		inactive: [
			...STEPS,
			'5. To go live, put the <b>Production URL</b> in its place and publish this workflow.',
		].join('<br /><br />'),
		active: [
			...STEPS,
			'This workflow is published: what comes to the <b>Production URL</b> shows up in the <a data-key="executions">executions list</a>, not here.',
		].join('<br /><br />'),
	},
	executionsHelp:
		'<b>While you build</b>, click the button above, then send, open or sign a ClientPoint. ClientPoint must have the Test URL then.<br /><br /><b>Once published</b>, the workflow starts by itself. See the <a data-key="executions">executions list</a>.<br /><br /><b>Nothing comes?</b> What Trigger On leaves out starts nothing. ClientPoint gets the answer 403 when the secret is missing or wrong, and 400 when it sends anything but JSON objects; n8n\'s log says so.',
};

export const properties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'multiOptions',
		options: [
			{ name: 'Any Status', value: 'any', description: 'Counts only while nothing else is chosen' },
			{ name: 'Archived', value: 'archive' },
			{ name: 'Lost', value: 'lost' },
			{ name: 'Pending', value: 'pending' },
			{ name: 'Sent', value: 'sent' },
			{ name: 'Signed', value: 'signed' },
			{ name: 'Trashed', value: 'trash' },
			{ name: 'Viewed', value: 'viewed' },
			{ name: 'Won', value: 'won' },
		],
		default: ['any'],
		hint: "<b>Any Status</b> counts only while nothing else is chosen. ClientPoint reports the current status with every event, so one that is won may come more than once. To go on only once, put n8n's <b>Remove Duplicates</b> node after this one.",
		description:
			'Which ClientPoints start the workflow, by their status or view status. In Remove Duplicates, choose <b>Remove Items Processed in Previous Executions</b>, and clientpoint_id with Status (or ViewStatus) for <b>Value to Dedupe On</b>.',
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'None',
				value: 'none',
				description:
					'Whoever knows the URL can start this workflow. An exported workflow contains the URL.',
			},
			{
				name: 'Secret in the URL',
				value: 'urlSecret',
				description:
					"Only a URL with the credential's Webhook Secret starts this workflow. Other requests are refused with 403.",
			},
		],
		default: 'none',
		hint: 'For <b>Secret in the URL</b>, the URL in ClientPoint must end with <code>?secret=</code> and the Webhook Secret of the credential',
		description:
			'How this node knows that a request comes from ClientPoint, which documents no signature',
	},
	{
		displayName: 'Simplify',
		name: 'simple',
		type: 'boolean',
		default: true,
		hint: 'All fields side by side, numbers as numbers, blanks as null. Off: as ClientPoint sent it, plus clientpoint_id and clientpoint_url.',
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Event Names',
				name: 'events',
				type: 'string',
				default: '',
				placeholder: 'e.g. sent',
				hint: 'With commas between them; blank for all',
				description:
					'Only events with one of these names start the workflow. ClientPoint documents only "sent": look at <b>Event</b> in the output for what you receive.',
			},
		],
	},
];
