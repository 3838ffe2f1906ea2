/** @jest-environment node */
/** How far a large run is, told while it runs. */
import { logged } from '../support/nodeLog';
import { REQUIRED, runNode } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

beforeEach(() => (logged.length = 0));

/** What is told of progress in n8n's log, and in the browser. */
const told = async (items: number, mode?: 'manual') => {
	sandbox.answer((number) => {
		sandbox.received.length = 0;
		return number % 7 === 0 ? { status: 422, body: {} } : { body: { id: number } };
	});
	const { log } = await runNode(sandbox, {
		parameters: { ...REQUIRED, name: '={{ $json.name }}' },
		items: Array.from({ length: items }, (_, number) => ({ name: number === 0 ? '' : 'A' })),
		settings: { onError: 'continueErrorOutput' },
		mode,
	});
	const inBrowser = log.filter((line) => line.startsWith('sendConsoleMessage'));
	return { inLog: logged.join().match(/ClientPoint: \d+ of \d+ items have ended/g), inBrowser };
};

it('a run started by hand tells at each thousand items how far it is, in the browser too', async () => {
	const message = 'ClientPoint: 1000 of 1001 items have ended';
	const shown = JSON.stringify({ source: '[Node: "ClientPoint"]', messages: [message] });
	expect(await told(1002, 'manual')).toEqual({
		inLog: [message],
		inBrowser: [`sendConsoleMessage ${shown}`],
	});
});

it('a small run tells nothing', async () => {
	expect(await told(101)).toEqual({ inLog: null, inBrowser: [] });
});
