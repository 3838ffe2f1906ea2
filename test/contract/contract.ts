/** What an operation promises, with one example that fills in every field of its form. */
export interface ContractExample {
	form: Record<string, unknown>;
	method: string;
	path: string;
	/** The documented example body. */
	body: object;
	/** Labels of the fields that an empty form is refused for. */
	required: string[];
}
