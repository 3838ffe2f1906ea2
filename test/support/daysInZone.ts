/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
/** In the zone that TZ names, runs one item for each day; prints what was sent, as JSON. */
import { startSandbox } from '../../dev/sandbox/server';
import { REQUIRED, runNode, sentBodies } from './clientPoint';

async function main(expressions: string[], timezone: string) {
	const sandbox = await startSandbox();
	const days: unknown[] = [];
	for (const expiration_date of expressions) {
		sandbox.reset();
		const { error } = await runNode(sandbox, {
			parameters: { ...REQUIRED, additionalFields: { expiration_date } },
			workflowSettings: { timezone },
		});
		days.push(sentBodies(sandbox)[0]?.expiration_date ?? error?.message);
	}
	await sandbox.close();
	process.stdout.write(`\n${JSON.stringify(days)}\n`, () => process.exit(0));
}

const [timezone, ...expressions] = process.argv.slice(2);
void main(expressions, timezone);
