// Opens the ledger of a project with what goes beside it: snapshots, and the threads that look after both.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Archives } from '../../../shared/ports/archives.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Snapshots } from '../../../shared/ports/snapshots.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { archiveFiles } from '../../store/archive-files.ts';
import { openStore } from '../../store/open-store.ts';
import { snapshotFiles } from '../../store/snapshot-files.ts';
import { buildHash } from '../keeper/build-hash.ts';
import { startKeeper } from '../keeper/start-keeper.ts';
import type { ChangeFeed } from './change-feed.ts';
import { careForLedger, type LedgerCare } from './ledger-care.ts';
import type { ProjectPaths } from './project-paths.ts';
import { systemClock } from './system-clock.ts';

export interface LedgerOrder {
  readonly paths: ProjectPaths;
  /** Folder that holds `schema/` and `out/`. */
  readonly appRoot: string;
  readonly role: 'engine' | 'reader';
  readonly faults: Faults;
}

export function openLedger({ paths, appRoot, role, faults }: LedgerOrder): {
  readonly store: Store;
  readonly snapshots: Snapshots;
  readonly archives: Archives;
} {
  const migrationsDir = join(appRoot, 'schema', 'migrations');
  const readOnly = role === 'reader';
  // A reader of a project that never ran finds an empty ledger rather than an error.
  if (readOnly && !existsSync(paths.ledger)) openStore({ file: paths.ledger, migrationsDir }).close();
  const movesWal = !existsSync(keeperFile(appRoot));
  const store = openStore({ file: paths.ledger, migrationsDir, readOnly, movesWal, faults });
  const snapshots = snapshotFiles({ folder: paths.snapshots, shape: buildHash });
  return { store, snapshots, archives: archiveFiles(paths.archives) };
}

export interface CareOrder {
  readonly store: Store;
  readonly feed: ChangeFeed;
  readonly paths: ProjectPaths;
  readonly appRoot: string;
  readonly log: Log;
}

/**
 * For an engine. What it will add builds on the end of the log, so that is proved first; after a crash the rest of it
 * as well. Throws `E_LEDGER` when the end does not hold.
 */
export async function careFor({ store, feed, paths, appRoot, log }: CareOrder): Promise<LedgerCare> {
  const { problem, wholeLog } = store.checkTail();
  if (problem !== null) throw brokenEnd(problem, paths.ledger);
  const startThread = () => startKeeper(keeperFile(appRoot), paths);
  const care = careForLedger({ store, feed, clock: systemClock, log, startThread });
  const isProved = store.opened.whole && wholeLog;
  if (!store.opened.inOrder && !isProved) await care.check();
  return care;
}

function keeperFile(appRoot: string): string {
  return join(appRoot, 'out', 'main', 'ledger-keeper.js');
}

function brokenEnd(problem: string, file: string): PatchbayError {
  const message = `The end of the log is not as it was written: ${problem}`;
  const advice = 'Nothing was changed; `patchbay verify` reads it and says more. Put a backup in its place to go on.';
  return new PatchbayError('E_LEDGER', message, advice, { file });
}
