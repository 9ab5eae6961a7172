// The edits between texts, many at a time: git compares two trees of which each holds one side of every text.
import type { LineEdit } from '../../../shared/domain/line-edits.ts';
import type { Git } from '../../../shared/ports/git.ts';
import { EMPTY_TREE, type NamedEntry, treeOf } from '../git/git-objects.ts';
import { writeObjects } from './write-objects.ts';

/** Blobs; null stands for an empty text. */
export interface TextPair {
  readonly from: string | null;
  readonly to: string | null;
}

/** More output than that says nothing that anybody would read. */
const MAX_BYTES = 16 * 1024 * 1024;
const HUNK = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@/;

/** In the order of the pairs; null where git calls a side binary. */
export async function findEdits(
  git: Git,
  pairs: readonly TextPair[],
): Promise<readonly (readonly LineEdit[] | null)[]> {
  const trees = [pairs.map(({ from }) => from), pairs.map(({ to }) => to)].map(treeOfTexts);
  await writeObjects(
    git.objectsDir,
    trees.flatMap((tree) => tree ?? []),
  );
  const [before = EMPTY_TREE, after = EMPTY_TREE] = trees.map((tree) => tree?.oid);
  const args = ['diff-tree', '-r', '-p', '-U0', '--no-renames', '--no-ext-diff', '--no-textconv', before, after];
  const { stdout } = await git.run(args, { on: 'shadow', maxBytes: MAX_BYTES });
  const found = readEdits(Buffer.from(stdout).toString('latin1'));
  return pairs.map((_, at) => (found.has(String(at)) ? (found.get(String(at)) ?? null) : []));
}

function treeOfTexts(oids: readonly (string | null)[]) {
  const entries = oids.flatMap((oid, at): readonly NamedEntry[] =>
    oid === null ? [] : [{ mode: '100644', name: String(at), oid }],
  );
  return entries.length === 0 ? null : treeOf(entries);
}

/** By name; lines of a hunk begin with a sign, so that nothing in a text is taken for the words of git. */
function readEdits(diff: string): ReadonlyMap<string, LineEdit[] | null> {
  const found = new Map<string, LineEdit[] | null>();
  let name = '';
  let made: string[] = [];
  for (const line of diff.split('\n')) {
    const file = /^diff --git a\/(\d+) /.exec(line);
    const hunk = HUNK.exec(line);
    if (file !== null) {
      name = file[1] ?? '';
      // What stands before the first hunk is of git and not of the text.
      made = [];
      found.set(name, []);
    } else if (hunk !== null) {
      const lines = Number(hunk[2] ?? 1);
      made = [];
      // What is inserted stands behind the line that git names.
      found.get(name)?.push({ start: Number(hunk[1]) + (lines === 0 ? 1 : 0), lines, made });
    } else if (line.startsWith('Binary files ')) found.set(name, null);
    else if (line.startsWith('+')) made.push(line.slice(1));
  }
  return found;
}
