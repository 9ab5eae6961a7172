// Runs of old pipelines as the window lists them: what each says of itself, and how much belongs to it.
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { MethodResult } from '../../../shared/ipc/contract.ts';
import type { LegacyLibrary } from '../../../shared/ports/legacy-library.ts';

export function legacyRuns(library: LegacyLibrary): MethodResult<'legacy.runs'> {
  const runs = library.runs(LIMITS.legacyRunsListed);
  const counts = library.counts(runs);
  const views = runs.map((run) => {
    const { ulid, legacyId, database, state, createdAt } = run;
    const shownId = library.shown(run);
    const otherId = shownId === ulid ? legacyId : ulid;
    return { key: ulid, ulid, shownId, otherId, database, state, createdAt, counts: counts.get(ulid) ?? [] };
  });
  return { runs: views, total: library.runCount(), problems: library.problems() };
}
