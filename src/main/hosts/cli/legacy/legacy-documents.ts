// Old runs as UET v1 documents: what the old rows say, and nothing where they do not say enough for a document.
import type { LegacyEvent, LegacyRecord, LegacyRow, LegacyRun } from '../../../../shared/ports/legacy-library.ts';
import { DOCUMENT_SCHEMAS, type DocumentSchema } from '../../../../shared/uet/recognise-schema.ts';

export interface LegacyDocuments {
  readonly documents: readonly { readonly schema: DocumentSchema; readonly name: string; readonly document: object }[];
  readonly events: readonly object[];
  /** Rows that give no valid document, with what the schema missed. */
  readonly leftOut: readonly { readonly kind: string; readonly id: string; readonly reason: string }[];
}

/** Words of old pipelines (uet.md §2.1, §2.2) → the state of a run. */
const RUN_STATES: Readonly<Record<string, string>> = {
  pending: 'pending',
  created: 'pending',
  initializing: 'pending',
  running: 'running',
  paused: 'running',
  completed: 'succeeded',
  succeeded: 'succeeded',
  success: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
  cancelled: 'canceled',
  quarantined: 'quarantined',
};

const ATTEMPT_STATES: Readonly<Record<string, string>> = {
  pending: 'pending',
  running: 'running',
  retrying: 'running',
  completed: 'completed',
  succeeded: 'completed',
  success: 'completed',
  ok: 'completed',
  failed: 'error',
  error: 'error',
  abandoned: 'error',
  canceled: 'canceled',
  cancelled: 'canceled',
};

export function legacyDocuments(
  run: LegacyRun,
  records: readonly LegacyRecord[],
  events: readonly LegacyEvent[],
): LegacyDocuments {
  const leftOut: { kind: string; id: string; reason: string }[] = [];
  const attempts = records.filter(({ role }) => role === 'attempt' || role === 'step_attempt');
  const made = [
    { schema: 'run_record.v1' as const, name: run.ulid, document: runRecord(run, attempts.length) },
    ...attempts.map((attempt, at) => {
      return { schema: 'step_attempt.v1' as const, name: attempt.ulid, document: stepAttempt(run, attempt, at + 1) };
    }),
  ];
  const keep = (schema: DocumentSchema, id: string, document: object) => {
    const validate = DOCUMENT_SCHEMAS[schema];
    if (validate(document)) return true;
    const [first] = validate.errors ?? [];
    leftOut.push({ kind: schema, id, reason: `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim() });
    return false;
  };
  return {
    documents: made.filter(({ schema, name, document }) => keep(schema, name, document)),
    events: events
      .map((event) => runEvent(run, event))
      .filter((event, at) => keep('run_event.v1', String(events[at]?.seq), event)),
    leftOut,
  };
}

function runRecord(run: LegacyRun, attempts: number): object {
  const project = textOf(run.row, 'project_id');
  return {
    run_id: run.ulid,
    project_id: project ?? 'old-pipeline',
    phase_id: textOf(run.row, 'phase_id') ?? 'old-pipeline',
    created_at: run.createdAt,
    started_at: run.startedAt,
    ended_at: run.endedAt,
    state: stateIn(RUN_STATES, run),
    state_reason: reasonOf(run),
    counters: { step_attempts: attempts },
  };
}

function stepAttempt(run: LegacyRun, attempt: LegacyRecord, sequence: number): object {
  return {
    step_attempt_id: attempt.ulid,
    run_id: run.ulid,
    sequence,
    tool_id: textOf(attempt.row, 'tool_id', 'tool', 'step_name'),
    started_at: attempt.startedAt ?? attempt.createdAt,
    ended_at: attempt.endedAt,
    state: stateIn(ATTEMPT_STATES, attempt),
    state_reason: reasonOf(attempt),
  };
}

/** Kinds of old pipelines are not those of UET: the old word and the whole row are in the payload. */
function runEvent(run: LegacyRun, { eventId, at, kind, row }: LegacyEvent): object {
  return { event_id: eventId, run_id: run.ulid, ts: at, kind: 'note', payload: { type: kind, row } };
}

/** A word that is not known stays as it is, and the schema refuses it: a guess would be a false record. */
function stateIn(known: Readonly<Record<string, string>>, { state }: LegacyRecord): string | null {
  return state === null ? null : (known[state.toLowerCase().replace(/^s_/, '')] ?? state);
}

function reasonOf({ legacyId, state }: LegacyRecord): string {
  return `old pipeline: ${state ?? 'no state'}${legacyId === null ? '' : `, id ${legacyId}`}`;
}

function textOf(row: LegacyRow, ...names: readonly string[]): string | null {
  const value = names.map((name) => row[name] ?? null).find((each) => each !== null && each !== '');
  return value === undefined || value === null ? null : String(value);
}
