/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals --
   a command for the developer's machine, never inside n8n */
/** `npm run screenshots`: the README's pictures, from the real editor. */
import { mkdirSync } from 'node:fs';
import { openEditor } from '../n8n/editor';
import { startWorld } from '../n8n/world';
import { camera, FOLDER } from './camera';
import { pictures } from './pictures';
import { PICTURED, REFUSALS } from './workflows';

async function main() {
	mkdirSync(FOLDER, { recursive: true });
	const { n8n, sandbox, close } = await startWorld({ workflows: () => PICTURED });
	sandbox.answer((_, { body }) => REFUSALS[String(body.name)]);
	try {
		const editor = await openEditor(n8n.url);
		// So small that its letters can be read in the README.
		await editor.page.setViewportSize({ width: 1200, height: 900 });
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
