/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
const NAMES = ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'NO_PROXY', 'no_proxy'];

/** Clears the variables that name a proxy before each test, and gives them back after it. */
export function clearProxyVariables() {
	const before = NAMES.map((name) => [name, process.env[name]] as const);
	beforeEach(() => {
		for (const name of NAMES) delete process.env[name];
	});
	afterEach(() => {
		for (const [name, value] of before) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
	});
}
