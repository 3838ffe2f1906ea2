/** Upstream items that each name a company, and what of a sandbox's calls is for which of them. */

export const companyOf = (item: number) => `Company ${item}`;

export const companies = (count: number) =>
	Array.from({ length: count }, (_, number) => ({ company: companyOf(number), number }));

/** How many of these calls, or of the ClientPoints that they created, are for an item. */
export const countFor = (item: number, calls: Array<{ body: Record<string, unknown> }>) =>
	calls.filter(({ body }) => body.name === companyOf(item)).length;
