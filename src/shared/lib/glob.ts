// Globs over repository paths: one dialect for scopes, limits and litter, and what can be proved about two of them.
import picomatch from 'picomatch';

/** Case rules of the file system the paths live on; `ignore` is right for Windows and macOS defaults. */
export type CaseRule = 'respect' | 'ignore';

export type Coverage = 'yes' | 'no' | 'unknown';

const MAGIC = /[*?[\]{}()!+@|\\]/;
/** More alternatives than this are not spelled out; the glob then counts as "anything". */
const MAX_ALTERNATIVES = 64;

/** Tells whether a path (`/` as separator, relative to the root) matches any of `globs`. Dot files match like others. */
export function matchAny(globs: readonly string[], rule: CaseRule = 'respect'): (path: string) => boolean {
  // An empty glob names no file; the schema says so, and a check beside it must not fail over it.
  const named = globs.map(normaliseGlob).filter((glob) => glob !== '');
  if (named.length === 0) return () => false;
  return picomatch(named, { dot: true, nonegate: true, windows: false, nocase: rule === 'ignore' });
}

/** Drops a leading `./`; a trailing `/` means everything below the folder; `[!…]` becomes the `[^…]` that picomatch knows. */
export function normaliseGlob(glob: string): string {
  const relative = glob.replace(/^(?:\.\/)+/, '').replaceAll('[!', '[^');
  return relative.endsWith('/') ? `${relative}**` : relative;
}

export function isLiteral(glob: string): boolean {
  return !MAGIC.test(normaliseGlob(glob));
}

/** Folders at the start of a glob that hold no pattern, in lower case: two globs whose prefixes part ways never overlap. */
export function literalPrefix(glob: string): readonly string[] {
  const segments = normaliseGlob(glob).toLowerCase().split('/');
  const first = segments.findIndex((segment) => MAGIC.test(segment));
  return first === -1 ? segments : segments.slice(0, first);
}

/**
 * False only when no path can match both globs. Conservative: case never separates two globs, and classes, extglobs
 * and negations count as "any name", so the answer may be true for globs that share no file.
 */
export function mayOverlap(a: string, b: string): boolean {
  const others = alternatives(b).map(segmentsOf);
  return alternatives(a).some((one) => {
    const segments = segmentsOf(one);
    return others.some((other) => segmentsMeet(segments, other, 0, 0, new Map()));
  });
}

/** Whether every path of `inner` is a path of one of `outer`, where that can be proved either way. */
export function covers(outer: readonly string[], inner: string): Coverage {
  const glob = normaliseGlob(inner);
  const globs = outer.map(normaliseGlob);
  if (globs.some((one) => one === glob || one === '**' || one === '**/*')) return 'yes';
  if (isLiteral(glob)) return matchAny(globs)(glob) ? 'yes' : 'no';
  if (globs.some((one) => coversFolder(one, glob))) return 'yes';
  return globs.some((one) => mayOverlap(one, glob)) ? 'unknown' : 'no';
}

/** True when `outer` is `folder/**` and every path of `inner` lies below that folder. */
function coversFolder(outer: string, inner: string): boolean {
  if (!/\/\*\*(?:\/\*)?$/.test(outer)) return false;
  const folder = outer.replace(/\/\*\*(?:\/\*)?$/, '');
  return isLiteral(folder) && !inner.startsWith('{') && inner.startsWith(`${folder}/`) && !inner.includes('..');
}

/** Spells out `{a,b}`; a glob with too many or unbalanced braces becomes `**`. */
function alternatives(glob: string): readonly string[] {
  let open = [normaliseGlob(glob).toLowerCase()];
  for (let round = 0; round < 16; round += 1) {
    const next = open.flatMap(expandFirstBrace);
    if (next.length > MAX_ALTERNATIVES) return ['**'];
    if (next.length === open.length && next.every((one, index) => one === open[index])) return next;
    open = next;
  }
  return ['**'];
}

/** Innermost braces first, so nesting unfolds round by round. */
function expandFirstBrace(glob: string): readonly string[] {
  const match = /\{([^{}]*)\}/.exec(glob);
  if (match?.[1] === undefined) return [/[{}]/.test(glob) ? '**' : glob];
  const before = glob.slice(0, match.index);
  const after = glob.slice(match.index + match[0].length);
  if (match[1].includes('..')) return [`${before}*${after}`];
  return match[1].split(',').map((part) => `${before}${part}${after}`);
}

/** Segments with what cannot be reasoned about widened: `*` for a segment, `**` for the whole glob. */
function segmentsOf(glob: string): readonly string[] {
  if (glob.startsWith('!') || /\([^)]*\//.test(glob)) return ['**'];
  return glob.split('/').map((segment) => {
    if (/[[\]()|\\]/.test(segment)) return '*';
    return segment !== '**' && segment.includes('**') ? segment.replace(/\*+/g, '*') : segment;
  });
}

function segmentsMeet(
  a: readonly string[],
  b: readonly string[],
  i: number,
  j: number,
  seen: Map<number, boolean>,
): boolean {
  const key = i * (b.length + 1) + j;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const left = a[i];
  const right = b[j];
  let meets: boolean;
  if (left === undefined && right === undefined) meets = true;
  else if (left === '**')
    meets = segmentsMeet(a, b, i + 1, j, seen) || (j < b.length && segmentsMeet(a, b, i, j + 1, seen));
  else if (right === '**')
    meets = segmentsMeet(a, b, i, j + 1, seen) || (i < a.length && segmentsMeet(a, b, i + 1, j, seen));
  else if (left === undefined || right === undefined) meets = false;
  else meets = namesMeet(left, right) && segmentsMeet(a, b, i + 1, j + 1, seen);
  seen.set(key, meets);
  return meets;
}

/** Whether one name can match two patterns of letters, `*` and `?`: row by row over the shorter product. */
function namesMeet(a: string, b: string): boolean {
  if (!/[*?]/.test(a) && !/[*?]/.test(b)) return a === b;
  let row = startRow(b);
  for (const char of a) {
    const next = [char === '*' && row[0] === true];
    for (let j = 1; j <= b.length; j += 1) {
      const other = b[j - 1];
      if (char === '*') next[j] = row[j] === true || next[j - 1] === true;
      else if (other === '*') next[j] = next[j - 1] === true || row[j] === true;
      else next[j] = row[j - 1] === true && (char === other || char === '?' || other === '?');
    }
    row = next;
  }
  return row[b.length] === true;
}

/** Which starts of `b` match the empty name. */
function startRow(b: string): boolean[] {
  const row = [true];
  for (let j = 1; j <= b.length; j += 1) row[j] = row[j - 1] === true && b[j - 1] === '*';
  return row;
}
