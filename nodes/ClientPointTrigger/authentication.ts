import { createHash, timingSafeEqual } from 'node:crypto';
import {
	NodeOperationError,
	UserError,
	type IHookFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

/**
 * The secret that the URL must hold, or `undefined` when Authentication is None.
 *
 * @throws when the credential has none, because nobody would notice an open door
 */
export async function requiredSecret(
	context: IWebhookFunctions | IHookFunctions,
): Promise<string | undefined> {
	// An expression that gives nothing is not "None".
	if (context.getNodeParameter('authentication') === 'none') return undefined;
	const { webhookSecret } = await context.getCredentials('clientPointApi');
	const secret = String(webhookSecret ?? '').trim();
	if (secret !== '') return secret;
	throw new NodeOperationError(
		context.getNode(),
		'The ClientPoint API credential has no Webhook Secret: fill it in there, or set Authentication to None',
	);
}

/** @throws when the request may start nothing */
export async function assertSecret(context: IWebhookFunctions): Promise<void> {
	const required = await requiredSecret(context);
	if (required === undefined) return;
	const { secret }: { secret?: unknown } = context.getQueryData();
	if (typeof secret === 'string' && isSame(secret, required)) return;
	throw new UserError('the secret in the URL is missing or wrong');
}

/** In constant time, whatever the lengths: a digest is as long as any other. */
function isSame(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
