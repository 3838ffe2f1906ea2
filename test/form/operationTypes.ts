/** What an operation's `request` receives is read off its fields; checked by `npm run typecheck` alone. */
import { choice, collection, field, setting } from '../../nodes/ClientPoint/form/field';
import { amount, text } from '../../nodes/ClientPoint/form/schemas';
import { customFields } from '../../nodes/ClientPoint/actions/shared/customFields';
import { defineOperation } from '../../nodes/ClientPoint/operation';

const shown = { displayName: 'X', type: 'string', default: '' } as const;
const answer = { method: 'POST', path: '/', host: 'api', effect: 'changes' } as const;
const words = { past: 'X', about: () => 'X', inDoubt: () => 'X' };
const about = { resource: 'x', value: 'x', name: 'X', action: 'X', description: 'X', ...words };

const fields = [
	field({ ...shown, name: 'name', required: true }, text),
	field({ ...shown, name: 'nickname' }, text),
	setting({ ...shown, name: 'kind' }, text),
	customFields,
	collection({ displayName: 'More', name: 'more', type: 'collection', default: {} }, [
		field({ ...shown, name: 'revenue' }, amount),
		choice({ ...shown, name: 'status', options: [{ name: 'Won', value: 'won' }] }),
	]),
] as const;

/** Takes what is exactly of this type. */
const is =
	<Wanted>() =>
	<Given>(given: [Given] extends [Wanted] ? ([Wanted] extends [Given] ? Given : never) : never) =>
		given;

defineOperation({
	...about,
	fields,
	request(values) {
		is<string>()(values.name);
		is<string | undefined>()(values.nickname);
		is<string>()(values.kind);
		is<number | undefined>()(values.revenue);
		is<'won' | undefined>()(values.status);
		is<Array<Record<string, unknown>> | undefined>()(values.custom_fields);
		// @ts-expect-error -- optional, so it may be missing
		is<string>()(values.nickname);
		// @ts-expect-error -- no field of this name
		void values.nmae;
		// @ts-expect-error -- the collection's members stand beside their neighbours
		void values.more;
		return answer;
	},
});

// @ts-expect-error -- a member that no field gives
defineOperation({ ...about, fields, request: ({ revenu }) => ({ ...answer, body: { revenu } }) });

// @ts-expect-error -- a body is an object, not a text
defineOperation({ ...about, fields, request: ({ name }) => ({ ...answer, body: name }) });
