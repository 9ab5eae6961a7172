// Changes refs through one long-lived `git update-ref --stdin`: one transaction per call, whole or not at all.
import { dirname, join } from 'node:path';
import { clearDeadLocks } from './clear-dead-locks.ts';
import type { RepositoryGit } from './create-git.ts';
import { longProcess } from './long-process.ts';
import { syncFolder } from './sync-folder.ts';

export type RefChange =
  | { readonly update: string; readonly to: string; readonly from?: string }
  | { readonly drop: string };

export type RefAnswer = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly why: string };

const LOCKED = /\.lock/;

export interface RefUpdater {
  /** One call at a time; the writer queue sees to that. A lock held by another process is waited for by git itself. */
  change(changes: readonly RefChange[]): Promise<RefAnswer>;
  close(): Promise<void>;
}

export function openRefUpdater(git: RepositoryGit): RefUpdater {
  let settle: ((answer: RefAnswer) => void) | null = null;
  let said = '';
  const answer = (value: RefAnswer) => {
    settle?.(value);
    settle = null;
    said = '';
  };
  const child = longProcess(git.invocation(['update-ref', '--stdin'], { on: 'repository' }), {
    onOutput(chunk) {
      said += chunk.toString('latin1');
      if (said.includes('commit: ok\n')) answer({ kind: 'done' });
    },
    // git ends the process when a transaction is refused; nothing of that transaction was done.
    onEnd: (why) => answer({ kind: 'refused', why }),
  });
  const attempt = (changes: readonly RefChange[]): Promise<RefAnswer> => {
    const answered = new Promise<RefAnswer>((resolve) => {
      settle = resolve;
    });
    child.write(`start\n${changes.map(line).join('')}prepare\ncommit\n`);
    return answered;
  };
  return {
    async change(changes) {
      let result = await attempt(changes);
      // A git that was killed with the engine before this one leaves its locks; who waits for a person there waits for ever.
      if (
        result.kind === 'refused' &&
        LOCKED.test(result.why) &&
        (await clearDeadLocks(git.layout, changes.map(refOf)))
      )
        result = await attempt(changes);
      if (result.kind === 'done') await syncFolders(git.layout.commonDir, changes);
      return result;
    },
    close: () => child.end(),
  };
}

function refOf(change: RefChange): string {
  return 'drop' in change ? change.drop : change.update;
}

function line(change: RefChange): string {
  if ('drop' in change) return `delete ${change.drop}\n`;
  return `update ${change.update} ${change.to}${change.from === undefined ? '' : ` ${change.from}`}\n`;
}

/** git syncs the ref's file but not the folder that names it. Missing with a reftable, impossible on Windows: both are fine. */
async function syncFolders(commonDir: string, changes: readonly RefChange[]): Promise<void> {
  const updated = changes.flatMap((change) => ('update' in change ? [dirname(join(commonDir, change.update))] : []));
  await Promise.all([...new Set(updated)].map(syncFolder));
}
