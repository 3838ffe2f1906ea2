/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run demo`: sample leads go through n8n's own engine into the sandbox. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPackage, outputOf, runWorkflow, type WorkflowFile } from '../test/support/engine';
import { SANDBOX_KEY, startSandbox } from './server';

interface Lead {
	company: string;
	budget: string | number;
}

const ROOT = join(__dirname, '..');
const read = (file: string): unknown =>
	JSON.parse(readFileSync(join(ROOT, 'examples', file), 'utf8'));

async function main() {
	const workflow = read('lead-to-clientpoint.json') as WorkflowFile;
	const leads = read('leads.json') as Lead[];
	const sandbox = await startSandbox();
	const run = await runWorkflow(await loadPackage(ROOT), {
		workflow,
		triggerItems: { 'Lead received': leads.map((body) => ({ json: { body } })) },
		credentials: { clientPointApi: { apiKey: SANDBOX_KEY, baseUrl: sandbox.url } },
	});
	await sandbox.close();
	if (run.data.resultData.error) throw run.data.resultData.error;

	const outputs = outputOf(run, 'Create ClientPoint') ?? [];
	const came = new Map<number, string>();
	for (const item of outputs.flatMap((items) => items ?? [])) {
		const { pairedItem, json } = item;
		const index = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1;
		came.set(index, String(json.error ?? JSON.stringify(json.data)));
	}
	const sent = new Map(sandbox.received.map(({ body }) => [body.name, body]));
	console.log(`\n${leads.length} leads through n8n's engine, examples/lead-to-clientpoint.json:\n`);
	leads.forEach((lead, index) => {
		const body = sent.get(lead.company);
		const { api_key: key, ...shown } = body ?? {};
		console.log(`${index + 1}. lead   ${lead.company}, budget ${JSON.stringify(lead.budget)}`);
		console.log(
			`   sent   ${body ? JSON.stringify(shown) : 'nothing'}${key ? ' + the API key' : ''}`,
		);
		console.log(`   came   ${came.get(index)}\n`);
	});
	const refused = outputs[1]?.length ?? 0;
	console.log(
		`${sandbox.created.length} ClientPoints created, ${refused} lead refused before sending.`,
	);
	if (sandbox.created.length !== leads.length - refused) throw new Error('The counts do not agree');
}

main().catch((error) => {
	console.error(error);
	process.exitCode = 1;
});
