/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** Where the API key must not be found once all has run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SANDBOX_KEY } from '../../../dev/sandbox/server';
import type { World } from '../../../dev/n8n/world';
import { executionIds, storedExecution } from '../support/executions';
import { post } from '../support/post';

export function secrets(world: () => World) {
	it('an API that sends the key back does not get it into the answer', async () => {
		const { n8n, sandbox } = world();
		sandbox.answer(() => ({ status: 422, echo: true }));
		const lead = { company: 'Echo', budget: 1, owner: 'rep@yourcompany.com', email: 'e@x.example' };
		const { status, text } = await post(`${n8n.url}/webhook/lead-with-reply`, lead);
		// The example answers so for what came out of the node's error output.
		expect(status).toBe(422);
		// Else this and all that follows would prove nothing.
		expect(sandbox.received.map(({ body }) => body.api_key)).toEqual([SANDBOX_KEY]);
		expect(text).not.toContain(SANDBOX_KEY);
	});

	it('the key is in no execution', async () => {
		const { rest } = world();
		const ids = await executionIds(rest);
		expect(ids.length).toBeGreaterThan(5);
		for (const id of ids) {
			const data = await storedExecution(rest, id);
			expect(data).toContain('resultData');
			expect(data).not.toContain(SANDBOX_KEY);
		}
	});

	it('the key is in no file that n8n keeps, its database and log among them', () => {
		const folder = join(world().userFolder, '.n8n');
		const files = readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
			.map(({ parentPath, name }) => join(parentPath, name));
		expect(files.map((file) => file.slice(folder.length + 1))).toEqual(
			expect.arrayContaining(['database.sqlite', 'n8nEventLog.log']),
		);
		const bytes = files.map((file) => [file, readFileSync(file)] as const);
		// A name that was sent is found by the same search, so the search does find things.
		expect(bytes.some(([, content]) => content.includes('Webhook lead with reply'))).toBe(true);
		expect(bytes.filter(([, content]) => content.includes(SANDBOX_KEY))).toEqual([]);
	});

	it('the key is nowhere in what n8n printed, at log level debug', () => {
		const log = world().n8n.output();
		expect(log).toMatch(/debug/i);
		expect(log).not.toContain(SANDBOX_KEY);
	});
}
