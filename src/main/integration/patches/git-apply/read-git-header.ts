// The head behind a `diff --git` line: lines in any order, each as git understands it, until one that git does not know.
import { malformed } from '../parsed-patch.ts';
import { advance, atEnd, currentLine, isWhole, type PatchCursor, startsWith } from '../patch-cursor.ts';
import type { GitHeader } from './git-patch.ts';
import { commonName, isNowhere, type NameRules, nameOf } from './read-name.ts';

type Draft = { -readonly [Key in keyof GitHeader]: GitHeader[Key] } & {
  isNew: boolean;
  isDelete: boolean;
  /** What `diff --git` itself says, where both of its names agree. */
  readonly common: string | null;
};

const GIT_LINE = 'diff --git ';
const ENDS = 'ends';

/** Reads one line's value into the draft. */
type Reader = (draft: Draft, value: string, rules: NameRules) => typeof ENDS | undefined;

const READERS: readonly (readonly [prefix: string, read: Reader])[] = [
  ['@@ -', () => ENDS],
  ['--- ', (draft, value, rules) => checkName(draft, 'oldName', value, rules)],
  ['+++ ', (draft, value, rules) => checkName(draft, 'newName', value, rules)],
  ['old mode ', (draft, value, { line }) => void (draft.oldMode = modeOf(value, line))],
  ['new mode ', (draft, value, { line }) => void (draft.newMode = modeOf(value, line))],
  ['deleted file mode ', readDeleted],
  ['new file mode ', readCreated],
  ['copy from ', (draft, value, rules) => readMove(draft, 'isCopy', { oldName: movedName(value, rules) })],
  ['copy to ', (draft, value, rules) => readMove(draft, 'isCopy', { newName: movedName(value, rules) })],
  ['rename old ', (draft, value, rules) => readMove(draft, 'isRename', { oldName: movedName(value, rules) })],
  ['rename new ', (draft, value, rules) => readMove(draft, 'isRename', { newName: movedName(value, rules) })],
  ['rename from ', (draft, value, rules) => readMove(draft, 'isRename', { oldName: movedName(value, rules) })],
  ['rename to ', (draft, value, rules) => readMove(draft, 'isRename', { newName: movedName(value, rules) })],
  ['similarity index ', () => undefined],
  ['dissimilarity index ', () => undefined],
  ['index ', (draft, value, { line }) => readIndex(draft, value, line)],
];

/** Stands at `diff --git`. Null where no known line follows: git then takes the line for prose. */
export function readGitHeader(cursor: PatchCursor, naming: Omit<NameRules, 'line'>): GitHeader | null {
  const { line } = cursor;
  const draft = draftOf(commonName(currentLine(cursor).slice(GIT_LINE.length), { ...naming, line }), line);
  advance(cursor);
  let read = 0;
  for (; !atEnd(cursor) && isWhole(cursor); read += 1) {
    if (!readLine(cursor, draft, naming)) break;
    advance(cursor);
  }
  if (draft.oldName === null && draft.newName === null) {
    draft.oldName = draft.common;
    draft.newName = draft.common;
  }
  expectNames(draft);
  return read === 0 ? null : draft;
}

function draftOf(common: string | null, line: number): Draft {
  const flags = { isNew: false, isDelete: false, isRename: false, isCopy: false };
  const sides = { oldName: null, newName: null, oldMode: 0, newMode: 0, oldOid: '', newOid: '' };
  return { style: 'git', ...flags, ...sides, common, line };
}

function readLine(cursor: PatchCursor, draft: Draft, naming: Omit<NameRules, 'line'>): boolean {
  const found = READERS.find(([prefix]) => startsWith(cursor, prefix));
  if (found === undefined) return false;
  const [prefix, read] = found;
  const value = currentLine(cursor).slice(prefix.length);
  if (value.includes('\0')) throw malformed('A header line with a NUL', cursor.line);
  if (read(draft, value, { ...naming, line: cursor.line }) === ENDS) return false;
  if ([draft.isNew, draft.isDelete, draft.isRename, draft.isCopy].filter(Boolean).length > 1) {
    throw malformed('A file that is two of new, deleted, renamed and copied at once', cursor.line);
  }
  return true;
}

function checkName(draft: Draft, side: 'oldName' | 'newName', value: string, rules: NameRules): undefined {
  const absent = side === 'oldName' ? draft.isNew : draft.isDelete;
  const known = draft[side];
  if (known === null && absent) {
    if (!isNowhere(value)) throw malformed('A name where the header says that there is no file', rules.line);
    return;
  }
  const name = nameOf(value, rules, '\t');
  if (known !== null && (absent || name !== known))
    throw malformed('File names that contradict each other', rules.line);
  draft[side] = name;
}

function readDeleted(draft: Draft, value: string, { line }: NameRules): undefined {
  draft.isDelete = true;
  draft.oldName = draft.common;
  draft.oldMode = modeOf(value, line);
}

function readCreated(draft: Draft, value: string, { line }: NameRules): undefined {
  draft.isNew = true;
  draft.newName = draft.common;
  draft.newMode = modeOf(value, line);
}

function readMove(
  draft: Draft,
  kind: 'isCopy' | 'isRename',
  names: { readonly oldName?: string | null; readonly newName?: string | null },
): undefined {
  draft[kind] = true;
  Object.assign(draft, names);
}

/** These lines carry names without the `a/` and `b/`. */
function movedName(value: string, rules: NameRules): string | null {
  return nameOf(value, { ...rules, strip: Math.max(rules.strip - 1, 0) });
}

function readIndex(draft: Draft, value: string, line: number): undefined {
  const dots = value.indexOf('.');
  if (dots === -1) throw malformed('An index line without two object names', line);
  if (value[dots + 1] !== '.' || dots > 40) return;
  draft.oldOid = value.slice(0, dots);
  const rest = value.slice(dots + 2);
  const [name = '', ...mode] = rest.split(' ');
  if (name.length > 40) return;
  draft.newOid = name;
  if (mode.length > 0) draft.oldMode = modeOf(mode.join(' '), line);
}

function modeOf(value: string, line: number): number {
  const digits = /^[0-7]{1,7}(?=[ \t\r]|$)/.exec(value)?.[0];
  if (digits === undefined) throw malformed(`The file mode ${JSON.stringify(value)}`, line);
  return Number.parseInt(digits, 8);
}

function expectNames({ oldName, newName, isNew, isDelete, line }: Draft): void {
  if ((newName === null && !isDelete) || (oldName === null && !isNew)) {
    throw malformed('A header that does not say which file it is about', line);
  }
  if ((oldName !== null && isNew) || (newName !== null && isDelete)) {
    throw malformed('A header with a name for a side that it says is absent', line);
  }
}
