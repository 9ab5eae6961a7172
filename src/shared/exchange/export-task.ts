// A task of a plan → a `task_spec.v1`: what v1 names otherwise is renamed, and how the tool is started goes into its template.
import { asRecord, asText, field } from '../plan/read-json.ts';
import { taskSpecV1 } from '../uet/validators.generated.js';
import { dependencyIds } from './dependency-ids.ts';
import { TASK_ORDER } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { inOrder } from './in-order.ts';
import type { ExtrasBuilder } from './plan-extras.ts';
import { strip, stripUnknown } from './strip-unknown.ts';
import { LAUNCH_FIELDS, PRIORITY, wordFor } from './v1-words.ts';

interface TaskContext {
  readonly trace: ImportTrace;
  readonly builder: ExtrasBuilder;
}

interface TaskExport extends TaskContext {
  readonly task: PlanRecord;
  readonly id: string;
  /** What becomes the document. */
  readonly own: PlanRecord;
}

export function exportTask(task: PlanRecord, context: TaskContext): PlanRecord {
  const id = asText(task['task_id']) ?? '';
  const one: TaskExport = { ...context, task, id, own: { ...task } };
  exportEdges(one);
  exportPriority(one);
  rename(one, 'resource_scope', 'resource_scope_delta');
  rename(one, 'constraints', 'constraints_delta');
  exportLaunch(one);
  const rest = stripUnknown({ record: task, own: one.own, level: 'tasks', id, validate: taskSpecV1 }, context);
  return inOrder(rest, TASK_ORDER);
}

/** v1 knows ids only. An edge that is spelled out and says nothing more is no loss. */
function exportEdges(one: TaskExport): void {
  const value = one.task['depends_on'];
  if (!Array.isArray(value) || value.every((edge) => typeof edge === 'string')) return;
  const isPlain = value.every((edge) => typeof edge === 'string' || (field(edge, 'edge') ?? 'success') === 'success');
  if (isPlain) note(one, 'depends_on', 'A dependency is an id in UET v1.');
  else strip({ record: one.task, level: 'tasks', id: one.id }, 'depends_on', { value, context: one });
  one.own['depends_on'] = dependencyIds(value);
}

/** A word has a place in the classification; a number has none. */
function exportPriority(one: TaskExport): void {
  const { priority } = one.own;
  const classification = asRecord(one.own['classification']) ?? {};
  if (typeof priority !== 'string' || classification['priority'] !== undefined) return;
  delete one.own['priority'];
  one.own['classification'] = { ...classification, priority: wordFor(PRIORITY, priority) ?? priority };
  note(one, 'priority', 'It is `classification.priority` in UET v1.');
}

/** Where a task has both names, the plan follows the shorter one. */
function rename(one: TaskExport, from: string, to: string): void {
  const { task, own, trace } = one;
  if (own[from] === undefined) return;
  const shadowed = trace.origin(task, `/${to}`);
  // It has no effect in the plan, so that it is no extra either.
  if (own[to] !== undefined && shadowed !== null) trace.drop(shadowed, own[to], `The plan follows \`${from}\`.`);
  own[to] = own[from];
  delete own[from];
  note(one, from, `It is \`${to}\` in UET v1.`);
}

function exportLaunch(one: TaskExport): void {
  const { own } = one;
  const launch = LAUNCH_FIELDS.filter((key) => own[key] !== undefined);
  if (launch.length === 0) return;
  const template: PlanRecord = { ...asRecord(own['execution_request_template']) };
  for (const key of launch) {
    template[key] = own[key];
    delete own[key];
    note(one, key, `It is \`execution_request_template.${key}\` in UET v1.`);
  }
  own['execution_request_template'] = template;
}

function note({ task, trace }: TaskExport, key: string, words: string): void {
  const from = trace.origin(task, `/${key}`);
  if (from !== null) trace.fold(from, words);
}
