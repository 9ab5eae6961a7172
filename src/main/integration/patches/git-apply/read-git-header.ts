// The head behind a `diff --git` line: lines in any order, each as git understands it, until one that git does not know.
import { malformed } from '../parsed-patch.ts';
import { advance, bytesStartWith, currentLine, type PatchCursor } from '../patch-cursor.ts';
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
const NUL = '\0';
const LINE_FEED = 10;

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

/** By the first byte of a line, so that most lines are compared with one or two prefixes. */
const BY_FIRST = Map.groupBy(READERS, ([prefix]) => prefix.charCodeAt(0));

/** Stands at `diff --git`. Null where no known line follows: git then takes the line for prose. */
export function readGitHeader(cursor: PatchCursor, naming: Omit<NameRules, 'line'>): GitHeader | null {
  const { line } = cursor;
  const names = currentLine(cursor).slice(GIT_LINE.length);
  if (names.includes(NUL)) throw malformed('A header line with a NUL', line);
  const draft = draftOf(commonName(names, { ...naming, line }), line);
  const start = cursor.line + 1;
  do advance(cursor);
  while (readLine(cursor, draft, naming));
  if (draft.oldName === null && draft.newName === null) {
    draft.oldName = draft.common;
    draft.newName = draft.common;
  }
  expectNames(draft);
  return cursor.line === start ? null : draft;
}

function draftOf(common: string | null, line: number): Draft {
  return {
    style: 'git',
    oldName: null,
    newName: null,
    isNew: false,
    isDelete: false,
    isRename: false,
    isCopy: false,
    oldMode: 0,
    newMode: 0,
    oldOid: '',
    newOid: '',
    line,
    common,
  };
}

/** False where the head ends: behind its last line, or at the end of the patch. */
function readLine(cursor: PatchCursor, draft: Draft, naming: Omit<NameRules, 'line'>): boolean {
  const { bytes, at, line } = cursor;
  const found = BY_FIRST.get(bytes[at] ?? 0)?.find(([prefix]) => bytesStartWith(bytes, at, prefix));
  const end = found === undefined ? -1 : bytes.indexOf(LINE_FEED, at);
  if (found === undefined || end === -1) return false;
  const [prefix, read] = found;
  const value = bytes.toString('latin1', at + prefix.length, end);
  if (value.includes(NUL)) throw malformed('A header line with a NUL', line);
  if (read(draft, value, { strip: naming.strip, directory: naming.directory, line }) === ENDS) return false;
  if (Number(draft.isNew) + Number(draft.isDelete) + Number(draft.isRename) + Number(draft.isCopy) > 1) {
    throw malformed('A file that is two of new, deleted, renamed and copied at once', line);
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
  const space = value.indexOf(' ', dots);
  const name = value.slice(dots + 2, space === -1 ? undefined : space);
  if (name.length > 40) return;
  draft.newOid = name;
  if (space !== -1) draft.oldMode = modeOf(value.slice(space + 1), line);
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
