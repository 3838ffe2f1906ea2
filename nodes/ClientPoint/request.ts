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
	 * Whether it changes nothing, so that it may be sent again whatever became of it. A DELETE or a PUT is not:
	 * what it does twice may mail twice, and the second reply hides what became of the first.
	 */
	safeToRepeat: boolean;
	/** What to mind before it is sent, for a preview. */
	warnings?: string[];
}
