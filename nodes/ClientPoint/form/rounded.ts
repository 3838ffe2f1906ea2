/** A number of which JavaScript keeps no exact value: as IDs, two different ones can become the same. */
export const isRounded = (value: unknown) =>
	typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;

/** The end of a sentence about one. */
export const IN_QUOTES = ', which JavaScript may have rounded: write it in quotes upstream';
