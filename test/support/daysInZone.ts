/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
/** In the zone that TZ names, runs one item for each date; prints what was sent as day and as text, as JSON. */
import { startSandbox } from '../../dev/sandbox/server';
import { REQUIRED, runNode, sentBodies } from './clientPoint';

async function main(expressions: string[], timezone: string) {
	const sandbox = await startSandbox();
	const days: unknown[] = [];
	for (const expiration_date of expressions) {
		sandbox.reset();
		const { error } = await runNode(sandbox, {
			parameters: {
				...REQUIRED,
				additionalFields: { expiration_date, division: expiration_date },
			},
			workflowSettings: { timezone },
		});
		const [sent] = sentBodies(sandbox);
		days.push(sent ? [sent.expiration_date, sent.division] : error?.message);
	}
	await sandbox.close();
	process.stdout.write(`\n${JSON.stringify(days)}\n`, () => process.exit(0));
}

const [timezone, ...expressions] = process.argv.slice(2);
void main(expressions, timezone);
