// The head of one file in a diff: `diff --git`, the extended lines, and the two names that must agree with each other.
import type { ChangeKind } from '../../../shared/domain/patch.ts';
import { malformed } from './parsed-patch.ts';
import { advance, atEnd, currentLine, isWhole, type PatchCursor, startsWith } from './patch-cursor.ts';
import { decodePath, hasControl, readPath, readQuoted } from './quoted-path.ts';

export interface FileHeader {
  readonly oldPath: string | null;
  readonly newPath: string | null;
  readonly change: ChangeKind;
  readonly oldMode: string | null;
  readonly newMode: string | null;
  readonly oldOid: string | null;
  readonly newOid: string | null;
  readonly line: number;
}

/** In the order git writes them; each at most once. */
const EXTENDED = [
  'old mode ',
  'new mode ',
  'deleted file mode ',
  'new file mode ',
  'similarity index ',
  'dissimilarity index ',
  'copy from ',
  'copy to ',
  'rename from ',
  'rename to ',
  'index ',
] as const;

type Extended = ReadonlyMap<string, string>;

const GIT_LINE = 'diff --git ';
const INDEX = {
  whole: /^([0-9a-f]{40})\.\.([0-9a-f]{40})(?: ([0-7]{6}))?$/,
  abbreviated: /^([0-9a-f]{4,40})\.\.([0-9a-f]{4,40})(?: ([0-7]{6}))?$/,
} as const;
const WHOLE = 40;

export function parseHeader(cursor: PatchCursor, objectNames: keyof typeof INDEX): FileHeader {
  const { line } = cursor;
  if (!startsWith(cursor, GIT_LINE)) throw malformed('Text that is not part of a file’s diff', line);
  const names = currentLine(cursor).slice(GIT_LINE.length);
  advance(cursor);
  const extended = readExtended(cursor);
  const [oldName, newName] = readNames(names, extended, line);
  const modes = readModes(extended, line);
  const index = extended.get('index ');
  const oids = index === undefined ? null : INDEX[objectNames].exec(index);
  if (index !== undefined && oids === null) throw malformed('An index line without two full object names', line);
  const isNew = extended.has('new file mode ');
  const isDeleted = extended.has('deleted file mode ');
  return {
    oldPath: isNew ? null : oldName,
    newPath: isDeleted ? null : newName,
    change: changeOf(extended),
    oldMode: modes.old ?? oids?.[3] ?? null,
    newMode: modes.new ?? oids?.[3] ?? null,
    oldOid: wholeOid(oids?.[1]),
    newOid: wholeOid(oids?.[2]),
    line,
  };
}

/** A short name is a hint to people, and no promise. */
function wholeOid(oid: string | undefined): string | null {
  return oid?.length === WHOLE ? oid : null;
}

function readExtended(cursor: PatchCursor): Extended {
  const found = new Map<string, string>();
  let from = 0;
  while (!atEnd(cursor)) {
    const place = EXTENDED.findIndex((prefix) => startsWith(cursor, prefix));
    const prefix = EXTENDED[place];
    if (prefix === undefined) break;
    const value = currentLine(cursor).slice(prefix.length);
    if (place < from || !isWhole(cursor)) throw malformed(`A misplaced “${prefix.trim()}” line`, cursor.line);
    if (value.endsWith('\r')) throw malformed('A header line that ends in CR LF', cursor.line);
    found.set(prefix, value);
    from = place + 1;
    advance(cursor);
  }
  return found;
}

function readNames(names: string, extended: Extended, line: number): readonly [string, string] {
  const from = extended.get('rename from ') ?? extended.get('copy from ');
  const to = extended.get('rename to ') ?? extended.get('copy to ');
  if ((from === undefined) !== (to === undefined)) throw malformed('A rename or copy with one name only', line);
  const pair = from === undefined || to === undefined ? sameNames(names) : [readPath(from), readPath(to)];
  const [oldRaw, newRaw] = pair;
  if (oldRaw === null || oldRaw === undefined || newRaw === null || newRaw === undefined) {
    throw malformed('A file name that cannot be read', line);
  }
  if (!spellsOut(names, [`a/${oldRaw}`, `b/${newRaw}`])) throw malformed('File names that contradict each other', line);
  const oldPath = decodePath(oldRaw);
  const newPath = decodePath(newRaw);
  if (oldPath === null || newPath === null) throw malformed('A file name that is not UTF-8', line);
  return [oldPath, newPath];
}

/** Both names are the same, so the line splits in the middle whatever spaces the name holds. */
function sameNames(names: string): readonly [string | null, string | null] {
  const quoted = readQuoted(names);
  const name = quoted === null ? names.slice(2, (names.length - 1) / 2) : quoted.path.slice(2);
  return hasControl(names) ? [null, null] : [name, name];
}

/** Whether `text` is exactly the two names, each plain or quoted, with one space between. */
function spellsOut(text: string, [first, second]: readonly [string, string]): boolean {
  const quoted = readQuoted(text);
  if ((quoted?.path ?? text.slice(0, first.length)) !== first) return false;
  const rest = text.slice(quoted?.length ?? first.length);
  return rest[0] === ' ' && readPath(rest.slice(1)) === second;
}

function readModes(extended: Extended, line: number): { readonly old?: string; readonly new?: string } {
  const pairs = {
    old: extended.get('deleted file mode ') ?? extended.get('old mode '),
    new: extended.get('new file mode ') ?? extended.get('new mode '),
  };
  for (const mode of [pairs.old, pairs.new]) {
    if (mode !== undefined && !/^[0-7]{6}$/.test(mode)) throw malformed(`The file mode ${JSON.stringify(mode)}`, line);
  }
  if (extended.has('old mode ') !== extended.has('new mode '))
    throw malformed('A mode change with one side only', line);
  const born = extended.has('new file mode ');
  const gone = extended.has('deleted file mode ');
  const moved = extended.has('rename to ') || extended.has('copy to ');
  if ([born, gone, moved || extended.has('old mode ')].filter(Boolean).length > 1) {
    throw malformed('A file that is new, deleted or changed at once', line);
  }
  return {
    ...(pairs.old === undefined ? {} : { old: pairs.old }),
    ...(pairs.new === undefined ? {} : { new: pairs.new }),
  };
}

function changeOf(extended: Extended): ChangeKind {
  if (extended.has('new file mode ')) return 'added';
  if (extended.has('deleted file mode ')) return 'deleted';
  if (extended.has('rename to ')) return 'renamed';
  if (extended.has('copy to ')) return 'copied';
  const [old, now] = [extended.get('old mode '), extended.get('new mode ')];
  return old?.slice(0, 3) === now?.slice(0, 3) ? 'modified' : 'type_changed';
}
