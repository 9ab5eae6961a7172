// What a patch makes of a tree, computed by git's own rules and without git: all of it, or nothing and the reason.
import { Buffer } from 'node:buffer';
import { LIMITS } from '../../../../shared/domain/limits.ts';
import { objectOf, ZERO_OID } from '../../git/git-objects.ts';
import { applyDelta } from '../apply-delta.ts';
import { decodeBinary } from '../decode-binary.ts';
import { malformed } from '../parsed-patch.ts';
import type { BaseFiles } from './base-files.ts';
import { isForbiddenPath } from './forbidden-path.ts';
import type { BinarySides, GitFile, GitOptions } from './git-patch.ts';
import { type PlacedHunk, type Placing, placeHunks } from './place-hunks.ts';
import { type GitReading, readGitPatch, refusalOf } from './read-git-patch.ts';

/** `body` is null for a submodule, which is no object here. */
export interface NewFile {
  readonly mode: string;
  readonly oid: string;
  readonly body: Buffer | null;
}

export interface MovedHunk extends PlacedHunk {
  readonly path: string;
}

export type Applied =
  /** By path as latin1; null where the file is gone. */
  | {
      readonly kind: 'applied';
      readonly files: ReadonlyMap<string, NewFile | null>;
      readonly moved: readonly MovedHunk[];
    }
  | Extract<GitReading, { kind: 'refused' }>;

const [TYPE, LINK, SUBMODULE, PLAIN, EXECUTABLE] = [0o170000, 0o120000, 0o160000, 0o100644, 0o100755];
const FILE_TYPES: ReadonlySet<number> = new Set([0o100000, LINK, SUBMODULE]);
const SUBPROJECT = /^Subproject commit ([0-9a-f]{40})/;

/** Reads only what the patch names. Rejects where the repository itself is damaged. */
export async function applyPatch(patch: Uint8Array, base: BaseFiles, options: GitOptions): Promise<Applied> {
  const read = readGitPatch(patch, options);
  if (read.kind === 'refused') return read;
  const bytes = Buffer.from(patch.buffer, patch.byteOffset, patch.byteLength);
  const files = options.reverse ? [...read.files].reverse() : read.files;
  const placing: Placing = { ...options, patch: bytes, budget: { lines: LIMITS.patchSearchedLines } };
  const work: Work = { base, placing, known: new Map(), links: linksOf(files), moved: [] };
  for (const file of files) if (goes(file)) work.known.set(file.oldName ?? '', 'will go');
  try {
    const checked: Checked[] = [];
    for (const file of files) checked.push(await check(file, work));
    const made = written(checked);
    await expectNoFileAsFolder(made, base);
    return { kind: 'applied', files: made, moved: work.moved };
  } catch (thrown) {
    return refusalOf(thrown, { line: 0 });
  }
}

interface Checked {
  readonly file: GitFile;
  readonly oldName: string | null;
  readonly isNew: boolean;
  readonly mode: number;
  readonly result: Buffer;
}

interface Work {
  readonly base: BaseFiles;
  readonly placing: Placing;
  /** What becomes of a name: a later file of the same patch builds on it. */
  readonly known: Map<string, Checked | 'will go' | 'gone'>;
  readonly links: Links;
  readonly moved: MovedHunk[];
}

interface Links {
  readonly removed: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
}

function goes(file: GitFile): boolean {
  return file.newName === null || file.isRename;
}

function linksOf(files: readonly GitFile[]): Links {
  const isLink = (mode: number) => (mode & TYPE) === LINK;
  const removed = files.filter((file) => isLink(file.oldMode) && (file.isRename || file.isDelete !== false));
  const kept = files.filter((file) => isLink(file.newMode));
  return {
    removed: new Set(removed.map(({ oldName }) => oldName ?? '')),
    kept: new Set(kept.map(({ newName }) => newName ?? '')),
  };
}

/** The old side of one file as it stands when its turn comes. */
interface Before {
  readonly oldName: string | null;
  readonly isNew: boolean;
  readonly isDelete: GitFile['isDelete'];
  readonly mode: number;
  readonly content: Buffer;
}

async function check(file: GitFile, work: Work): Promise<Checked> {
  const before = await stateBefore(file, work);
  const oldMode = file.oldMode || before.mode;
  expectSameType(file, oldMode, before);
  // Before 2.40 git set that mode, since then it only expects it.
  if (
    work.placing.reverse &&
    file.oldMode !== 0 &&
    file.newMode === 0 &&
    oldMode !== before.mode &&
    before.isDelete === false
  ) {
    throw malformed('A mode that versions of git take back differently', file.line);
  }
  const keptMode = before.oldName !== null && before.isDelete === false ? before.mode : 0;
  let newMode = file.newMode || keptMode;
  if (file.newName !== null && (before.isNew || file.isRename || file.isCopy)) {
    await expectFree(file, file.newName, work);
    newMode ||= before.isNew ? PLAIN : oldMode;
  }
  if (file.newName !== null && before.oldName !== null) {
    newMode ||= oldMode;
    if (((oldMode ^ newMode) & TYPE) !== 0) throw malformed('A change of kind in one step', file.line);
  }
  await expectPaths({ ...file, oldName: before.oldName, isDelete: before.isDelete }, work);
  const result = await resultOf({ ...file, oldName: before.oldName }, before.content, work);
  const checked = {
    file: { ...file, isDelete: before.isDelete },
    oldName: before.oldName,
    isNew: before.isNew,
    mode: newMode,
    result,
  };
  if (file.newName !== null) work.known.set(file.newName, checked);
  if (goes(file)) work.known.set(before.oldName ?? '', 'gone');
  if (before.isDelete === true && result.length > 0) throw malformed('A deletion that leaves content', file.line);
  return checked;
}

async function stateBefore(file: GitFile, { base, known }: Work): Promise<Before> {
  const absent: Before = { oldName: null, isNew: true, isDelete: false, mode: 0, content: Buffer.alloc(0) };
  if (file.oldName === null) return { ...absent, isNew: file.isNew === true, isDelete: file.isDelete };
  const name = file.oldName;
  // Renames and copies start from the base, whatever the order.
  const earlier = file.isCopy || file.isRename ? undefined : known.get(name);
  if (earlier === 'gone') throw malformed(`${JSON.stringify(name)} was renamed or deleted before`, file.line);
  const there = { oldName: name, isNew: false, isDelete: file.isDelete };
  if (earlier !== undefined && earlier !== 'will go') {
    return { ...there, mode: earlier.mode, content: earlier.result };
  }
  const entry = await base.entry(name);
  if (entry === null && file.isNew === 'unsaid') return absent;
  if (entry === null) throw malformed(`${JSON.stringify(name)} is not there`, file.line);
  const mode = Number.parseInt(entry.mode, 8);
  return { ...there, mode, content: await contentOf(base, mode, entry.oid) };
}

async function contentOf(base: BaseFiles, mode: number, oid: string): Promise<Buffer> {
  if (mode === SUBMODULE) return Buffer.from(`Subproject commit ${oid}\n`);
  const blob = await base.blob(oid);
  if (blob === null) throw malformed(`The content ${oid} is missing`, 0);
  return blob;
}

function expectSameType(file: GitFile, oldMode: number, before: Before): void {
  if (before.oldName === null) return;
  if (((oldMode ^ before.mode) & TYPE) !== 0) throw malformed('A file of another kind than the patch says', file.line);
}

/** Taken by no file that stays. */
async function expectFree(file: GitFile, name: string, { base, known }: Work): Promise<void> {
  const fate = known.get(name);
  if (fate === 'will go' || fate === 'gone') return;
  if ((await base.entry(name)) !== null) throw malformed(`${JSON.stringify(name)} is there already`, file.line);
}

async function expectPaths(file: GitFile, { base, links }: Work): Promise<void> {
  const reads = file.isDelete !== false || (file.isNew !== true && !file.isCopy) ? file.oldName : null;
  const names = [reads, file.newName].filter((name) => name !== null);
  const bad = names.find(isForbiddenPath);
  if (bad !== undefined) throw malformed(`${JSON.stringify(bad)} is no path for a file`, file.line);
  if (file.isDelete !== false || file.newName === null) return;
  for (let at = file.newName.lastIndexOf('/'); at > 0; at = file.newName.lastIndexOf('/', at - 1)) {
    const folder = file.newName.slice(0, at);
    const isLink = async () => (Number.parseInt((await base.entry(folder))?.mode ?? '0', 8) & TYPE) === LINK;
    if (links.kept.has(folder) || (!links.removed.has(folder) && (await isLink()))) {
      throw malformed(`${JSON.stringify(file.newName)} is behind a symbolic link`, file.line);
    }
  }
}

async function resultOf(file: GitFile, old: Buffer, { base, placing, moved }: Work): Promise<Buffer> {
  if (file.binary !== null) return binaryResult({ ...file, binary: file.binary }, old, { base, placing });
  const placed = placeHunks(file, old, placing);
  const path = file.newName ?? file.oldName ?? '';
  moved.push(...placed.moved.map((hunk) => ({ ...hunk, path })));
  return placed.result;
}

type BinaryFile = GitFile & { readonly binary: BinarySides };

async function binaryResult(file: BinaryFile, old: Buffer, { base, placing }: Pick<Work, 'base' | 'placing'>) {
  const { oldOid, newOid, line } = file;
  if (![oldOid, newOid].every((oid) => /^[0-9a-f]{40}$/.test(oid))) {
    throw malformed('A binary file without an index line of two full object names', line);
  }
  const fits = file.oldName === null ? old.length === 0 : objectOf('blob', old).oid === oldOid;
  if (!fits) throw malformed('A binary file that starts from another content', line);
  if (newOid === ZERO_OID) return Buffer.alloc(0);
  // git believes the name where it has the object, whatever the patch holds.
  const known = await base.blob(newOid);
  if (known !== null) return known;
  const { forward } = file.binary;
  const data = forward === null ? null : decodeBinary(placing.patch, forward);
  const made = forward?.kind === 'delta' && data !== null ? applyDelta(data, old) : data;
  if (made === null) throw malformed('A binary file whose content is missing or does not fit', line);
  if (objectOf('blob', made).oid !== newOid) throw malformed('A binary file that becomes another content', line);
  return made;
}

/** git first takes away what is deleted, moved or changed, then writes what is new. */
function written(checked: readonly Checked[]): ReadonlyMap<string, NewFile | null> {
  const files = new Map<string, NewFile | null>();
  for (const { file, oldName, isNew } of checked) {
    const stays = file.isDelete !== true && (isNew || file.isCopy);
    if (!stays && oldName !== null) files.set(oldName, null);
  }
  for (const one of checked) {
    if (one.file.isDelete !== true && one.file.newName !== null) files.set(one.file.newName, newFile(one));
  }
  return files;
}

/** Whether a folder is in the way of a file shows when the tree is written. */
async function expectNoFileAsFolder(made: ReadonlyMap<string, NewFile | null>, base: BaseFiles): Promise<void> {
  for (const [path, file] of made) {
    if (file === null) continue;
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      const there = made.get(folder) === undefined ? await base.entry(folder) : made.get(folder);
      if (there !== null) throw malformed(`${JSON.stringify(path)} needs a folder where a file is`, 0);
    }
  }
}

function newFile({ file, mode, result }: Checked): NewFile {
  if (!FILE_TYPES.has(mode & TYPE)) throw malformed(`The file mode ${mode.toString(8)}`, file.line);
  if ((mode & TYPE) === SUBMODULE) {
    const oid = SUBPROJECT.exec(result.toString('latin1', 0, 64))?.[1];
    if (oid === undefined) throw malformed('A submodule without the name of a commit', file.line);
    return { mode: SUBMODULE.toString(8), oid, body: null };
  }
  const isLink = (mode & TYPE) === LINK;
  const kept = isLink ? LINK : (mode & 0o100) === 0 ? PLAIN : EXECUTABLE;
  return { mode: kept.toString(8), oid: objectOf('blob', result).oid, body: result };
}
