// What a run consists of, but for its patches' diffs and its events, as pure UET v1 documents, each with its place in an export.

import type { LoggedEvent } from '../../shared/events/event.ts';
import { present } from '../../shared/lib/assert.ts';
import type { ExecutionRequest } from '../../shared/plan/execution-request.ts';
import type { LedgerEntryRow, PatchRow } from '../../shared/ports/store.ts';
import type { DocumentSchema } from '../../shared/uet/recognise-schema.ts';
import { allRows } from '../state/rows.ts';
import type { RunNode } from '../state/run-state.ts';
import { uetLedgerEntry } from './uet-patch.ts';
import { uetPrompt, uetRequest, uetRunRecords, uetStepAttempts } from './uet-run.ts';

export interface UetDocument {
  readonly schema: DocumentSchema;
  /** Name of its file without folder and ending; portable whatever the ids of a plan are. */
  readonly name: string;
  readonly document: object;
}

/** `run` must be what `events` add up to: then the documents agree with each other, even while the run goes on. */
export function* uetDocuments(run: RunNode, events: readonly LoggedEvent[]): Generator<UetDocument> {
  for (const [at, document] of uetRunRecords(run).entries()) {
    yield { schema: 'run_record.v1', name: recordName(at, run.created.plan.phases[at]?.phaseId ?? ''), document };
  }
  for (const document of uetStepAttempts(run)) {
    yield { schema: 'step_attempt.v1', name: String(document['step_attempt_id']), document };
  }
  const kept = keptRequests(events);
  for (const attempt of run.attempts.values()) {
    const request = kept.get(attempt.attemptId) ?? uetRequest(run, attempt);
    yield { schema: 'execution_request.v1', name: attempt.requestId, document: request };
    const prompt = uetPrompt(run, attempt);
    if (prompt !== null) yield { schema: 'prompt_instance.v1', name: prompt.prompt_instance_id, document: prompt };
  }
  for (const row of allRows(run).patch_ledger_entries ?? []) {
    yield { schema: 'patch_ledger_entry.v1', name: row.ledger_id, document: uetLedgerEntry(row) };
  }
}

/** The rows that a patch's artifact is made from, by patch. */
export function artifactRows(
  run: RunNode,
): readonly { readonly row: PatchRow; readonly entry: LedgerEntryRow; readonly promptId: string | null }[] {
  const { patches = [], patch_ledger_entries = [] } = allRows(run);
  const entries = new Map(patch_ledger_entries.map((entry) => [entry.patch_id, entry]));
  return patches.map((row) => ({
    row,
    entry: present(entries.get(row.patch_id), `ledger entry of patch ${row.patch_id}`),
    promptId: run.attempts.get(row.attempt_ulid)?.promptId ?? null,
  }));
}

/** What was asked when each attempt was made: kept in its event, so that it is the same for ever. */
function keptRequests(events: readonly LoggedEvent[]): ReadonlyMap<string, ExecutionRequest> {
  const kept = new Map<string, ExecutionRequest>();
  for (const event of events) {
    if (event.kind === 'attempt-created' && event.data.request !== null) kept.set(event.id, event.data.request);
  }
  return kept;
}

/** Ids of phases are free text: the number makes the name unique on every file system. */
function recordName(at: number, phaseId: string): string {
  return `${String(at + 1).padStart(4, '0')}-${phaseId.replaceAll(/[^A-Za-z0-9_-]+/g, '_').slice(0, 60)}`;
}
