/** What "Test connection" makes of each status, at both ends of each range. */
import { testCredential } from '../../dev/engine/engine';
import { SANDBOX_KEY } from '../../dev/sandbox/server';
import { builtPackage } from '../support/clientPoint';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const OK = () => 'OK: ClientPoint did not refuse the API key';
const refused = (status: number) =>
	`Error: ClientPoint refused the API key: it answered ${status}, name is required`;
const proxy = () =>
	'Error: A proxy asks for a login (it answered 407): see the proxy settings of your n8n.';
const pause = () => 'Error: ClientPoint asks for a pause (it answered 429); test again later.';
const down = (status: number) =>
	`Error: ClientPoint cannot answer at present (it answered ${status}); test again later.`;
const other = (status: number) =>
	`Error: No ClientPoint API answers like this, so check the API Base URL: ClientPoint answered ${status}: name is required.`;

it.each([
	[OK, [200, 201, 299, 400, 422]],
	[refused, [401, 403]],
	[proxy, [407]],
	[pause, [429]],
	[down, [500, 501, 503, 599]],
	[other, [300, 399, 402, 404, 405, 408, 421, 423, 428, 430, 499]],
])('%p', async (told, statuses) => {
	for (const answered of statuses) {
		sandbox.answer(() => ({ status: answered, body: { message: 'name is required' } }));
		const { status, message } = await testCredential(
			await builtPackage(),
			'clientPoint',
			'clientPointApi',
			{ apiKey: SANDBOX_KEY, baseUrl: sandbox.url },
		);
		expect(`${status}: ${message}`).toBe(told(answered));
	}
});
