import { createHash, timingSafeEqual } from 'node:crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { trimUnseen } from '../../credentials/unseen';

/** Whom the form lets in. What cannot be decided is `nobody`, as an open door would not be noticed. */
type Access =
	{ to: 'everybody' } | { to: 'whoever knows'; secret: string } | { to: 'nobody'; reason: string };

export async function readAccess(context: IWebhookFunctions | IHookFunctions): Promise<Access> {
	// No fallback: what is not there, or an expression that gives nothing, is not "None".
	const authentication: unknown = context.getNodeParameter('authentication');
	if (authentication === 'none') return { to: 'everybody' };
	if (authentication !== 'urlSecret') {
		return { to: 'nobody', reason: 'Authentication must be None or Secret in the URL' };
	}
	const secret = await readSecret(context);
	if (secret !== '') return { to: 'whoever knows', secret };
	return {
		to: 'nobody',
		reason:
			'The ClientPoint API credential holds no Webhook Secret: fill it in there, or set Authentication to None',
	};
}

/** Why a request may start nothing, or `undefined` when it may. Never throws. */
export async function whyRefused(context: IWebhookFunctions): Promise<string | undefined> {
	try {
		const access = await readAccess(context);
		if (access.to === 'everybody') return undefined;
		if (access.to === 'nobody') return access.reason;
		const given = secretsIn(context.getQueryData(), context.getRequestObject());
		const right = given.filter((text) => isSame(access.secret, text.trim()));
		return right.length > 0 ? undefined : 'the secret in the URL is missing or wrong';
	} catch {
		return 'Authentication cannot be read';
	}
}

/** The credential's secret, or blank text where there is none, whatever the cause. */
async function readSecret(context: IWebhookFunctions | IHookFunctions): Promise<string> {
	try {
		const { webhookSecret } = await context.getCredentials('clientPointApi');
		return typeof webhookSecret === 'string' ? trimUnseen(webhookSecret) : '';
	} catch {
		return '';
	}
}

/**
 * The secret in a URL, in each way in which it can have been written there: percent-encoded, or
 * with `+ & %` as they are. Each way holds the whole secret, so none is weaker than another.
 */
function secretsIn(
	{ secret }: { secret?: unknown },
	{ originalUrl }: { originalUrl?: unknown },
): string[] {
	// Twice in the URL it is a list, and with brackets behind its name a list or an object.
	if (typeof secret !== 'string' || typeof originalUrl !== 'string') return [];
	const query = originalUrl.slice(originalUrl.indexOf('?') + 1);
	const [, rest = ''] = /(?:^|&)secret=(.*)/s.exec(query) ?? [];
	const [first] = rest.split('&', 1);
	return [secret, first, rest, decode(first), decode(rest)];
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		// A lone percent sign stands for itself.
		return text;
	}
}

/** In constant time, whatever the lengths: a digest is as long as any other. */
function isSame(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
