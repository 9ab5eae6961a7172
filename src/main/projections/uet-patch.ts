// A patch and its ledger entry as pure UET v1 documents (facts: uet.md §1.7, §1.8).
import type { FileChange, Finding } from '../../shared/domain/patch.ts';
import type { LedgerEntryRow, PatchRow } from '../../shared/ports/store.ts';

export interface ArtifactParts {
  /** The schema wants text: bytes that are not UTF-8 appear as U+FFFD (the export commands have the bytes). */
  readonly diffText: string;
  readonly promptId: string | null;
}

/** `patch_artifact.v1`. */
export function uetPatchArtifact(
  row: PatchRow,
  entry: LedgerEntryRow,
  { diffText, promptId }: ArtifactParts,
): Record<string, unknown> {
  const files = JSON.parse(row.files_touched) as readonly FileChange[]; // written by rows.ts from FileChange[]
  return {
    patch_id: row.patch_id,
    format: row.format,
    target_repo: row.target_repo,
    base_ref: row.base_ref,
    base_commit: row.base_commit,
    origin: {
      execution_request_id: row.execution_request_id,
      prompt_id: promptId,
      phase_id: entry.phase_id,
      workstream_id: entry.workstream_id,
      tool_id: row.tool_id,
      tool_run_id: row.attempt_ulid,
      created_at: row.created_at,
    },
    summary: row.summary,
    scope: {
      files_touched: [
        ...new Set(files.flatMap((file) => [file.path, ...(file.oldPath === null ? [] : [file.oldPath])])),
      ],
      line_insertions: row.line_insertions,
      line_deletions: row.line_deletions,
      hunks: row.hunks,
    },
    diff_text: diffText,
  };
}

/** `patch_ledger_entry.v1`; keys whose value is absent are left out where v1 has no null. */
export function uetLedgerEntry(row: LedgerEntryRow): Record<string, unknown> {
  const findings = JSON.parse(row.validation_errors) as readonly Finding[]; // written by rows.ts from Finding[]
  const history = JSON.parse(row.state_history) as readonly { state: string; at: string; reason: string }[]; // likewise
  return {
    ledger_id: row.ledger_id,
    patch_id: row.patch_id,
    project_id: row.project_id,
    phase_id: row.phase_id,
    workstream_id: row.workstream_id,
    execution_request_id: row.execution_request_id,
    state: row.state,
    state_history: history.map(({ state, at, reason }) => ({ state, at, ...(reason === '' ? {} : { reason }) })),
    validation: {
      format_ok: row.validation_format_ok === 1,
      scope_ok: row.validation_scope_ok === 1,
      constraints_ok: row.validation_constraints_ok === 1,
      tests_ran: row.validation_tests_ran === 1,
      tests_passed: row.validation_tests_passed === 1,
      validation_errors: findings.map(
        ({ rule, path, message }) => `${rule}: ${path === '' ? '' : `${path}: `}${message}`,
      ),
    },
    apply: {
      attempts: row.apply_attempts,
      ...present('last_attempt_at', row.apply_last_attempt_at),
      ...present('last_error_code', row.apply_last_error_code),
      ...present('last_error_message', row.apply_last_error_message),
      ...present('workspace_path', row.apply_workspace_path),
      applied_files: JSON.parse(row.apply_applied_files),
    },
    quarantine: {
      is_quarantined: row.quarantine_is_quarantined === 1,
      ...present('quarantine_reason', row.quarantine_reason),
      ...present('quarantine_path', row.quarantine_path),
      ...present('quarantined_at', row.quarantine_at),
    },
    relations: {
      replaces_patch_id: row.relations_replaces_patch_id,
      rollback_of_patch_id: row.relations_rollback_of_patch_id,
      chain_id: row.relations_chain_id,
    },
  };
}

function present(key: string, value: string | null): Record<string, string> {
  return value === null ? {} : { [key]: value };
}
