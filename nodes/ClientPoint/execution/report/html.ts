/**
 * Lines as n8n's editor shows a description or a hint, which is HTML. It makes code of what stands in backticks, and
 * drops what it takes for a tag.
 */
export const toHtml = (lines: string[]) =>
	lines
		.map((line) => line.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`))
		.join('<br>');
