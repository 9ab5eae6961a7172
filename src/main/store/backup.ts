// Copies the whole ledger to another file while it is open.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** The copy appears under its name only when it is complete and on disk; an older one of that name is replaced. */
export function backup(db: Database, to: string): void {
  const partial = `${to}.partial`;
  rmSync(partial, { force: true });
  db.prepare('VACUUM INTO ?').run(partial);
  const handle = openSync(partial, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(partial, to);
}
