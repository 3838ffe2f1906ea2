/** The parts of one built file that istanbul counts, and how often each ran. */
export type Regions = Array<{ from: Place; to: Place; count: number }>;

interface Place {
	/** From 1. */
	line: number;
	/** From 0; istanbul has none where a region ends with its line. */
	column: number | null;
}

interface Region {
	start: Partial<Place>;
	end: Partial<Place>;
}

interface FileCoverage {
	path: string;
	statementMap: Record<string, Region>;
	s: Record<string, number>;
	branchMap: Record<string, { locations: Region[] }>;
	b: Record<string, number[]>;
}

/** Reads istanbul's `coverage-final.json`. */
export function regionsOf(
	report: string,
	nameOf: (path: string) => string,
): Record<string, Regions> {
	const files: Record<string, FileCoverage> = JSON.parse(report);
	return Object.fromEntries(
		Object.values(files).map(({ path, statementMap, s, branchMap, b }) => [
			nameOf(path),
			[
				...Object.entries(statementMap).map(([id, region]) => ({ region, count: s[id] })),
				...Object.entries(branchMap).flatMap(([id, { locations }]) =>
					locations.map((region, index) => ({ region, count: b[id][index] })),
				),
			].flatMap(({ region: { start, end }, count }) =>
				// The branch of an `else` that is not written stands nowhere.
				start.line === undefined || end.line === undefined
					? []
					: [
							{
								from: { line: start.line, column: start.column ?? 0 },
								to: { line: end.line, column: end.column ?? null },
								count,
							},
						],
			),
		]),
	);
}

/** Whether the smallest region around these two places ran. */
export function ran(regions: Regions, from: Place, to: Place): boolean {
	const around = regions.filter((each) => order(each.from, from) <= 0 && order(to, each.to) <= 0);
	const smallest = around.reduce<Regions[number] | undefined>(
		(found, each) =>
			!found || (order(found.from, each.from) <= 0 && order(each.to, found.to) <= 0) ? each : found,
		undefined,
	);
	return (smallest?.count ?? 0) > 0;
}

const order = (one: Place, other: Place) =>
	one.line - other.line || (one.column ?? Infinity) - (other.column ?? Infinity) || 0;
