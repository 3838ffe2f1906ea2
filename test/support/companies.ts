/** Upstream items that each name a company. */
export const companies = (count: number) =>
	Array.from({ length: count }, (_, number) => ({ company: `Company ${number}`, number }));
