/** A member's name in any of the ways to write it: `clientpoint_id`, `ClientPointId`, `First Name`. */
export const plainName = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');

/** Members of a reply that only wrap its answer. */
export const isWrapper = (name: string) => ['data', 'response', 'result'].includes(plainName(name));
