// Tells regular expressions of older policies and scopes from globs, and says which glob is meant.

/**
 * `glob`: nothing speaks for a regular expression. `converted`: a regular expression whose meaning is one glob.
 * `unsure`: it looks like a regular expression, but which files it means has to be said by a person.
 */
export type PatternReading =
  | { readonly kind: 'glob'; readonly glob: string }
  | { readonly kind: 'converted'; readonly glob: string; readonly why: string }
  | {
      readonly kind: 'unsure';
      /** What it may mean, the likeliest first; may be empty. */
      readonly candidates: readonly string[];
      readonly why: string;
    };

/** What no glob of ours holds: an escape, an anchor, a repeated class or group. A dot before `*` alone proves nothing. */
const CERTAIN = /\\|^\^|\$$|\.\+|\(\?|[\])][*+]|\[\^\\?\//;
/** `.*` as a whole name or at its start: everything to a regular expression, hidden files to a glob. */
const AMBIGUOUS = /(?:^|\/)\.\*/;

export function readPattern(text: string): PatternReading {
  if (CERTAIN.test(text)) return fromExpression(text);
  if (!AMBIGUOUS.test(text) || text.includes('**')) return { kind: 'glob', glob: text };
  const anything = text.replaceAll(/(^|\/)\.\*(?=[^/])/g, '$1**/*').replaceAll(/(^|\/)\.\*/g, '$1**');
  const hidden = text.replaceAll(/(^|\/)\.\*/g, '$1[.]*');
  const why = `\`.*\` means everything in a regular expression and hidden files in a glob`;
  return { kind: 'unsure', candidates: [anything, hidden], why };
}

/** Only what has one reading is converted: letters, `.*` for any path, `[^/]*` for any name, and alternatives of words. */
function fromExpression(text: string): PatternReading {
  const isAnchored = text.startsWith('^');
  const isClosed = text.endsWith('$') && !text.endsWith('\\$');
  const body = text.slice(isAnchored ? 1 : 0, isClosed ? -1 : undefined);
  const parts = split(body);
  if (parts === null) {
    return { kind: 'unsure', candidates: [], why: 'it is a regular expression that no glob can say' };
  }
  const start = isAnchored || parts[0] === ANY ? '' : '**/';
  const glob = join(parts);
  if (glob === null) return { kind: 'unsure', candidates: [], why: 'it is a regular expression that no glob can say' };
  const meant = `${start}${glob}`;
  // Without `^` or `.*` in front it matches anywhere in a name: the whole name, or only its end?
  if (!isAnchored && parts[0] !== ANY) {
    const candidates = body.startsWith('\\.') ? [meant, `**/*${glob}`] : [meant];
    return { kind: 'unsure', candidates, why: 'as a regular expression it matches anywhere in a path' };
  }
  const ends = isClosed || parts.at(-1) === ANY || /^\.[A-Za-z0-9]+$/.test(lastWord(parts));
  if (ends) return { kind: 'converted', glob: meant, why: 'it is a regular expression' };
  const candidates = glob.endsWith('/') ? [`${meant}**`] : [meant, `${meant}*`];
  return { kind: 'unsure', candidates, why: 'as a regular expression it says nothing about the end of the path' };
}

const ANY = Symbol('any path');
const NAME = Symbol('any name');
type Part = string | typeof ANY | typeof NAME;

const TOKEN = /^(?:(\.\*)|(\[\^\/\][*+]|\[\^\\\/\][*+])|\\([./_-])|(\([\w-]+(?:\|[\w-]+)+\))|([A-Za-z0-9_/-]))/;

/** Null where something stands in the expression that has no counterpart in a glob. */
function split(body: string): readonly Part[] | null {
  const parts: Part[] = [];
  for (let rest = body; rest !== ''; ) {
    const token = TOKEN.exec(rest);
    if (token === null) return null;
    const [whole, any, name, escaped, words, letter] = token;
    rest = rest.slice(whole.length);
    const text = escaped ?? (words && `{${words.slice(1, -1).replaceAll('|', ',')}}`) ?? letter;
    if (any !== undefined) parts.push(ANY);
    else if (name !== undefined) parts.push(NAME);
    else if (text !== undefined) {
      const last = parts.at(-1);
      if (typeof last === 'string') parts[parts.length - 1] = last + text;
      else parts.push(text);
    }
  }
  return parts;
}

/** Null where `.*` stands in the middle of a name, which would also match over folders. */
function join(parts: readonly Part[]): string | null {
  let glob = '';
  for (const [index, part] of parts.entries()) {
    if (part === NAME) glob += '*';
    else if (typeof part === 'string') glob += part;
    else {
      if (glob !== '' && !glob.endsWith('/')) return null;
      const next = parts[index + 1];
      const goesOn = typeof next === 'string' && next.startsWith('/') ? '**' : '**/*';
      glob += next === undefined ? '**' : goesOn;
    }
  }
  return glob;
}

function lastWord(parts: readonly Part[]): string {
  const last = parts.at(-1);
  return typeof last === 'string' ? (last.split('/').at(-1) ?? '') : '';
}
