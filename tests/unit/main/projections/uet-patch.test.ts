// What we show of a patch as UET v1 is valid UET v1.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { uetLedgerEntry, uetPatchArtifact } from '../../../../src/main/projections/uet-patch.ts';
import { allRows } from '../../../../src/main/state/rows.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, MADE_PATCH, openRun } from '../engine/open-run.ts';

const ajv = new Ajv({ keywords: ['doc_id'] });
addFormats.default(ajv);

function problemsOf(schema: string, document: unknown) {
  const file = new URL(`../../../../schema/uet/${schema}.v1.json`, import.meta.url);
  const definition = JSON.parse(readFileSync(file, 'utf8'));
  const validate = ajv.getSchema(definition.$id) ?? ajv.compile(definition);
  validate(document);
  return validate.errors;
}

function onlyPatch(open: ReturnType<typeof openRun>) {
  const rows = allRows(open.run);
  const [patch] = rows.patches ?? [];
  const [entry] = rows.patch_ledger_entries ?? [];
  if (patch === undefined || entry === undefined) throw new Error('no patch was recorded');
  return { patch, entry };
}

test('a committed patch and its ledger entry validate against the schemas', () => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  open.answer('swap-head', { kind: 'swapped' });
  const { patch, entry } = onlyPatch(open);
  expect(problemsOf('patch_artifact', uetPatchArtifact(patch, entry, { diffText: 'diff', promptId: null }))).toBeNull();
  expect(problemsOf('patch_ledger_entry', uetLedgerEntry(entry))).toBeNull();
  expect(uetLedgerEntry(entry)).toMatchObject({ state: 'committed', validation: { format_ok: true } });
});

test('a quarantined one says why', () => {
  const open = openRun(makePlan({ tasks: [makeTask({ taskId: 'a' })] }));
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', { ...GOOD, constraintsOk: false });
  const { entry } = onlyPatch(open);
  expect(problemsOf('patch_ledger_entry', uetLedgerEntry(entry))).toBeNull();
  expect(uetLedgerEntry(entry)).toMatchObject({ quarantine: { is_quarantined: true } });
});
