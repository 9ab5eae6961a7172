// Documents are recognised by their word or by their fields.
import { expect, it } from 'vitest';
import { recogniseSchema, schemaByName } from '../../../../src/shared/uet/recognise-schema.ts';

it.each([
  [{ schema: 'patchbay/plan.v1' }, 'patchbay/plan.v1'],
  [{ schema: 'patchbay/plan.v9', phases: [] }, 'patchbay/plan.v1'],
  [{ phases: [] }, 'patchbay/plan.v1'],
  [{ workstream_id: 'W', phase_id: 'P', tasks: [] }, 'workstream_spec.v1'],
  [{ phase_id: 'P', resource_scope: {} }, 'phase_spec.v1'],
  [{ task_id: 't' }, 'task_spec.v1'],
  [{ patch_id: 'x', diff_text: '' }, 'patch_artifact.v1'],
  [{ ledger_id: 'x', patch_id: 'y' }, 'patch_ledger_entry.v1'],
  [{ hello: 1 }, null],
  [[], null],
  [null, null],
  ['text', null],
])('%j is %s', (document, expected) => {
  expect(recogniseSchema(document)).toBe(expected);
});

it.each(['plan', 'plan.v1', 'patchbay/plan.v1', 'schema/patchbay/plan.v1.json'])('%s names the plan schema', (name) => {
  expect(schemaByName(name)).toBe('patchbay/plan.v1');
  expect(schemaByName('spam')).toBeNull();
});
