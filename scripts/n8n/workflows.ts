/** The example workflows and the credentials they name, as n8n imports them. */
import { SANDBOX_KEY } from '../../sandbox/server';
import { exampleNames, readExample } from '../../test/support/examples';

export const clientPointCredential = (baseUrl: string) => ({
	id: 'clientPointSandbox',
	name: 'ClientPoint account',
	type: 'clientPointApi',
	data: { apiKey: SANDBOX_KEY, baseUrl },
});

/** Every example, with its file's name for an id. */
export const exampleWorkflows = () =>
	exampleNames().map((name) => ({ ...readExample(name), id: name, active: false }));
