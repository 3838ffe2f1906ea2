/** The sandbox's page: the ClientPoints created so far, as a plain table. */
export function page(created: Array<{ id: number; body: Record<string, unknown> }>): string {
	const rows = created
		.map(
			({ id, body }) =>
				`<tr><td>${id}<td>${escape(body.name)}<td>${escape(body.revenue)}<td>${escape(body.assigned_to)}` +
				`<td><pre>${escape(JSON.stringify(body, null, 2))}</pre>`,
		)
		.join('\n');
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>ClientPoint sandbox</title>
<style>body{font:16px system-ui;margin:2rem}td,th{padding:.3rem 1rem;text-align:left;vertical-align:top}</style>
<h1>ClientPoint sandbox</h1>
<p>${created.length} ClientPoints created. Nothing here reaches ClientPoint.</p>
<table><tr><th>ID<th>Name<th>Revenue<th>Assigned To<th>Body
${rows}
</table>
</html>`;
}

const escape = (value: unknown) =>
	String(value).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
