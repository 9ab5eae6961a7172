// What integrating changes would give, by the very steps of the train, in objects and an index that are thrown away.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { listConflicts } from '../../../shared/domain/conflict.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { PreviewedChange, PreviewOrder, PreviewOutcome } from '../../../shared/ports/integration.ts';
import type { RepositoryGit } from '../git/create-git.ts';
import { atLeast } from '../git/git-version.ts';
import { conflictFiles } from './conflict-files.ts';
import { type Merges, openMerges } from './open-merges.ts';
import { patchEdits } from './patch-edits.ts';

interface Step extends PreviewOutcome {
  /** What the next one is merged onto. */
  readonly tree: string;
}

interface Place {
  readonly git: RepositoryGit;
  readonly merges: Merges;
  readonly indexFile: string;
}

/** In the order of the changes, each on top of those before it that fit. Writes nothing that stays. Rejects with `E_GIT`. */
export async function previewMerge(git: RepositoryGit, order: PreviewOrder): Promise<readonly PreviewOutcome[]> {
  const merges = await openMerges(git, { name: `preview-${randomUUID()}`, apart: true });
  const place = { git, merges, indexFile: join(merges.folder, 'index') };
  try {
    let tree = await git.text(['rev-parse', '--verify', `${order.onto}^{tree}`], merges.call);
    const outcomes: PreviewOutcome[] = [];
    for (const change of order.changes) {
      const { tree: next, ...outcome } = await previewOne(place, tree, change);
      tree = next;
      outcomes.push(outcome);
    }
    return outcomes;
  } finally {
    await merges.close();
  }
}

async function previewOne(place: Place, head: string, change: PreviewedChange): Promise<Step> {
  const applied = await applyOnto(place, head, change.diff, ['--3way']);
  const joined = applied === null ? null : await judge(place, [head, applied], change);
  if (joined !== null) return joined;
  if (!atLeast(place.git.version, 2, 38)) {
    const message = 'It does not fit the head; git 2.38 or newer would say where.';
    return { tree: head, verdict: 'conflict', files: [], moreFiles: 0, message };
  }
  return merge(place, head, change);
}

/** The tree with the patch in it; null where it does not apply. */
async function applyOnto({ git, merges, indexFile }: Place, tree: string, diff: Uint8Array, how: readonly string[]) {
  const call = { ...merges.call, indexFile };
  await git.run(['read-tree', tree], call);
  const args = ['apply', '--cached', ...how, '--binary', '-'];
  const { exitCode } = await git.run(args, { ...call, input: diff, ok: [0, 1, 128] });
  return exitCode === 0 ? git.text(['write-tree'], call) : null;
}

async function merge(place: Place, head: string, change: PreviewedChange): Promise<Step> {
  const { git, merges } = place;
  const base = await git.text(['rev-parse', '--verify', `${change.base}^{tree}`], merges.call);
  // Git may have pruned the patch's own objects; its diff makes them again.
  const patch = (await applyOnto(place, base, change.diff, [])) ?? change.tree;
  const merged = await merges.merge({ base, head, patch });
  const joined = merged.clean ? await judge(place, [head, merged.tree], change) : null;
  if (joined !== null) return joined;
  const found = conflictFiles(merged, change.files);
  const files = merged.clean ? await strays(place, [head, merged.tree], change) : found;
  const listed = files.slice(0, LIMITS.conflictFiles).map(({ path, kind, patch }) => ({ path, kind, patch }));
  const moreFiles = files.length - listed.length;
  return {
    tree: head,
    verdict: 'conflict',
    files: listed.map(({ path, kind }) => ({ path, kind })),
    moreFiles,
    message: `It does not fit: ${listConflicts(listed, moreFiles)}`,
  };
}

/** Null where something else than the patch's own paths would change, or a mode of the head would be lost. */
async function judge(place: Place, trees: readonly [string, string], { files }: PreviewedChange): Promise<Step | null> {
  const edits = new Map(patchEdits(files).map((edit) => [edit.path, edit]));
  const changes = await rawRows(place, trees);
  const isOurs = changes.every(({ path, oldMode, newMode }) => {
    const edit = edits.get(path);
    const losesMode = edit?.old === null && oldMode !== ABSENT && newMode !== ABSENT && oldMode !== newMode;
    return edit !== undefined && !losesMode;
  });
  if (!isOurs) return null;
  const both = changes.filter(({ path, newOid }) => newOid !== (edits.get(path)?.new?.oid ?? ZERO));
  const shared = both.map(({ path }) => ({ path, kind: 'content' as const }));
  const listed = shared.slice(0, LIMITS.conflictFiles);
  const isThere = trees[0] === trees[1];
  const message = isThere
    ? 'The head has all of it already.'
    : shared.length === 0
      ? 'It fits.'
      : `It fits; both sides are in ${list(listed, shared.length)}.`;
  const verdict = shared.length === 0 ? 'clean' : 'merged';
  return { tree: trees[1], verdict, files: listed, moreFiles: shared.length - listed.length, message };
}

const ABSENT = '000000';
const ZERO = '0'.repeat(40);

function list(files: readonly { readonly path: string }[], all: number): string {
  const names = files.map(({ path }) => path).join(', ');
  return all > files.length ? `${names} and ${all - files.length} more` : names;
}

async function strays(place: Place, trees: readonly [string, string], { files }: PreviewedChange) {
  const own = new Set(patchEdits(files).map(({ path }) => path));
  const changes = await rawRows(place, trees);
  return changes
    .filter(({ path }) => !own.has(path))
    .map(({ path }) => ({ path, kind: 'rename' as const, patch: null }));
}

async function rawRows({ git, merges }: Place, [before, after]: readonly [string, string]) {
  const args = ['diff-tree', '-r', '--raw', '-z', '--no-renames', '--no-abbrev', before, after];
  const fields = (await git.text(args, merges.call)).split('\0');
  const rows = fields.filter((_, at) => at % 2 === 0 && at < fields.length - 1);
  return rows.map((row, at) => {
    const [oldMode = '', newMode = '', , newOid = ''] = row.slice(1).split(' ');
    return { path: fields[at * 2 + 1] ?? '', oldMode, newMode, newOid };
  });
}
