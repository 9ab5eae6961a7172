// Moves closed runs into archives and back: copied, proved, and only then let go by the ledger in one commit.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { ArchivedRunReport } from '../../../shared/ipc/log-reports.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { ArchiveRecord } from '../../../shared/ports/archives.ts';
import { runSummary } from '../../projections/run-view.ts';
import { replay } from '../../state/evolve.ts';
import type { RunNode } from '../../state/run-state.ts';
import { engineOf, type ServiceParts } from './service-parts.ts';

/** Throws `E_WRONG_STATE` for a run that goes on or is archived already, `E_ARCHIVE` when the copy is not what it should be. */
export async function archiveRun(parts: ServiceParts, runId: string): Promise<ArchivedRunReport> {
  const { store, library, clock, faults } = parts;
  const engine = engineOf(parts);
  const run = library.run(runId);
  refuseOpen(run, engine.isBusy(runId));
  const there = store.archiveOf(runId);
  if (there !== null) throw wrongState(run, `is archived already (${there.file})`, 'Nothing is left to do.');
  faults.at('archive-before-copy');
  const made = await parts.care?.copyRun(runId);
  if (made === undefined)
    throw wrongState(run, 'cannot be archived from here', 'Ask the engine that owns the project.');
  faults.at('archive-after-copy');
  const patchIds = [...run.patches.keys()];
  const summary = JSON.stringify(runSummary(run));
  const record: ArchiveRecord = { runId, ...made, patchIds, archivedAt: new Date(clock.now()).toISOString(), summary };
  engine.runs.set(runId, run);
  try {
    await engine.ask({ type: 'archive-run', record });
  } finally {
    engine.runs.delete(runId);
  }
  library.forget(runId);
  parts.snapshots.drop(runId);
  return reportOf(record);
}

/** Everything back where it was; the file is removed when the ledger has it all. */
export async function restoreRun(parts: ServiceParts, runId: string): Promise<ArchivedRunReport> {
  const { store, library, archives, faults } = parts;
  const engine = engineOf(parts);
  const record = store.archiveOf(runId);
  if (record === null) throw wrongState(library.run(runId), 'is not archived', 'Nothing is left to do.');
  const archived = archives.read(record);
  const run = replay(library.events(runId));
  if (run === null) throw wrongState(library.run(runId), 'has no events', 'Verify it: `patchbay verify`.');
  engine.runs.set(runId, run);
  try {
    await engine.ask({ type: 'restore-run', archived, from: record });
  } finally {
    engine.runs.delete(runId);
  }
  library.forget(runId);
  faults.at('archive-before-remove');
  archives.remove(record.file);
  return reportOf(record);
}

/** Closed runs that ended before `before`, oldest first, and are not archived yet. */
export function runsToArchive({ store }: Pick<ServiceParts, 'store'>, before: string): readonly string[] {
  const archived = new Set(store.archives().map(({ runId }) => runId));
  return store
    .runRows()
    .filter((row) => row.ended_at !== null && row.ended_at < before && !archived.has(row.run_id))
    .map((row) => row.run_id)
    .slice(0, LIMITS.archivedAtOnce);
}

export function archivedRuns({ store }: Pick<ServiceParts, 'store'>): readonly ArchivedRunReport[] {
  return store.archives().map(reportOf);
}

function reportOf({ runId, file, sha256, bytes, events, patchIds, archivedAt }: ArchiveRecord): ArchivedRunReport {
  return { run_id: runId, file, sha256, bytes, events, patches: patchIds.length, archived_at: archivedAt };
}

function refuseOpen(run: RunNode, busy: boolean): void {
  if (run.endedAt !== null && !busy) return;
  throw wrongState(run, 'has not ended', 'Wait for its end, or cancel it; then archive it.');
}

function wrongState(run: RunNode, what: string, advice: string): PatchbayError {
  const values = { runId: run.runId, state: run.state };
  return new PatchbayError('E_WRONG_STATE', `Run ${run.runId} ${what}.`, advice, values);
}
