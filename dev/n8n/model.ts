/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/**
 * A chat model that speaks OpenAI's `/chat/completions`, streamed or not, and always wants the same:
 * it calls the tool with a bad e-mail address, then, whatever it reads, with a good one, then it is done.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Message {
	role: string;
	content: unknown;
}

export interface Model {
	/** What an OpenAI credential takes as its base URL. */
	url: string;
	/** What the tool answered in the newest conversation, in order. */
	toolAnswers(): string[];
	/** The properties of the tool's input, as the model was told. */
	toolInputs(): string[];
	close(): Promise<void>;
}

/** The tool's inputs, in the names that the editor's ✨ button gives to fields and to those of a row. */
const DEAL = {
	Name: 'ABC Company',
	Revenue: 500.5,
	values0_First_Name: 'John',
	values0_Last_Name: 'Doe',
};
const EMAILS = ['john at example', 'john.doe@example.com'];

export async function startModel(): Promise<Model> {
	let messages: Message[] = [];
	let inputs: string[] = [];
	const answersIn = () => messages.filter(({ role }) => role === 'tool');

	const reply = async (request: IncomingMessage, response: ServerResponse) => {
		if (!request.url?.endsWith('/chat/completions')) {
			response.writeHead(404).end('{}');
			return;
		}
		const asked = JSON.parse(await text(request));
		messages = asked.messages;
		const tool = asked.tools?.[0]?.function;
		inputs = Object.keys(tool?.parameters?.properties ?? {});
		const email = EMAILS[answersIn().length];
		const call = email && {
			index: 0,
			id: `call_${answersIn().length}`,
			type: 'function',
			function: { name: tool?.name, arguments: JSON.stringify({ ...DEAL, values0_Email: email }) },
		};
		const message = call
			? { role: 'assistant', content: null, tool_calls: [call] }
			: { role: 'assistant', content: 'The ClientPoint for ABC Company is ready.' };
		const finish_reason = call ? 'tool_calls' : 'stop';
		const envelope = { id: 'chat', created: 0, model: asked.model };
		if (asked.stream) {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			const send = (choice: object) =>
				response.write(
					`data: ${JSON.stringify({ ...envelope, object: 'chat.completion.chunk', choices: [{ index: 0, ...choice }] })}\n\n`,
				);
			send({ delta: message, finish_reason: null });
			send({ delta: {}, finish_reason });
			response.end('data: [DONE]\n\n');
			return;
		}
		response.writeHead(200, { 'content-type': 'application/json' }).end(
			JSON.stringify({
				...envelope,
				object: 'chat.completion',
				choices: [{ index: 0, message, finish_reason }],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			}),
		);
	};

	const server = createServer((request, response) => {
		reply(request, response).catch((error) => response.destroy(error));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		toolAnswers: () => answersIn().map(({ content }) => String(content)),
		toolInputs: () => inputs,
		close() {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}
