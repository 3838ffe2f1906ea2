/** One call of the ClientPoint API, without the key: the credential adds that. */
export interface ApiRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Begins with a slash, e.g. `/v4/clientpoint/create`. */
	path: string;
	body?: Record<string, unknown>;
	query?: Record<string, string>;
	/** Where it goes: the API's own host, or the account's domain. */
	host: 'api' | 'account';
	/**
	 * What it does in ClientPoint: what only reads may be sent again whatever became of it. A PUT or a DELETE is no
	 * read: sent twice it may mail twice.
	 */
	effect: 'reads' | 'changes' | 'creates';
	/** What to mind, in words that hold before it is sent and after. */
	warnings?: string[];
}
