import { createHash, timingSafeEqual } from 'node:crypto';
import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { asError } from '../ClientPoint/untyped';

/**
 * The secret that the URL must hold, or `undefined` when Authentication is None.
 *
 * @throws where the form does not decide it, because an open door would not be noticed
 */
export async function requiredSecret(
	context: IWebhookFunctions | IHookFunctions,
): Promise<string | undefined> {
	const closed = (reason: string) =>
		new NodeOperationError(context.getNode(), reason, {
			level: 'warning',
			description: 'Until then, every request is refused.',
		});

	// No fallback: what is not there, or an expression that gives nothing, is not "None".
	const authentication: unknown = context.getNodeParameter('authentication');
	if (authentication === 'none') return undefined;
	if (authentication !== 'urlSecret') {
		throw closed('Authentication must be None or Secret in the URL');
	}
	const { webhookSecret } = await context.getCredentials('clientPointApi');
	const secret = typeof webhookSecret === 'string' ? webhookSecret.trim() : '';
	if (secret !== '') return secret;
	throw closed(
		'The ClientPoint API credential has no Webhook Secret: fill it in there, or set Authentication to None',
	);
}

/** Why a request may start nothing, or `undefined` when it may. Never throws. */
export async function whyRefused(context: IWebhookFunctions): Promise<string | undefined> {
	try {
		const required = await requiredSecret(context);
		if (required === undefined) return undefined;
		const { secret }: { secret?: unknown } = context.getQueryData();
		const isRight = typeof secret === 'string' && isSame(secret, required);
		return isRight ? undefined : 'the secret in the URL is missing or wrong';
	} catch (error) {
		return asError(error).message;
	}
}

/** In constant time, whatever the lengths: a digest is as long as any other. */
function isSame(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
