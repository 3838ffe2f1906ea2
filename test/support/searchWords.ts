/** What users type who look for the node. */
export const SEARCH_WORDS = [
	'client point',
	'create clientpoint',
	'recipient',
	'proposal',
	'deal room',
	'quote',
	'sales room',
	'contract',
	'e-signature',
];
