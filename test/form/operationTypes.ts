/** What an operation's `request` receives has types, read off its fields; checked by `npm run typecheck` alone. */
import { collection, field } from '../../nodes/ClientPoint/form/field';
import { parseForm } from '../../nodes/ClientPoint/form/parse';
import { amount, text } from '../../nodes/ClientPoint/form/schemas';

const shown = { displayName: 'X', type: 'string', default: '' } as const;
const more = { displayName: 'More', name: 'more', type: 'collection', default: {} } as const;

const values = parseForm(
	[
		field({ ...shown, name: 'name', required: true }, text),
		field({ ...shown, name: 'nickname' }, text),
		collection(more, [field({ ...shown, name: 'revenue' }, amount)]),
	],
	{},
);
values.name.trim();
values.revenue?.toFixed();
// @ts-expect-error -- optional, so it may be missing
values.nickname.trim();
// @ts-expect-error -- the collection's members stand beside their neighbours
void values.more;
