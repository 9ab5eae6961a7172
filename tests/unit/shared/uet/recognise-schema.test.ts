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
  [{ request_id: 'x', workstream_id: 'W', phase_id: 'P' }, 'execution_request.v1'],
  [{ run_id: 'x', phase_id: 'P', workstream_id: 'W', state: 'pending' }, 'run_record.v1'],
  [{ step_attempt_id: 'x', run_id: 'y' }, 'step_attempt.v1'],
  [{ event_id: 'x', run_id: 'y', step_attempt_id: 'z', ts: '', kind: 'note' }, 'run_event.v1'],
  [{ patch_policy_id: 'x', scope: {} }, 'patch_policy.v1'],
  [{ version: '1.0.0', apps: {} }, 'router_config.v1'],
  [{ prompt_instance_id: 'x' }, 'prompt_instance.v1'],
  [{ profile_id: 'x', extends_core: [] }, 'profile_extension.v1'],
  [{ project_id: 'x', profile_id: 'y', framework_paths: {} }, 'project_profile.v1'],
  [{ project_root: '.', languages: [] }, 'bootstrap_discovery.v1'],
  [{ project_name: 'x', profile_id: 'y', generated_artifacts: [] }, 'bootstrap_report.v1'],
  [{ meta_version: 'doc-meta.v1', phase_id: 'P', workstream_id: 'W' }, 'doc-meta.v1'],
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

it.each(['doc-meta', 'doc-meta.v1', 'schema/doc-meta.v1.json', 'https://patchbay.dev/schema/uet/doc-meta.v1.json'])(
  '%s names the document of what documents say about themselves',
  (name) => expect(schemaByName(name)).toBe('doc-meta.v1'),
);
