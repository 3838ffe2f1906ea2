/** The sandbox's page: what was created so far, and how to ask for bad answers. */
import type { ClientPoint } from './api';
import { FAULT_MEMBERS, WORDS, type FaultToCome } from './faults';

export function page(url: string, created: ClientPoint[], fault: FaultToCome | undefined): string {
	const rows = created.map(
		({ id, body, added }) =>
			`<tr><td>${id}<td>${escape(body.name)}<td>${escape(body.revenue)}<td>${escape(body.assigned_to)}` +
			`<td>${pre(body)}<td>${added.map(pre).join('')}`,
	);
	const words = Object.entries(WORDS).map(
		([word, { meaning }]) => `<tr><td><code>fault: ${word}</code><td>${escape(meaning)}`,
	);
	const members = FAULT_MEMBERS.map(
		([name, meaning]) => `<tr><td><code>${name}</code><td>${escape(meaning)}`,
	);
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>ClientPoint sandbox</title>
<style>body{font:16px system-ui;margin:2rem}td,th{padding:.3rem 1rem;text-align:left;vertical-align:top}pre{margin:0}</style>
<h1>ClientPoint sandbox</h1>
<p>${created.length} ClientPoints created. Nothing here reaches ClientPoint.</p>
${fault ? `<p><strong>All calls are answered with a fault:</strong></p>${pre(fault)}` : ''}
<table><tr><th>ID<th>Name<th>Revenue<th>Assigned To<th>Body<th>Recipients added
${rows.join('\n')}
</table>
<h2>Bad answers</h2>
<p>Give a ClientPoint one of these names, when you create or update it:</p>
<table>
<tr><td><code>fault: 429</code><td>any HTTP status from 300 to 599
${words.join('\n')}
</table>
<p>With <code>created</code> behind it, as in <code>fault: 500 created</code>, the call is carried out all
the same; with <code>once</code>, as in <code>fault: 429 once</code>, only the first call of that name is
answered so.</p>
<p>Or let all calls be answered badly, until they are told otherwise:</p>
<pre>curl -X PUT ${url}/faults -d '{"status": 503, "headers": {"retry-after": "2"}, "times": 1}'
curl -X PUT ${url}/faults -d '{"status": 503, "above": 20, "delay": 200}'
curl -X PUT ${url}/faults -d '{"status": 429, "headers": {"retry-after": "1"}, "perSecond": 20}'
curl -X DELETE ${url}/faults</pre>
<table>
${members.join('\n')}
</table>
</html>`;
}

const pre = (value: unknown) => `<pre>${escape(JSON.stringify(value, null, 2))}</pre>`;

const escape = (value: unknown) =>
	String(value).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
