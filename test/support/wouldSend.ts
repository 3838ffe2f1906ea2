/** Create in a preview, with one item for each value: the body that it would send, or what is said of the item. */
import { REQUIRED, runNode, type NodeRunOptions } from './clientPoint';

export async function wouldSend(
	parameters: object,
	values: unknown[] = [undefined],
	more: NodeRunOptions = {},
): Promise<unknown[]> {
	const { done, failed, error } = await runNode(
		{ url: 'https://api.example' },
		{
			parameters: { ...REQUIRED, options: { previewOnly: true }, ...parameters },
			items: values.map((value) => ({ value })),
			settings: { onError: 'continueErrorOutput' },
			...more,
		},
	);
	expect(error?.message).toBeUndefined();
	const said: unknown[] = [];
	for (const { json, pairedItem } of [...done, ...failed]) {
		const { item } = Object(pairedItem);
		said[item] = json.error ?? json.body;
	}
	return said;
}
