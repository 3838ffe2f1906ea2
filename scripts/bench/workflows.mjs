/** The measured workflows: a webhook's leads, one item each, go into one measured node. */

/** The key that the stand-in would take. */
export const KEY = 'exampleKey0123456789';

export const CREDENTIAL = 'clientPointApi';

/** What a lead is; the static fields hold the first one. */
export const lead = (number) => ({
	company: `Company ${number}`,
	revenue: 500.5 + number,
	owner: 'representative@yourcompany.com',
	region: 'North America',
	first: 'John',
	last: `Doe ${number}`,
	email: `john.doe${number}@example.com`,
});

const FIRST = lead(0);

/** How a workflow writes one value, by kind of fields. */
const VALUES = {
	static: (name) => FIRST[name],
	expressions: (name) => `={{ $json.${name} }}`,
	computed: (name) => `={{ $json.${name} ?? "" }}`,
};

/**
 * @param {string} contender
 * @param {import('./grid.mjs').Fields} fields
 * @param {{ url: string, credentialId: string }} api
 */
export function workflow(contender, fields, { url, credentialId }) {
	const credentials = { [CREDENTIAL]: { id: credentialId, name: 'Bench' } };
	const measured =
		contender === 'empty'
			? node('Measured', 'n8n-nodes-base.noOp', 1, {})
			: contender === 'pasted' || contender === 'credential'
				? httpRequest(contender, fields, url, credentials)
				: clientPoint(contender, fields, credentials);
	const mark = (name) => ({
		...node(name, 'n8n-nodes-base.httpRequest', 4.5, { url: `${url}/${name}`, options: {} }),
		executeOnce: true,
	});
	const path = `${contender}-${fields}`;
	const webhook = node('Webhook', 'n8n-nodes-base.webhook', 2.1, {
		httpMethod: 'POST',
		path,
		responseMode: 'lastNode',
		options: {},
	});
	const split = { fieldToSplitOut: 'body.leads', options: {} };
	return {
		name: path,
		nodes: [
			{ ...webhook, webhookId: path },
			node('Leads', 'n8n-nodes-base.splitOut', 1, split),
			// Of the nodes after Leads, n8n runs the upper one first.
			{ ...mark('begin'), position: [0, -100] },
			measured,
			mark('end'),
		],
		connections: {
			Webhook: { main: [[to('Leads')]] },
			Leads: { main: [[to('begin'), to('Measured')]] },
			Measured: { main: [[to('end')]] },
		},
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	};
}

const to = (name) => ({ node: name, type: 'main', index: 0 });

const node = (name, type, typeVersion, parameters) => ({
	id: name,
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
});

function clientPoint(contender, fields, credentials) {
	const options = {
		concurrency: contender === 'node5' ? 5 : 50,
		previewOnly: contender === 'read',
	};
	const value = VALUES[fields] ?? VALUES.static;
	const person =
		'{ first_name: $json.first, last_name: $json.last, email: $json.email, primary: true }';
	const recipients =
		fields === 'json'
			? { specifyRecipients: 'json', recipientsJson: `={{ [${person}] }}` }
			: {
					recipients: {
						values: [
							{
								first_name: value('first'),
								last_name: value('last'),
								email: value('email'),
								primary: true,
							},
						],
					},
				};
	return {
		...node('Measured', 'n8n-nodes-clientpoint.clientPoint', 1, {
			resource: 'clientPoint',
			operation: 'create',
			name: value('company'),
			revenue: value('revenue'),
			assigned_to: value('owner'),
			...recipients,
			additionalFields: { division: value('region') },
			options,
		}),
		credentials,
	};
}

function httpRequest(contender, fields, url, credentials) {
	const withKey = contender === 'pasted';
	return {
		...node('Measured', 'n8n-nodes-base.httpRequest', 4.5, {
			method: 'POST',
			url: `${url}/v4/clientpoint/create`,
			...(!withKey && {
				authentication: 'predefinedCredentialType',
				nodeCredentialType: CREDENTIAL,
			}),
			sendBody: true,
			specifyBody: 'json',
			jsonBody: jsonBody(fields, withKey),
			options: {},
		}),
		...(!withKey && { credentials }),
	};
}

/** The body as a user writes it into the HTTP Request node. */
function jsonBody(fields, withKey) {
	if (fields === 'json') {
		// This node's own static values stay static here, so that both read one expression.
		return `={{ {${withKey ? ` api_key: "${KEY}",` : ''} name: "${FIRST.company}", revenue: ${FIRST.revenue}, assigned_to: "${FIRST.owner}", division: "${FIRST.region}", recipients: [{ first_name: $json.first, last_name: $json.last, email: $json.email, primary: true }] } }}`;
	}
	const value = (name) => String(VALUES[fields](name)).replace(/^=/, '');
	return `${fields === 'static' ? '' : '='}{
  ${withKey ? `"api_key": "${KEY}",\n  ` : ''}"name": "${value('company')}",
  "revenue": ${value('revenue')},
  "assigned_to": "${value('owner')}",
  "division": "${value('region')}",
  "recipients": [
    { "first_name": "${value('first')}", "last_name": "${value('last')}", "email": "${value('email')}", "primary": true }
  ]
}`;
}
