/* eslint-disable @n8n/community-nodes/no-restricted-imports --
   runs on the developer's machine, never inside n8n */
/** What n8n wants of the words that users read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../../dev/root';

/** Every text in what is shipped that is a sentence or a part of one. */
const texts = ['nodes', 'credentials']
	.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
			join(folder, file),
		),
	)
	.filter((file) => file.endsWith('.ts'))
	.flatMap((file) => {
		const source = ts.createSourceFile(
			file,
			readFileSync(join(ROOT, file), 'utf8'),
			ts.ScriptTarget.ES2022,
		);
		return textsIn(source).map((text) => ({ file, text }));
	})
	.filter(({ text }) => /\s/.test(text));

function textsIn(node: ts.Node): string[] {
	const own =
		ts.isStringLiteralLike(node) ||
		ts.isTemplateHead(node) ||
		ts.isTemplateMiddleOrTemplateTail(node)
			? [node.text]
			: [];
	const inner: string[] = [];
	ts.forEachChild(node, (child) => {
		inner.push(...textsIn(child));
	});
	return [...own, ...inner];
}

it('finds the texts', () => {
	expect(texts.length).toBeGreaterThan(200);
	expect(texts.map(({ text }) => text)).toContain('is not a field of this form');
});

/** n8n's own names of things in its editor. */
const NAMES = /"Error data"|on the error output|with "error"/;

it('a text speaks of no error, problem, failure or mistake', () => {
	const wrong = texts.filter(({ text }) =>
		/\b(errors?|problems?|failures?|mistakes?)\b/i.test(text.replace(NAMES, '')),
	);
	expect(wrong).toEqual([]);
});
