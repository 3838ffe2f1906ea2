import type { Report } from './report';

/**
 * As the description of a node's error, which n8n's editor shows as HTML. It makes code of what stands in
 * backticks, and drops what it takes for a tag.
 */
export const toHtml = ({ advice, kinds, counts }: Report) =>
	[advice.map(escaped).join('<br>'), list(kinds), list(counts)].join('');

const list = (lines: string[]) =>
	lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>` : '';

/** The whole report without HTML, for whoever reads it elsewhere than in the editor. */
export const toText = ({ title, advice, kinds, counts }: Report) =>
	[title, ...advice, ...[...kinds, ...counts].map((line) => `- ${line}`)].join('\n');

/** A title is plain text, from which n8n cuts what it takes for a tag all the same. */
export const toTitle = ({ title }: Report) => title.replace(/</g, '‹').replace(/>/g, '›');

export const escaped = (text: string) =>
	text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
