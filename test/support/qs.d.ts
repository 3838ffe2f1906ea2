/** The query parser of express, which comes with n8n-core, without types. */
declare module 'qs' {
	export function parse(query: string, options: { allowPrototypes: boolean }): object;
}
