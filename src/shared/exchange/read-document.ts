// One document of any known format → parts of a plan; what it is, it says by its fields.
import { asRecord, asText } from '../plan/read-json.ts';
import { expectForms } from './expected-form.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { looksLikeExtras, readExtras } from './plan-extras.ts';
import { joinParts, listed, NO_PARTS, type PlanParts } from './plan-parts.ts';
import { dropFor, type FieldTable, readFields } from './read-fields.ts';
import { readPhase } from './read-phase.ts';
import { looksLikePhasePlan, readPhasePlan } from './read-phase-plan.ts';
import { looksLikePhaseTemplate, readPhaseTemplate } from './read-phase-template.ts';
import { looksLikeStepPlan, readStepPlan } from './read-step-plan.ts';
import { readTask } from './read-task.ts';
import { type ImportContext, looksLikeWorkstream, readWorkstream } from './read-workstream.ts';
import { itemsOf, type Place, type SourceItem, SourceRecord } from './source-record.ts';

const KNOWN_FORMATS =
  'phases, workstreams and tasks of UET v1 in its own or in prose names, workstream bundles, plans of steps, phase plans, phase templates, and lists or collections of these';

/** A list holds one document an entry. */
export function readDocument(item: SourceItem, context: ImportContext): PlanParts {
  if (Array.isArray(item.value)) return joinParts(itemsOf(item).map((one) => readDocument(one, context)));
  const source = SourceRecord.of(item);
  const parts = source === null ? null : readRecord(source, item, context);
  if (parts !== null) return parts;
  const message =
    source === null ? 'The document is no group of fields.' : 'The document is of no format that can be imported.';
  context.trace.refuse(item.place, 'E_UNKNOWN_SCHEMA', { message, advice: `Known are ${KNOWN_FORMATS}.` });
  return NO_PARTS;
}

function readRecord(source: SourceRecord, item: SourceItem, context: ImportContext): PlanParts | null {
  const { trace } = context;
  if (looksLikeExtras(source)) return readExtras(source, trace);
  if (looksLikePhaseTemplate(source)) return readPhaseTemplate(source, trace);
  if (looksLikePhasePlan(source)) return readPhasePlan(source, trace);
  if (looksLikeStepPlan(source)) return readStepPlan(source, trace);
  if (looksLikeCollection(source)) return readCollection(source, context);
  if (source.has('task_id')) return one('tasks', readTask(item, { taskId: 'task', kind: null }, trace));
  if (looksLikeWorkstream(source)) return one('workstreams', readWorkstream(item, context));
  if (source.has('phase_id')) return one('phases', readPhase(item, context));
  return looksLikeNode(source) ? one('tasks', readTask(item, { taskId: 'task', kind: 'code_edit' }, trace)) : null;
}

function one(noun: 'phases' | 'workstreams' | 'tasks', record: PlanRecord | null): PlanParts {
  return record === null ? NO_PARTS : { ...NO_PARTS, [noun]: [record] };
}

/** A node of the old kernel: a task by another name. */
function looksLikeNode(source: SourceRecord): boolean {
  return (
    source.has('id') && ['files_scope', 'depends_on', 'parallel_ok', 'tool_preference'].some((key) => source.has(key))
  );
}

/** Plans of ours, master plans, and files that hold workstreams or phases by any of these names. */
function looksLikeCollection(source: SourceRecord): boolean {
  const single = source.has('phase_id') || source.has('workstream_id') || source.has('task_id');
  return !single && ['phases', 'workstreams', 'bundles'].some((key) => holds(source.peek(key)));
}

function holds(value: unknown): boolean {
  return Array.isArray(value) || Object.values(asRecord(value) ?? {}).some((inner) => asRecord(inner) !== null);
}

function readCollection(source: SourceRecord, given: ImportContext): PlanParts {
  const { trace } = given;
  const context: ImportContext = source.peek('schema') === PLAN_SCHEMA ? { ...given, isPlan: true } : given;
  const plan = trace.begin(source.place, source.has('schema') ? 'A plan.' : 'A collection.');
  const phases = entriesOf(source, 'phases', 'phase_id', trace).flatMap((item) => listed(readPhase(item, context)));
  const workstreams = ['workstreams', 'bundles'].flatMap((key) =>
    entriesOf(source, key, 'workstream_id', trace).flatMap((item) => listed(readWorkstream(item, context))),
  );
  const tasks = entriesOf(source, 'tasks', 'task_id', trace).flatMap((item) =>
    listed(readTask(item, { taskId: 'task', kind: null }, trace)),
  );
  readMeta(source, plan, trace);
  readFields(source, plan, COLLECTION, trace);
  return { ...NO_PARTS, plans: [plan], phases, workstreams, tasks };
}

/** The entries of a list, or of a group whose keys are the ids. */
function entriesOf(source: SourceRecord, key: string, idKey: string, trace: ImportTrace): readonly SourceItem[] {
  expectForms(source, { [key]: 'list or group' }, trace);
  if (Array.isArray(source.peek(key))) return source.takeList(key);
  const record = source.takeRecord(key);
  if (record === null) return [];
  return record.left().map((id) => {
    const value = asRecord(record.take(id));
    const named = value !== null && (Object.hasOwn(value, idKey) || Object.hasOwn(value, 'id'));
    return { value: value === null || named ? value : { [idKey]: id, ...value }, place: record.at(id) };
  });
}

/** Of a master plan's heading the id and the title. */
function readMeta(source: SourceRecord, plan: PlanRecord, trace: ImportTrace): void {
  const meta = source.takeRecord('meta');
  if (meta === null) return;
  for (const key of meta.left()) {
    const value = meta.take(key);
    const name = META[key];
    const text = asText(value);
    if (name === undefined || text === null || source.has(name))
      trace.drop(meta.at(key), value, 'A plan has no place for it.');
    else trace.set(plan, name, text, { from: meta.at(key), note: `It is the plan's \`${name}\`.` });
  }
}

const PLAN_SCHEMA = 'patchbay/plan.v1';

const META: Readonly<Record<string, string>> = {
  plan_id: 'plan_id',
  id: 'plan_id',
  project_id: 'project_id',
  title: 'name',
  name: 'name',
  description: 'description',
};

const COLLECTION: FieldTable = {
  schema: ({ value, from, trace }) => {
    if (value !== PLAN_SCHEMA) trace.drop(from, value, 'It is no schema of a plan.');
  },
  version: dropFor('A plan has no version of its own.'),
  validation: dropFor('How an old plan was validated is not known here.'),
  implementation: dropFor('How an old plan was made is not known here.'),
  metadata: dropFor('A plan has no place for metadata.'),
};

/** Where a whole document stands. */
export function documentItem(document: Place['document']): SourceItem {
  return { value: document.value, place: { document, pointer: '' } };
}
