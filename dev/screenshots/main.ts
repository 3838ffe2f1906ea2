/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run screenshots`: the README's pictures, from the real editor. */
import { mkdirSync } from 'node:fs';
import { openEditor } from '../n8n/editor';
import { editorWorkflow, reportWorkflow } from '../n8n/workflows';
import { startWorld } from '../n8n/world';
import { CLIENTPOINT_CREDENTIAL, node, workflow } from '../workflow';
import { camera, FOLDER } from './camera';
import { pictures } from './pictures';

const triggerWorkflow = workflow('trigger', [
	node('ClientPoint Trigger', 'n8n-nodes-clientpoint.clientPointTrigger', {
		webhookId: '5c1d7a52-6f0e-4b0c-9a53-0d6a4a3c9b11',
		credentials: { clientPointApi: CLIENTPOINT_CREDENTIAL },
		parameters: { triggerOn: ['won'], authentication: 'urlSecret' },
	}),
]);

async function main() {
	mkdirSync(FOLDER, { recursive: true });
	const { n8n, sandbox, close } = await startWorld({
		workflows: () => [editorWorkflow, reportWorkflow, triggerWorkflow],
	});
	try {
		const editor = await openEditor(n8n.url, 1.5);
		const shoot = camera(editor.page, {
			[n8n.url]: 'https://n8n.example.com',
			[sandbox.url]: 'https://api.clientpoint.net',
		});
		await pictures(editor.page, n8n.url, shoot).finally(editor.close);
	} finally {
		await close();
	}
}

main().catch((error) => {
	console.error(error);
	process.exit(1);
});
