// Git's own merge of whole trees (`ort`, which follows renames), in a git folder of its own and with no working folder.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bug } from '../../../shared/lib/assert.ts';
import type { Git, GitCall } from '../../../shared/ports/git.ts';
import { commitOf } from '../git/git-objects.ts';
import { makeShadow } from '../git/make-shadow.ts';
import { writeObjects } from './write-objects.ts';

/** Trees. `head` is git's ours, `patch` its theirs. */
export interface Sides {
  readonly base: string;
  readonly head: string;
  readonly patch: string;
}

export interface StageEntry {
  readonly mode: string;
  readonly oid: string;
  readonly stage: 1 | 2 | 3;
  readonly path: string;
}

/** What git says about paths; `type` is stable, `text` is for people. */
export interface MergeNote {
  readonly paths: readonly string[];
  readonly type: string;
  readonly text: string;
}

export interface Merge {
  readonly clean: boolean;
  /** Of a merge that is not clean: with markers in the files, and files beside what is in their way. */
  readonly tree: string;
  readonly stages: readonly StageEntry[];
  readonly notes: readonly MergeNote[];
}

export interface Merges {
  merge(sides: Sides): Promise<Merge>;
  /** Of its own, gone when it is closed. */
  readonly folder: string;
  /** How git has to be called to see what was made here. */
  readonly call: GitCall;
  close(): Promise<void>;
}

/** The sides' names in markers and in the names of files that git puts beside others. */
export const MERGE_LABELS = { head: 'run', patch: 'patch' } as const;

/** Where the new files of a folder belong is not guessed from its renaming: a patch's file comes where the patch says. */
const SETTINGS = ['merge.directoryRenames=false', 'merge.renames=true', 'merge.renameLimit=1000'];
const IDENTITY = 'Patchbay <patchbay@localhost>';

/**
 * `name` is the folder's, below the shadow: one that a crash left is made anew. With `apart`, what is made stays in the
 * folder and goes with it; else it goes to the repository's objects. Needs git 2.38.
 */
export async function openMerges(git: Git, { name, apart }: { readonly name: string; readonly apart: boolean }) {
  const folder = join(git.shadowDir, `merge-${name}`);
  await rm(folder, { recursive: true, force: true });
  await makeShadow(folder);
  const objectsDir = apart ? join(folder, 'objects') : git.objectsDir;
  const env = {
    GIT_OBJECT_DIRECTORY: objectsDir,
    ...(apart ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: git.objectsDir } : {}),
  };
  const call: GitCall = { on: 'shadow', env };
  const merges: Merges = {
    folder,
    call,
    merge: async (sides) => {
      await nameSides(folder, objectsDir, sides);
      const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
      const args = ['merge-tree', '--write-tree', '-z', '--messages', MERGE_LABELS.head, MERGE_LABELS.patch];
      const result = await git.run([`--git-dir=${folder}`, ...settings, ...args], { ...call, ok: [0, 1] });
      return readMerge(Buffer.from(result.stdout).toString('utf8'), result.exitCode === 0);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
  return merges;
}

/** Two commits that part ways at one base, as branches whose names git writes into its markers. */
async function nameSides(folder: string, objectsDir: string, { base, head, patch }: Sides): Promise<void> {
  const commit = (tree: string, parents: readonly string[]) =>
    commitOf({ tree, parents, identity: IDENTITY, atSeconds: 0, message: 'a side of a merge' });
  const root = commit(base, []);
  const [ours, theirs] = [commit(head, [root.oid]), commit(patch, [root.oid])];
  await writeObjects(objectsDir, [root, ours, theirs]);
  const heads = join(folder, 'refs', 'heads');
  await mkdir(heads, { recursive: true });
  await writeFile(join(heads, MERGE_LABELS.head), `${ours.oid}\n`);
  await writeFile(join(heads, MERGE_LABELS.patch), `${theirs.oid}\n`);
}

/** A tree, then one row for each stage, an empty one, and then the notes: a number of paths, the paths, type and text. */
function readMerge(output: string, clean: boolean): Merge {
  const fields = output.split('\0');
  const tree = fields[0] ?? '';
  if (!/^[0-9a-f]{40}$/.test(tree)) throw new Bug(`git merge-tree wrote ${JSON.stringify(output.slice(0, 200))}`);
  const gap = fields.indexOf('', 1);
  const stages = (gap === -1 ? [] : fields.slice(1, gap)).map(readStage);
  const notes: MergeNote[] = [];
  for (let at = gap + 1; gap !== -1 && at < fields.length - 1; ) {
    const count = Number(fields[at]);
    const paths = fields.slice(at + 1, at + 1 + count);
    const [type = '', text = ''] = fields.slice(at + 1 + count, at + 3 + count);
    notes.push({ paths, type, text: text.trim() });
    at += count + 3;
  }
  return { clean, tree, stages, notes };
}

function readStage(row: string): StageEntry {
  const [, mode = '', oid = '', stage = '', path = ''] = /^(\d+) ([0-9a-f]+) ([123])\t(.*)$/s.exec(row) ?? [];
  if (path === '') throw new Bug(`git merge-tree wrote ${JSON.stringify(row)}`);
  return { mode, oid, stage: Number(stage) as 1 | 2 | 3, path }; // one of the three by the pattern
}
