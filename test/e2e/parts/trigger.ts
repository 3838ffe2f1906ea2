/** ClientPoint Trigger, called as ClientPoint calls it, and as a stranger might. */
import { sleep } from 'n8n-workflow';
import { chosenVersion } from '../../../dev/n8n/install';
import { publish, type Rest } from '../../../dev/n8n/rest';
import { WEBHOOK_SECRET } from '../../../dev/n8n/workflows';
import { executionIds, itemsOfExecution, newExecutionIds } from '../support/executions';
import { WAITING_ID } from '../support/workflows';
import type { World } from '../../../dev/n8n/world';

const isN8n1 = chosenVersion().startsWith('1.');

export function trigger(world: () => World) {
	/** The ids of credentials without a secret; the editor would pick the newest for a new node. */
	const credentials: string[] = [];
	afterAll(async () => {
		for (const id of credentials) await world().n8n.rest('DELETE', `/credentials/${id}`);
	});

	const RIGHT = `?secret=${encodeURIComponent(WEBHOOK_SECRET)}`;
	const JSON_TYPE = 'application/json';
	const send = async (path: string, body: string | Uint8Array, contentType = JSON_TYPE) => {
		const response = await fetch(`${world().n8n.url}${path}`, {
			method: 'POST',
			headers: { 'content-type': contentType },
			body,
		});
		const type = response.headers.get('content-type')?.split(';')[0];
		return { status: response.status, type, text: await response.text() };
	};
	const post = async (query: string, body: string | Uint8Array, contentType?: string) =>
		await send(`/webhook/won-to-handover-trigger/webhook${query}`, body, contentType);
	const answer = (status: number, json: unknown) => ({
		status,
		type: JSON_TYPE,
		text: JSON.stringify(json),
	});
	const RECEIVED = answer(200, { received: true });
	const REFUSED = answer(403, { message: 'The secret is missing or wrong' });
	const UNFIT = answer(400, { message: 'The body is no JSON object' });
	const payload = (Status: string) =>
		JSON.stringify({
			Event: 'statusChanged',
			Data: {
				Status,
				Client: 'ABC Müller',
				Revenue: '500.00',
				AssignedTo: 'Rita Rep',
				ClientPointLink: 'https://login.clientpoint.net/x',
			},
		});

	it('starts its workflow for what its filters name, and for nothing else', async () => {
		const { rest } = world().n8n;
		const known = await executionIds(rest);
		expect(await post(RIGHT, '[1]')).toEqual(UNFIT);
		expect(await post(RIGHT, payload('Pending'))).toEqual(RECEIVED);
		expect(await post(RIGHT, payload('Won'))).toEqual(RECEIVED);
		const [id, ...more] = await newExecutionIds(rest, known);
		expect(more).toEqual([]);
		expect((await itemsOfExecution(rest, id))['Hand over']).toEqual([
			{
				task: 'Kick off ABC Müller (500), sold by Rita Rep',
				link: 'https://login.clientpoint.net/x',
			},
		]);
	});

	it('starts nothing for a stranger, and fails no execution', async () => {
		const { rest } = world().n8n;
		const known = await executionIds(rest);
		const queries = ['', '?secret=', '?secret=x', '?secret[toString]=x', '?secret=a&secret=b'];
		for (const query of [...queries, '?__proto__[secret]=x', `?secret[]=${RIGHT.slice(8)}`]) {
			for (const body of [payload('Won'), '[1]', '{"Event":{"toString":1}}']) {
				expect(await post(query, body)).toEqual(REFUSED);
			}
		}
		const form =
			'--x\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nhi\r\n--x--\r\n';
		expect(await post('', form, 'multipart/form-data; boundary=x')).toEqual(REFUSED);
		// n8n reads what is called JSON before it asks a trigger.
		expect(await post('', '{"Event":')).toMatchObject({ status: 422 });

		expect(await post(RIGHT, form, 'multipart/form-data; boundary=x')).toEqual(UNFIT);
		expect(await post(RIGHT, 'no', 'text/plain')).toEqual(UNFIT);
		expect(await post(RIGHT, '{}', 'text/json; charset=klingon')).toEqual(UNFIT);
		expect(await post(RIGHT, `{"a":${'['.repeat(9000)}${']'.repeat(9000)}}`)).toEqual(UNFIT);
		expect(await post(RIGHT, '{"Data":{"Status":{"toString":1}}}')).toMatchObject({ status: 400 });
		expect(await executionIds(rest)).toEqual(known);
	});

	const bodies: Array<[name: string, body: string | Buffer, type: string | undefined]> = [
		['a BOM', `\uFEFF${payload('Won')}`, undefined],
		['UTF-16', Buffer.from(payload('Won'), 'utf16le'), `${JSON_TYPE}; charset=utf-16le`],
		['Latin-1', Buffer.from(payload('Won'), 'latin1'), `${JSON_TYPE}; charset=latin1`],
		['text', payload('Won'), 'text/plain'],
	];
	// n8n 1 refuses a BOM itself, before any node sees it.
	it.each(isN8n1 ? bodies.slice(1) : bodies)('reads %s', async (_, body, type) => {
		const { rest } = world().n8n;
		const known = await executionIds(rest);
		expect(await post(RIGHT, body, type)).toEqual(RECEIVED);
		const [id] = await newExecutionIds(rest, known);
		expect((await itemsOfExecution(rest, id))['Hand over']).toMatchObject([
			{ task: 'Kick off ABC Müller (500), sold by Rita Rep' },
		]);
	});

	it('passes on as they came members that n8n gives a meaning, up to the depth it takes', async () => {
		const { rest } = world().n8n;
		const alone = await triggerAlone(rest, { authentication: 'none' });
		credentials.push(alone.credentialId);
		expect(await alone.publish()).toBe('published');
		const known = await executionIds(rest);
		const deep = `${'['.repeat(198)}1${']'.repeat(198)}`;
		const json = `{"json":{"a":1},"binary":{"b":{}},"error":"no","pairedItem":7,"deep":${deep}}`;
		expect(await send(alone.path, json)).toEqual(RECEIVED);
		const [id] = await newExecutionIds(rest, known);
		expect((await itemsOfExecution(rest, id))['ClientPoint Trigger']).toEqual([JSON.parse(json)]);
	});

	it.each([
		[{ authentication: 'urlSecret' }, 'holds no Webhook Secret'],
		[
			{ authentication: '={{ $vars.nothing }}' },
			'Authentication must be None or Secret in the URL',
		],
	])('cannot be published with %j and no secret', async (parameters, sentence) => {
		const alone = await triggerAlone(world().n8n.rest, parameters);
		credentials.push(alone.credentialId);
		expect(await alone.publish()).toContain(sentence);
		expect(await send(alone.path, payload('Won'))).toMatchObject({ status: 404 });
	});

	it('goes on listening when a test call is refused', async () => {
		const { rest } = world().n8n;
		const known = await executionIds(rest);
		const started = await rest('POST', `/workflows/${WAITING_ID}/run`, {
			workflowData: await rest('GET', `/workflows/${WAITING_ID}`),
			triggerToStartFrom: { name: 'ClientPoint won' },
		});
		expect(started).toMatchObject({ waitingForWebhook: true });
		const path = `/webhook-test/${WAITING_ID}/webhook`;
		expect(await send(path, payload('Won'))).toEqual(REFUSED);
		expect(await executionIds(rest)).toEqual(known);
		expect(await send(`${path}${RIGHT}`, payload('Won'))).toEqual(RECEIVED);
		expect(await newExecutionIds(rest, known)).toHaveLength(1);
	});
}

/** A workflow of the trigger alone, with a credential that holds no secret. */
async function triggerAlone(rest: Rest, parameters: object) {
	const credential = await rest('POST', '/credentials', {
		name: 'No secret',
		type: 'clientPointApi',
		data: { apiKey: 'k', baseUrl: 'https://api.clientpoint.net' },
	});
	const webhookId = `trigger-alone-${JSON.stringify(parameters).length}`;
	const { id } = await rest('POST', '/workflows', {
		name: 'Trigger alone',
		// n8n 1 wants to be told.
		active: false,
		nodes: [
			{
				id: '1',
				name: 'ClientPoint Trigger',
				type: 'n8n-nodes-clientpoint.clientPointTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId,
				parameters,
				credentials: { clientPointApi: { id: credential.id, name: 'No secret' } },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	});
	return {
		credentialId: String(credential.id),
		path: `/webhook/${webhookId}/webhook`,
		/** Tells `published`, or why it is not: n8n 2 publishes a moment later, n8n 1 at once. */
		async publish(): Promise<string> {
			try {
				await publish(rest, id);
			} catch (error) {
				return String(error);
			}
			for (;;) {
				const { status, triggers } = await publicationStatus(rest, id);
				const message = triggers.find(({ errorMessage }) => errorMessage)?.errorMessage;
				if (['published', 'failed'].includes(status)) return message ?? status;
				await sleep(200);
			}
		},
	};
}

interface PublicationStatus {
	status: string;
	triggers: Array<{ errorMessage: string | null }>;
}

/** A version that publishes at once has none to tell. */
async function publicationStatus(rest: Rest, id: string): Promise<PublicationStatus> {
	try {
		const { status, triggers } = await rest('GET', `/workflows/${id}/publication-status`);
		return { status, triggers };
	} catch {
		return { status: 'published', triggers: [] };
	}
}
