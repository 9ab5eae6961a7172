// The change list between two trees as git itself sees it: what the policy judges.
import type { ChangeKind } from '../../../shared/domain/patch.ts';
import { Bug } from '../../../shared/lib/assert.ts';
import type { Git } from '../../../shared/ports/git.ts';

export interface RawChange {
  readonly path: string;
  readonly oldPath: string | null;
  readonly change: ChangeKind;
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldOid: string;
  readonly newOid: string;
}

const KINDS: Readonly<Record<string, ChangeKind>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'type_changed',
};

/** Rejects with `E_GIT` where a tree is missing. */
export async function rawChanges(git: Git, base: string, tree: string): Promise<readonly RawChange[]> {
  const args = ['diff-tree', '-r', '--raw', '-z', '-M', '--full-index', '--no-abbrev', '--no-ext-diff', base, tree];
  const { stdout } = await git.run(args, { on: 'shadow' });
  const fields = Buffer.from(stdout).toString('utf8').split('\0');
  const changes: RawChange[] = [];
  for (let at = 0; at < fields.length - 1; ) {
    const [oldMode = '', newMode = '', oldOid = '', newOid = '', status = ''] = fields[at]?.slice(1).split(' ') ?? [];
    const change = KINDS[status[0] ?? ''];
    if (change === undefined) throw new Bug(`git diff-tree wrote ${JSON.stringify(fields[at])}`);
    const moved = change === 'renamed' || change === 'copied';
    const first = fields[at + 1] ?? '';
    const path = moved ? (fields[at + 2] ?? '') : first;
    changes.push({ path, oldPath: moved ? first : null, change, oldMode, newMode, oldOid, newOid });
    at += moved ? 3 : 2;
  }
  return changes;
}
