// Which of the documents we know a value is: by its own word where it has one, else by the fields only that one has.
import {
  bootstrapDiscoveryV1,
  bootstrapReportV1,
  checkpointV1,
  compensationV1,
  costRecordV1,
  docMetaV1,
  errorEventV1,
  executionRequestV1,
  fixV1,
  gateV1,
  patchArtifactV1,
  patchLedgerEntryV1,
  patchPolicyV1,
  phaseSpecV1,
  planV1,
  profileExtensionV1,
  projectProfileV1,
  projectV1,
  promptInstanceV1,
  reviewV1,
  routerConfigV1,
  runEventV1,
  runRecordV1,
  stepAttemptV1,
  taskSpecV1,
  toolProfileV1,
  type Validator,
  workerV1,
  workstreamSpecV1,
} from './validators.generated.js';

export const DOCUMENT_SCHEMAS = {
  'patchbay/plan.v1': planV1,
  'patchbay/project.v1': projectV1,
  'patchbay/gate.v1': gateV1,
  'patchbay/fix.v1': fixV1,
  'patchbay/review.v1': reviewV1,
  'patchbay/checkpoint.v1': checkpointV1,
  'patchbay/compensation.v1': compensationV1,
  'patchbay/cost_record.v1': costRecordV1,
  'patchbay/worker.v1': workerV1,
  'patchbay/tool_profile.v1': toolProfileV1,
  'patchbay/error_event.v1': errorEventV1,
  'phase_spec.v1': phaseSpecV1,
  'workstream_spec.v1': workstreamSpecV1,
  'task_spec.v1': taskSpecV1,
  'execution_request.v1': executionRequestV1,
  'run_record.v1': runRecordV1,
  'step_attempt.v1': stepAttemptV1,
  'patch_artifact.v1': patchArtifactV1,
  'patch_ledger_entry.v1': patchLedgerEntryV1,
  'patch_policy.v1': patchPolicyV1,
  'run_event.v1': runEventV1,
  'router_config.v1': routerConfigV1,
  'prompt_instance.v1': promptInstanceV1,
  'profile_extension.v1': profileExtensionV1,
  'project_profile.v1': projectProfileV1,
  'bootstrap_discovery.v1': bootstrapDiscoveryV1,
  'bootstrap_report.v1': bootstrapReportV1,
  'doc-meta.v1': docMetaV1,
} as const satisfies Record<string, Validator>;

export type DocumentSchema = keyof typeof DOCUMENT_SCHEMAS;

export const SCHEMA_NAMES = Object.keys(DOCUMENT_SCHEMAS) as DocumentSchema[]; // exactly the keys by its type

/** Fields that tell a document of UET v1, which does not name its own schema, from the others. Most telling first. */
const MARKS: readonly (readonly [DocumentSchema, readonly string[]])[] = [
  ['patchbay/review.v1', ['review_id']],
  ['patchbay/checkpoint.v1', ['checkpoint_id']],
  ['patchbay/compensation.v1', ['compensation_id']],
  ['patchbay/cost_record.v1', ['cost_id']],
  ['patchbay/error_event.v1', ['error_id']],
  ['patchbay/tool_profile.v1', ['tool_id', 'adapter']],
  ['patchbay/worker.v1', ['worker_id', 'spawned_at']],
  ['patchbay/gate.v1', ['gate', 'runs']],
  ['patch_ledger_entry.v1', ['ledger_id']],
  ['patch_artifact.v1', ['diff_text']],
  ['patch_artifact.v1', ['patch_id', 'origin']],
  ['patch_policy.v1', ['patch_policy_id']],
  ['prompt_instance.v1', ['prompt_instance_id']],
  ['prompt_instance.v1', ['template_id', 'sections']],
  ['execution_request.v1', ['request_id']],
  ['execution_request.v1', ['task_kind']],
  ['router_config.v1', ['apps']],
  ['profile_extension.v1', ['extends_core']],
  ['profile_extension.v1', ['adds_resource_types']],
  ['project_profile.v1', ['framework_paths']],
  ['project_profile.v1', ['project_root', 'profile_id']],
  ['bootstrap_report.v1', ['generated_artifacts']],
  ['bootstrap_discovery.v1', ['languages', 'project_root']],
  ['bootstrap_discovery.v1', ['languages', 'available_tools']],
  ['run_event.v1', ['event_id']],
  ['run_event.v1', ['run_id', 'ts']],
  ['step_attempt.v1', ['step_attempt_id']],
  ['step_attempt.v1', ['run_id', 'sequence']],
  ['run_record.v1', ['run_id']],
  ['run_record.v1', ['counters']],
  ['doc-meta.v1', ['meta_version']],
  ['doc-meta.v1', ['doc_ulid']],
  ['workstream_spec.v1', ['workstream_id']],
  ['workstream_spec.v1', ['objective', 'tasks']],
  ['task_spec.v1', ['task_id']],
  ['patchbay/plan.v1', ['phases']],
  ['patchbay/plan.v1', ['plan_id']],
  ['phase_spec.v1', ['phase_id']],
  ['patchbay/project.v1', ['project_id', 'gates']],
];

/** The schema of `document`, or null when it looks like none of ours. */
export function recogniseSchema(document: unknown): DocumentSchema | null {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  const word = Reflect.get(document, 'schema');
  // Of another version it is still that document: its schema then says which version is read.
  const named = typeof word === 'string' ? schemaByName(word.replace(/\.v\d+$/, '')) : null;
  if (named !== null) return named;
  const mark = MARKS.find(([, fields]) => fields.every((field) => Object.hasOwn(document, field)));
  return mark?.[0] ?? null;
}

/** Accepts `plan.v1`, `patchbay/plan.v1`, `plan`, `task_spec`, `schema/task_spec.v1.json` and the full address. */
export function schemaByName(name: string): DocumentSchema | null {
  const short = shortName(name);
  return SCHEMA_NAMES.find((one) => shortName(one) === short) ?? null;
}

function shortName(name: string): string {
  const last = name.split('/').at(-1) ?? name;
  return last.replace(/\.json$/, '').replace(/\.v1$/, '');
}
