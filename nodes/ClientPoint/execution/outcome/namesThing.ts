import { isNested, isObject } from '../../untyped';
import { LONGEST } from './signs';
import { REFUSAL_IN_WORDS } from './words';

const THINGS =
	'client[_ -]?point|proposal|recipient|deal|deal[_ -]?room|room|template|object|record|entity|insert|lastinsert|new';
const ID_NAMES = [
	/(^|[_\-. @:])(ids?|uuid|guid|pin)$/i,
	/[a-z\d](Ids?|IDs?|Uuid|UUID|Guid|GUID|Pin|PIN)$/,
	new RegExp(`^(${THINGS})[_ -]?(ids?|pin|no|number)?$`, 'i'),
];
/** Names of what may be an id. */
const PERHAPS_ID_NAMES = [
	/(^|[_\-. ])(identifier|pk|ref|cp([_-]?id)?|slug|primary[_ ]?key)$|^number$|(?<!p)reference$/i,
	/[a-z\d](Identifier|Ref|Slug)$/,
];
/** What may hold a bare id, or a list of these. */
const HOLDERS =
	/^(data|result|response|payload|created|updated|added|(clientpoint|proposal|recipient|deal|room|record|object|item)s)$/i;
/** Ids of the call, and not of what was made. */
const CALL_NAMES =
	/^(request|trace|correlation|span|session|log|error|event|incident|transaction)/i;
/** Links to what explains a reply (RFC 9457, JSON:API). */
const HELP_NAMES =
	/^(type|instance|about|docs?|documentation(_?url)?|help(_?url)?|more_?info|info_?url|schema)$/i;
const LINK_NAMES = /(href|location|link|ur[li]|iri|resource)$/i;
/** A link, or a ClientPoint's own anywhere in a text. */
const LINK = /^\s*(https?:\/\/|www\.)|\/v\/\d/i;
/** A link in a sentence, or one without its beginning. */
const PERHAPS_LINK = /https?:\/\/(?!\S*(doc|help|support|developer))|^([\w-]+\.)+[a-z]{2,}\/\S/i;
const NO_ID = /^\s*(0*|-1|null|none|n\/a|false|true|no|yes|taken)\s*$/i;

/** `ClientPoint 1001`, `Proposal (ID: 7)`, `#1001`, unless it is the number of an error or a row. */
const ID_IN_WORDS =
	/(clientpoint|proposal|deal ?room)s?[ (]*(id|no|number)?[.:=# ]*[1-9]\d*|(?<!(error|code|row|item|line|recipient) ?)#[1-9]\d{2,}/gi;
/** That there is no such thing, before and behind its number. */
const NO_SUCH = /(no such|no|unknown|invalid|missing) $/i;
const IS_NOT =
	/^['")]* (is|was|does|has|could|can|cannot)? ?(not|n't|invalid|unknown|locked|expired|archived|deleted)\b/i;

/** Whether a reply has an id or a link, so that something was made. */
export const namesThing = (json: unknown) => holdsThing(json, false);

/** Whether it has what may be one: not enough to say that a deed was done, but to doubt that it was not. */
export const mayNameThing = (json: unknown) => holdsThing(json, true);

function holdsThing(json: unknown, perhaps: boolean, isHolder = perhaps): boolean {
	if (typeof json === 'string') return perhaps && namesInWords(json);
	if (!isNested(json)) return false;
	const idNames = perhaps ? [...ID_NAMES, ...PERHAPS_ID_NAMES] : ID_NAMES;
	return Object.entries(json).some(([name, value]) => {
		const isId = idNames.some((pattern) => pattern.test(name)) && !CALL_NAMES.test(name);
		const values = [value].flat();
		if (isId && values.some(isIdentifier)) return true;
		if (HOLDERS.test(name) && values.some(isBareId)) return true;
		const isKept = perhaps && isHolder;
		if (isKept && (Array.isArray(json) || /^value$/i.test(name)) && isBareId(value)) return true;
		if (isKept && isObject(value) && !Array.isArray(json) && isBareId(name)) return true;
		if (typeof value === 'string' && !HELP_NAMES.test(name)) {
			if (LINK.test(value)) return true;
			if (perhaps && PERHAPS_LINK.test(value)) return true;
			if (perhaps && LINK_NAMES.test(name) && /^(\.*\/|urn:)\S/.test(value)) return true;
		}
		return holdsThing(value, perhaps, HOLDERS.test(name));
	});
}

/** A value without white space that is no word of a refusal: `["Unknown template"]` is about an id. */
const isIdentifier = (value: unknown): boolean => {
	if (isObject(value)) {
		const members = Object.entries(value);
		return (
			members.length === 1 &&
			members.every(([name, id]) => /^(\$\w+|value|id|uuid|guid)$/i.test(name) && isIdentifier(id))
		);
	}
	const text = String(value).trim();
	const isWord = !/\d/.test(text) && REFUSAL_IN_WORDS.test(text);
	return !isWord && !NO_ID.test(text) && !/\s/.test(text);
};

/** A whole number that is no status of HTTP. */
const isBareId = (value: unknown) =>
	/^[1-9]\d*$/.test(String(value)) && !/^[1-5]\d\d$/.test(String(value));

const namesInWords = (text: string) =>
	[...text.slice(0, LONGEST).matchAll(ID_IN_WORDS)].some(
		({ index, 0: found }) =>
			!NO_SUCH.test(text.slice(0, index)) && !IS_NOT.test(text.slice(index + found.length)),
	);
