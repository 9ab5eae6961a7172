// Runs of old pipelines on the command line: marked, in their own words, with nothing made up for what they never had.
import type {
  LegacyEvent,
  LegacyLibrary,
  LegacyPatch,
  LegacyRecord,
  LegacyRun,
} from '../../../../shared/ports/legacy-library.ts';
import type { Invocation } from '../cli-options.ts';
import type { FoundLegacyRun } from '../find-run.ts';
import { table } from '../output.ts';

const RECORDS_SHOWN = 10_000;
const EVENTS_A_PAGE = 1_000;

/** `id` is the one that the flag `ulid_enabled` asks for. */
export function legacyRunDocument(run: LegacyRun, library: LegacyLibrary) {
  return {
    run_id: run.ulid,
    legacy: true,
    read_only: true,
    id: library.shown(run),
    legacy_id: run.legacyId,
    database: run.database,
    state: run.state,
    created_at: run.createdAt,
    started_at: run.startedAt,
    ended_at: run.endedAt,
  };
}

export async function legacyStatus({ out }: Invocation, { run, library }: FoundLegacyRun): Promise<number> {
  const records = library.records(run, RECORDS_SHOWN);
  for (const problem of library.problems()) out.complain(problem);
  const patches = library.patches(run, RECORDS_SHOWN);
  const document = {
    ...legacyRunDocument(run, library),
    record: run.row,
    records: records.map((record) => recordDocument(record, library)),
    patches: patches.map((patch) => legacyPatchDocument(patch, library)),
  };
  out.result(document, () => statusText(run, [...records, ...patches], library));
  return 0;
}

function recordDocument(record: LegacyRecord, library: LegacyLibrary) {
  return {
    kind: record.role,
    id: library.shown(record),
    ulid: record.ulid,
    legacy_id: record.legacyId,
    state: record.state,
    created_at: record.createdAt,
    ended_at: record.endedAt,
    record: record.row,
  };
}

function statusText(run: LegacyRun, records: readonly LegacyRecord[], library: LegacyLibrary): string {
  const rows = records.map((record) => [
    record.role,
    library.shown(record),
    record.state ?? '',
    record.createdAt ?? '',
    record.endedAt ?? '',
  ]);
  const name = run.legacyId === null ? run.ulid : `${run.ulid} (there: ${run.legacyId})`;
  return [
    ...(rows.length > 0 ? [table(['', 'ID', 'STATE', 'BEGAN', 'ENDED'], rows), ''] : []),
    `Run ${name}: ${run.state ?? 'without a state'}. From an old pipeline, read-only: ${run.database}`,
  ].join('\n');
}

/** To the end of the old log; nothing is added to it that could be waited for. */
export async function legacyEvents(
  { out }: Invocation,
  { run, library }: FoundLegacyRun,
  from: number,
): Promise<number> {
  for (let next: number | null = from; next !== null; ) {
    const page: readonly LegacyEvent[] = library.events(run, { from: next, limit: EVENTS_A_PAGE });
    for (const event of page) {
      out.line(
        {
          seq: event.seq,
          event_id: event.eventId,
          run_id: run.ulid,
          kind: event.kind,
          at: event.at,
          legacy: true,
          data: event.row,
        },
        () => `${String(event.seq).padStart(6)}  ${event.at ?? ''}  ${event.kind}`,
      );
    }
    const last = page.at(-1);
    next = last === undefined || page.length < EVENTS_A_PAGE ? null : last.seq + 1;
  }
  for (const problem of library.problems()) out.complain(problem);
  return 0;
}

export function legacyPatchDocument(patch: LegacyPatch, library: LegacyLibrary) {
  return {
    patch_id: patch.ulid,
    legacy: true,
    read_only: true,
    id: library.shown(patch),
    legacy_id: patch.legacyId,
    run_id: patch.runUlid,
    database: patch.database,
    state: patch.state,
    created_at: patch.createdAt,
    record: patch.row,
  };
}

/** Every column that says anything. */
export function legacyPatchText(patch: LegacyPatch): string {
  const said = Object.entries(patch.row).filter(([, value]) => value !== null);
  return [
    ...said.map(([name, value]) => `${name}: ${value}`),
    `From an old pipeline, read-only: ${patch.database}`,
  ].join('\n');
}

/** In the columns of `patch list`. */
export function legacyPatchRow(patch: LegacyPatch, library: LegacyLibrary): readonly string[] {
  return [library.shown(patch), patch.state ?? '', 'old pipeline, read-only', '', ''];
}
