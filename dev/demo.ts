/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/**
 * `npm run demo`: sample leads go through n8n's own engine into the sandbox.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../nodes/ClientPoint/untyped';
import { loadPackage, outputOf, runWorkflow } from './engine/engine';
import { readExample } from './examples';
import { ROOT } from './root';
import { SANDBOX_KEY, startSandbox } from './sandbox/server';

interface Lead {
	company: string;
	budget: string | number;
}

async function main() {
	const workflow = readExample('lead-to-clientpoint');
	const leads: Lead[] = JSON.parse(readFileSync(join(ROOT, 'examples/leads.json'), 'utf8'));
	const loader = await loadPackage(ROOT);
	const sandbox = await startSandbox();
	const run = await runWorkflow(loader, {
		workflow,
		triggerItems: { 'Lead received': leads.map((body) => ({ json: { body } })) },
		credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
	}).finally(() => sandbox.close());
	if (run.data.resultData.error) throw run.data.resultData.error;

	const outputs = outputOf(run, 'Create ClientPoint') ?? [];
	const came = new Map<number, string>();
	for (const item of outputs.flatMap((items) => items ?? [])) {
		const { pairedItem, json } = item;
		const index = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
		came.set(index, String(json.error ?? told(json.data)));
	}
	const sent = new Map(sandbox.created.map(({ body }) => [body.name, body]));
	console.log(`\n${leads.length} leads through n8n's engine, examples/lead-to-clientpoint.json:\n`);
	for (const [index, { company, budget }] of leads.entries()) {
		console.log(`${company}, ${JSON.stringify(budget)}`);
		console.log(`   sent:      ${summary(sent.get(company))}`);
		console.log(`   came back: ${came.get(index)}`);
	}
	console.log(`\nThe first body, to which the credential adds the API key:`);
	console.log(JSON.stringify(sandbox.created[0]?.body, null, 2));
	const refused = outputs[1]?.length ?? 0;
	console.log(
		`${sandbox.created.length} ClientPoints created, ${refused} lead refused before sending.`,
	);
	if (sandbox.created.length !== leads.length - refused) throw new Error('The counts do not agree');
}

const told = (data: unknown) => {
	const { clientpoint_id: id, clientpoint_url: url } = isObject(data) ? data : {};
	return `created as ${id}, ${url}`;
};

function summary(body: Record<string, unknown> | undefined): string {
	if (!body) return 'nothing';
	const count = (list: unknown) => (Array.isArray(list) ? list.length : 0);
	const { revenue, expiration_date: expires = 'never', recipients, custom_fields } = body;
	return `revenue ${revenue}, expires ${expires}, recipients ${count(recipients)}, custom fields ${count(custom_fields)}`;
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
