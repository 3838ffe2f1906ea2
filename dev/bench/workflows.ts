/** The measured workflows: a webhook's leads, one item each, go into one measured node. */
import type { INode, INodeParameters } from 'n8n-workflow';
import { SANDBOX_KEY } from '../sandbox/server';
import { clientPoint, node, splitOut, webhook, workflow, type StoredWorkflow } from '../workflow';
import type { Contender, Fields } from './grid';

/** By name, which is their ID too. */
export const CREDENTIALS = { fixed: 'benchFixed', ofItem: 'benchOfItem' };

/** What a lead is; static fields hold the first one. */
export const lead = (number: number) => ({
	company: `Company ${number}`,
	revenue: 500.5 + number,
	owner: 'representative@yourcompany.com',
	region: 'North America',
	first: 'John',
	last: `Doe ${number}`,
	email: `john.doe${number}@example.com`,
	key: SANDBOX_KEY,
});

type Member = keyof ReturnType<typeof lead>;

const FIRST = lead(0);

/** How a workflow writes one value, by kind of fields. */
const VALUES: Record<Fields, (name: Member) => string | number> = {
	static: (name) => FIRST[name],
	members: (name) => `={{ $json.${name} }}`,
	computed: (name) => `={{ $json.${name} ?? "" }}`,
};

export const pathOf = (contender: Contender, fields: Fields) => `${contender}-${fields}`;

export function measuredWorkflow(
	contender: Contender,
	fields: Fields,
	url: string,
): StoredWorkflow {
	const id = contender === 'tenants' ? CREDENTIALS.ofItem : CREDENTIALS.fixed;
	const credentials = { clientPointApi: { id, name: id } };
	const mark = (name: string, height = 0) =>
		node(name, 'httpRequest', {
			typeVersion: 4.5,
			parameters: { url: `${url}/${name}`, options: {} },
			executeOnce: true,
			position: [0, height],
		});
	const path = pathOf(contender, fields);
	const measured = workflow(
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
	return { ...measured, settings: { ...measured.settings, saveDataSuccessExecution: 'none' } };
}

function measuredNode(
	contender: Contender,
	fields: Fields,
	url: string,
	credentials: INode['credentials'],
): INode {
	switch (contender) {
		case 'pasted':
			return httpRequest(url, jsonBody(fields, true));
		case 'credential':
			return httpRequest(url, jsonBody(fields, false), credentials);
		default:
			return clientPoint('Measured', {
				parameters: {
					...form(fields),
					// Another key in each run.
					options:
						contender === 'keyed' ? { idempotencyKey: '={{ $execution.id + $json.email }}' } : {},
				},
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
	return {
		name: value('company'),
		revenue: value('revenue'),
		assigned_to: value('owner'),
		recipients: { values: [row] },
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
				nodeCredentialType: 'clientPointApi',
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
