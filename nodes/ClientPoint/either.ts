/** The source of a pattern that takes what one of these takes, so that a long one may stand in several lines. */
export const either = (...patterns: RegExp[]) => patterns.map(({ source }) => source).join('|');
