// Which of the documents we know a value is: by its own word where it has one, else by the fields only that one has.
import {
  patchArtifactV1,
  patchLedgerEntryV1,
  phaseSpecV1,
  planV1,
  projectV1,
  taskSpecV1,
  type Validator,
  workstreamSpecV1,
} from './validators.generated.js';

export const DOCUMENT_SCHEMAS = {
  'patchbay/plan.v1': planV1,
  'patchbay/project.v1': projectV1,
  'phase_spec.v1': phaseSpecV1,
  'workstream_spec.v1': workstreamSpecV1,
  'task_spec.v1': taskSpecV1,
  'patch_artifact.v1': patchArtifactV1,
  'patch_ledger_entry.v1': patchLedgerEntryV1,
} as const satisfies Record<string, Validator>;

export type DocumentSchema = keyof typeof DOCUMENT_SCHEMAS;

export const SCHEMA_NAMES = Object.keys(DOCUMENT_SCHEMAS) as DocumentSchema[]; // exactly the keys by its type

/** Fields that tell a document of UET v1, which does not name its own schema, from the others. Most telling first. */
const MARKS: readonly (readonly [DocumentSchema, readonly string[]])[] = [
  ['patch_ledger_entry.v1', ['ledger_id']],
  ['patch_artifact.v1', ['diff_text']],
  ['patch_artifact.v1', ['patch_id', 'origin']],
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
  const named = typeof word === 'string' ? schemaByName(word) : null;
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
