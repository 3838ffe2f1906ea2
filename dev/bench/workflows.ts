/** The measured workflows: a webhook's leads, one item each, go into one measured node. */
import type { INode, INodeParameters } from 'n8n-workflow';
import { SANDBOX_KEY } from '../sandbox/server';
import { clientPoint, node, splitOut, webhook, workflow, type StoredWorkflow } from '../workflow';
import type { Contender, Fields, Ran } from './grid';

export const CREDENTIAL = 'clientPointApi';

/** The node's options, contender by contender; what is not here is the node as it comes. */
const OPTIONS: Partial<Record<Contender, INodeParameters>> = {
	read: { previewOnly: true },
	// Another key in each run.
	keyed: { idempotencyKey: '={{ $execution.id + $json.email }}' },
};

/** What a lead is; the static fields hold the first one. */
export const lead = (number: number) => ({
	company: `Company ${number}`,
	revenue: 500.5 + number,
	owner: 'representative@yourcompany.com',
	region: 'North America',
	first: 'John',
	last: `Doe ${number}`,
	email: `john.doe${number}@example.com`,
});

type Member = keyof ReturnType<typeof lead>;

const FIRST = lead(0);

/** How a workflow writes one value, by kind of fields; with one expression for a list, the others are static. */
const VALUES: Record<Fields, (name: Member) => string | number> = {
	static: (name) => FIRST[name],
	expressions: (name) => `={{ $json.${name} }}`,
	computed: (name) => `={{ $json.${name} ?? "" }}`,
	json: (name) => FIRST[name],
};

export const pathOf = (contender: Ran, fields: Fields) => `${contender}-${fields}`;

export function measuredWorkflow(
	contender: Ran,
	fields: Fields,
	{ url, credentialId }: { url: string; credentialId: string },
): Omit<StoredWorkflow, 'id' | 'active'> {
	const credentials = { [CREDENTIAL]: { id: credentialId, name: 'Bench' } };
	const mark = (name: string, height = 0) =>
		node(name, 'httpRequest', {
			typeVersion: 4.5,
			parameters: { url: `${url}/${name}`, options: {} },
			executeOnce: true,
			position: [0, height],
		});
	const path = pathOf(contender, fields);
	const { name, nodes, connections, settings } = workflow(
		path,
		[
			webhook('Webhook', path),
			splitOut('Leads', 'body.leads'),
			// Of the nodes after Leads, n8n runs the upper one first.
			mark('begin', -100),
			measuredNode(contender, fields, url, credentials),
			mark('end'),
		],
		{ Webhook: [['Leads']], Leads: [['begin', 'Measured']], Measured: [['end']] },
	);
	return { name, nodes, connections, settings: { ...settings, saveDataSuccessExecution: 'none' } };
}

function measuredNode(
	contender: Ran,
	fields: Fields,
	url: string,
	credentials: INode['credentials'],
): INode {
	switch (contender) {
		case 'empty':
			return node('Measured', 'noOp');
		case 'pasted':
			return httpRequest(url, jsonBody(fields, true));
		case 'credential':
			return httpRequest(url, jsonBody(fields, false), credentials);
		default:
			return clientPoint('Measured', {
				parameters: { ...form(fields), options: OPTIONS[contender] ?? {} },
				credentials,
			});
	}
}

function form(fields: Fields): INodeParameters {
	const value = VALUES[fields];
	const row = {
		first_name: value('first'),
		last_name: value('last'),
		email: value('email'),
		primary: true,
	};
	const list =
		'={{ [{ first_name: $json.first, last_name: $json.last, email: $json.email, primary: true }] }}';
	return {
		name: value('company'),
		revenue: value('revenue'),
		assigned_to: value('owner'),
		...(fields === 'json'
			? { specifyRecipients: 'json', recipientsJson: list }
			: { recipients: { values: [row] } }),
		additionalFields: { division: value('region') },
	};
}

function httpRequest(url: string, json: string, credentials?: INode['credentials']): INode {
	return node('Measured', 'httpRequest', {
		typeVersion: 4.5,
		parameters: {
			method: 'POST',
			url: `${url}/v4/clientpoint/create`,
			...(credentials && {
				authentication: 'predefinedCredentialType',
				nodeCredentialType: CREDENTIAL,
			}),
			sendBody: true,
			specifyBody: 'json',
			jsonBody: json,
			options: {},
		},
		...(credentials && { credentials }),
	});
}

/** The body as a user writes it into the HTTP Request node. */
function jsonBody(fields: Fields, withKey: boolean): string {
	if (fields === 'json') {
		// This node's own static values stay static here, so that both read one expression.
		return `={{ {${withKey ? ` api_key: "${SANDBOX_KEY}",` : ''} name: "${FIRST.company}", revenue: ${FIRST.revenue}, assigned_to: "${FIRST.owner}", division: "${FIRST.region}", recipients: [{ first_name: $json.first, last_name: $json.last, email: $json.email, primary: true }] } }}`;
	}
	const value = (name: Member) => String(VALUES[fields](name)).replace(/^=/, '');
	return `${fields === 'static' ? '' : '='}{
  ${withKey ? `"api_key": "${SANDBOX_KEY}",\n  ` : ''}"name": "${value('company')}",
  "revenue": ${value('revenue')},
  "assigned_to": "${value('owner')}",
  "division": "${value('region')}",
  "recipients": [
    { "first_name": "${value('first')}", "last_name": "${value('last')}", "email": "${value('email')}", "primary": true }
  ]
}`;
}
