// Looks after the ledger of an open project: moves its log, saves long runs, and has the whole of it checked; off the loop.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { ArchiveCopy } from '../../../shared/ports/archives.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { ChainCheck } from '../../../shared/ports/ledger-checks.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Store } from '../../../shared/ports/store.ts';
import type { Change } from '../../engine/loop.ts';
import type { KeeperThread } from '../keeper/start-keeper.ts';
import type { ChangeFeed } from './change-feed.ts';

export interface LedgerCareParts {
  readonly store: Pick<Store, 'opened' | 'walBytes' | 'checkpoint'>;
  readonly feed: Pick<ChangeFeed, 'listen'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Each call starts one more thread. */
  readonly startThread: () => KeeperThread;
}

export interface LedgerCare {
  /** What the check of the whole ledger found, in sentences; empty while nothing is known to be wrong. */
  problems(): readonly string[];
  /** Looks through the whole ledger now; for a start after a crash. */
  check(): Promise<void>;
  /** Proves a closed run and copies it into an archive. Rejects with the reason when that cannot be. */
  copyRun(runId: string): Promise<ArchiveCopy>;
  /** Saves what is worth it, and ends the threads. The ledger may be closed afterwards. */
  close(): Promise<void>;
}

/** How often the length of the write-ahead log is looked at. */
const COMMITS_A_LOOK = 32;
/** A command that does its work and goes needs no check of everything. */
const CHECK_AFTER_MS = 5_000;
/** A stop does not wait longer for snapshots: without them the next start replays. */
const SAVE_MS = 20_000;

/** Events of a run since its last snapshot, and all that were seen. */
interface Count {
  tail: number;
  all: number;
}

export function careForLedger(parts: LedgerCareParts): LedgerCare {
  const { store, feed, clock, log } = parts;
  const counts = new Map<string, Count>();
  let thread: KeeperThread | null = null;
  let checking: KeeperThread | null = null;
  let found: readonly string[] = [];
  let moving = false;
  let commits = 0;
  let closed = false;
  let cancelIdle = () => {};

  const moveLog = async (truncate: boolean) => {
    if (moving || closed) return;
    moving = true;
    try {
      thread ??= parts.startThread();
      await thread.ask({ type: 'move-log', truncate });
    } catch (thrown) {
      // Without the thread the log would grow for ever: then the loop waits for it.
      thread = null;
      log('debug', `The engine moves its write-ahead log itself: ${reasonOf(thrown)}`);
      if (!closed) moveHere(truncate ? 'truncate' : 'passive');
    } finally {
      moving = false;
    }
  };

  /** Nothing is lost where it cannot be moved: a fault of the disk shows at the next commit. */
  const moveHere = (mode: 'passive' | 'truncate') => {
    try {
      store.checkpoint(mode);
    } catch (thrown) {
      log('warn', `The write-ahead log could not be moved: ${reasonOf(thrown)}`);
    }
  };

  const save = async (runId: string) => {
    const count = counts.get(runId);
    if (count !== undefined) count.tail = 0;
    try {
      thread ??= parts.startThread();
      await thread.ask({ type: 'save-run', runId });
    } catch (thrown) {
      if (!closed) log('warn', `No snapshot of run ${runId} was saved: ${reasonOf(thrown)}`, { runId });
    }
  };

  const onChange = ({ events, touched }: Change) => {
    for (const { runId } of events) {
      const count = counts.get(runId) ?? { tail: 0, all: 0 };
      counts.set(runId, { tail: count.tail + 1, all: count.all + 1 });
    }
    for (const run of touched.keys()) {
      const { tail, all } = counts.get(run.runId) ?? { tail: 0, all: 0 };
      const due = run.endedAt === null ? Math.max(LIMITS.snapshotEvents, all / 4) : LIMITS.snapshotTailEvents;
      if (tail >= due) void save(run.runId);
      if (run.endedAt !== null) counts.delete(run.runId);
    }
    commits += 1;
    if (commits % COMMITS_A_LOOK === 0) look();
    cancelIdle();
    cancelIdle = clock.after(LIMITS.walIdleMs, whenIdle);
  };

  const look = () => {
    const bytes = store.walBytes();
    if (bytes > LIMITS.walMovedBytes) void moveLog(false);
    // The thread moves what it can; what it never gets to the end of has to be cut off between two commits.
    if (bytes > LIMITS.walCutBytes) moveHere('truncate');
  };

  const whenIdle = () => {
    if (store.walBytes() > LIMITS.walMovedBytes) void moveLog(true);
  };

  const check = async () => {
    if (closed || checking !== null) return;
    try {
      checking = parts.startThread();
      tell(await checking.ask({ type: 'check' }));
    } catch (thrown) {
      if (!closed) log('warn', `The whole ledger could not be checked: ${reasonOf(thrown)}`);
    } finally {
      await checking?.end();
      checking = null;
    }
  };

  const tell = ({ events, problems }: ChainCheck) => {
    found = problems;
    log('info', `The whole ledger was checked: ${events} events, ${problems.length} problems.`);
    for (const problem of problems) log('error', `The ledger: ${problem}`);
  };

  const stopListening = feed.listen(onChange);
  const cancelCheck = store.opened.whole ? () => {} : clock.after(CHECK_AFTER_MS, () => void check());

  return {
    problems: () => found,
    check,
    copyRun: async (runId) => {
      thread ??= parts.startThread();
      return thread.ask({ type: 'copy-run', runId });
    },
    close: async () => {
      stopListening();
      cancelIdle();
      cancelCheck();
      const worth = [...counts].filter(([, { tail }]) => tail >= LIMITS.snapshotTailEvents);
      await within(SAVE_MS, Promise.all(worth.map(([runId]) => save(runId))));
      closed = true;
      await Promise.all([thread?.end(), checking?.end()]);
    },
  };

  function within(ms: number, work: Promise<unknown>): Promise<unknown> {
    const late = Promise.withResolvers<void>();
    const cancel = clock.after(ms, late.resolve);
    return Promise.race([work, late.promise]).finally(cancel);
  }
}

function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
