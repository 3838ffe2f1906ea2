export interface Answer {
	/** 0 where the connection broke or no answer came. */
	status: number;
	text: string;
}

/** Calls a webhook. */
export async function post(url: string, body: unknown): Promise<Answer> {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(290_000),
		});
		return { status: response.status, text: await response.text() };
	} catch (error) {
		return { status: 0, text: String(error) };
	}
}
