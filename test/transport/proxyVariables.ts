/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, never inside n8n */
const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [
	name,
	name.toLowerCase(),
]);

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
