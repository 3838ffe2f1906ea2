/** A JSON value with all its names and texts in capitals. */
export function inUpperCase(json: unknown): unknown {
	if (typeof json === 'string') return json.toUpperCase();
	if (Array.isArray(json)) return json.map(inUpperCase);
	if (typeof json !== 'object' || json === null) return json;
	return Object.fromEntries(
		Object.entries(json).map(([name, value]) => [name.toUpperCase(), inUpperCase(value)]),
	);
}
