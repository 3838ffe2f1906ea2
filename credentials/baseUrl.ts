import { UserError } from 'n8n-workflow';

const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The credential's base URL without trailing slashes, so that a path can be appended.
 *
 * @throws UserError when it is no URL, or one that would expose the API key
 */
export function parseBaseUrl(written: unknown, label = 'API Base URL'): string {
	const text = String(written ?? '').trim();
	if (!URL.canParse(text)) {
		throw new UserError(`${label} must be a URL such as https://api.clientpoint.net`);
	}
	const url = new URL(text);
	const staysHere = url.protocol === 'http:' && LOOPBACK.test(url.hostname);
	if (url.protocol !== 'https:' && !staysHere) {
		throw new UserError(
			`${label} must begin with https:// (http:// only for this machine itself), so that the API key never crosses a network in the clear`,
		);
	}
	if (url.username || url.password || url.search || url.hash) {
		throw new UserError(`${label} must hold neither user name, password, query nor fragment`);
	}
	return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

/** The credential's account URL, checked as the base URL is; `undefined` where it is blank. */
export const parseAccountUrl = (written: unknown) =>
	String(written ?? '').trim() === '' ? undefined : parseBaseUrl(written, 'Account URL');
