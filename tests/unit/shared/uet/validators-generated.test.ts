// The precompiled validators: up to date, self-contained, and true to the framework's field tables.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileSchemas } from '../../../../build/compile-schemas.ts';
import {
  patchArtifactV1,
  patchLedgerEntryV1,
  phaseSpecV1,
  taskSpecV1,
  workstreamSpecV1,
} from '../../../../src/shared/uet/validators.generated.js';

const ROOT = join(import.meta.dirname, '../../../..');
const ULID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

it('the generated files are what the schemas say (run: node build/compile-schemas.ts)', async () => {
  for (const file of await compileSchemas()) {
    expect(readFileSync(join(ROOT, file.path), 'utf8') === file.text, file.path).toBe(true);
  }
});

it.each(['src/shared/uet/validators.generated.js', 'src/main/ipc/contract-validators.generated.js'])(
  '%s needs nothing but itself: no eval, no require, no import',
  (path) => {
    const code = readFileSync(join(ROOT, path), 'utf8');
    expect(code).not.toMatch(/\beval\(|new Function|\brequire\(|^import /m);
  },
);

const task = { task_id: 't', name: 'T', kind: 'code_edit' };
const phase = {
  phase_id: 'P',
  name: 'P',
  category: 'core_dev',
  resource_scope: { type: 'files' },
  constraints: {},
  acceptance: { mode: 'all', checks: [] },
};
const workstream = { workstream_id: 'W', project_id: 'p', phase_id: 'P', name: 'W', objective: '', tasks: [task] };
const artifact = {
  patch_id: ULID,
  format: 'unified_diff',
  target_repo: 'repo',
  origin: { execution_request_id: ULID, tool_id: 'script', created_at: '2026-01-31T09:30:00.123Z' },
  diff_text: 'diff --git a/x b/x',
};
const entry = {
  ledger_id: ULID,
  patch_id: ULID,
  project_id: 'p',
  state: 'created',
  validation: { format_ok: true, scope_ok: true, constraints_ok: true },
};

describe('UET v1', () => {
  it.each([
    ['phase_spec', phaseSpecV1, phase],
    ['workstream_spec', workstreamSpecV1, workstream],
    ['task_spec', taskSpecV1, task],
    ['patch_artifact', patchArtifactV1, artifact],
    ['patch_ledger_entry', patchLedgerEntryV1, entry],
  ])('%s accepts its required fields and doc_id, and needs each of them', (_name, validate, document) => {
    expect(validate(document)).toBe(true);
    expect(validate({ ...document, doc_id: 'DOC-1' })).toBe(true);
    expect(validate({ ...document, files_scope: {} })).toBe(false);
    for (const key of Object.keys(document)) {
      const { [key]: _dropped, ...rest } = document as Record<string, unknown>; // a document is a plain object
      expect(validate(rest), `without ${key}`).toBe(false);
    }
  });

  it('nested objects stay open where the framework leaves them open, and closed where it closes them', () => {
    expect(phaseSpecV1({ ...phase, constraints: { routing: { allowed_tools: [] } } })).toBe(true);
    expect(taskSpecV1({ ...task, execution: { max_attempts: 1, own: 1 } })).toBe(true);
    expect(patchArtifactV1({ ...artifact, scope: { other: 1 } })).toBe(false);
    expect(patchLedgerEntryV1({ ...entry, apply: { other: 1 } })).toBe(false);
  });

  it('checks tasks inside a workstream', () => {
    expect(workstreamSpecV1({ ...workstream, tasks: [{ ...task, tool: 'x' }] })).toBe(false);
    expect(workstreamSpecV1({ ...workstream, tasks: [] })).toBe(true);
  });

  it('checks ULIDs, dates, bounds, enums and nullable fields', () => {
    const origin = artifact.origin;
    expect(patchArtifactV1({ ...artifact, patch_id: ULID.toLowerCase() })).toBe(false);
    expect(patchArtifactV1({ ...artifact, origin: { ...origin, created_at: '2026-02-30T00:00:00Z' } })).toBe(false);
    expect(patchArtifactV1({ ...artifact, origin: { ...origin, created_at: 'yesterday' } })).toBe(false);
    expect(patchArtifactV1({ ...artifact, origin: { ...origin, prompt_id: null } })).toBe(true);
    expect(patchArtifactV1({ ...artifact, summary: '😀'.repeat(512) })).toBe(true);
    expect(patchArtifactV1({ ...artifact, summary: '😀'.repeat(513) })).toBe(false);
    expect(patchArtifactV1({ ...artifact, scope: { files_touched: ['a', 'a'] } })).toBe(false);
    expect(patchLedgerEntryV1({ ...entry, state: 'merged' })).toBe(false);
    expect(taskSpecV1({ ...task, execution: { max_attempts: 0 } })).toBe(false);
  });
});
