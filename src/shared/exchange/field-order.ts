// The usual order of the fields of a plan, so that what is imported or exported reads alike whatever it came from.
import { asList } from '../plan/read-json.ts';
import type { PlanRecord } from './import-trace.ts';
import { inOrder } from './in-order.ts';

const PLAN_ORDER = [
  'schema',
  'plan_id',
  'project_id',
  'name',
  'description',
  'strategy',
  'merge_order',
  'merge',
  'budget',
  'gates',
];

export const PHASE_ORDER = [
  'phase_id',
  'name',
  'category',
  'description',
  'depends_on',
  'resource_scope',
  'constraints',
  'acceptance',
  'gates',
  'budget',
  'compensation',
];

export const WORKSTREAM_ORDER = [
  'workstream_id',
  'project_id',
  'phase_id',
  'name',
  'objective',
  'tags',
  'depends_on',
  'strategy',
  'resource_scope',
  'constraints',
  'concurrency',
  'error_handling',
  'gates',
  'acceptance',
  'budget',
  'compensation',
  'tasks',
];

export const TASK_ORDER = [
  'task_id',
  'name',
  'kind',
  'depends_on',
  'allow_parallel',
  'classification',
  'priority',
  'resource_scope_delta',
  'resource_scope',
  'constraints_delta',
  'constraints',
  'gates',
  'tool',
  'script',
  'command',
  'prompt',
  'execution',
  'prompt_template_ref',
  'prompt_overrides',
  'execution_request_template',
  'error_handling',
  'acceptance',
];

/** The records stay the same ones. */
export function orderFields(plan: PlanRecord): void {
  inOrder(plan, PLAN_ORDER);
  for (const phase of partsOf(plan, 'phases')) {
    inOrder(phase, PHASE_ORDER);
    for (const workstream of partsOf(phase, 'workstreams')) {
      inOrder(workstream, WORKSTREAM_ORDER);
      for (const task of partsOf(workstream, 'tasks')) inOrder(task, TASK_ORDER);
    }
  }
}

/** The groups of fields in a list of a record of the plan; none where it is no list. */
export function partsOf(record: PlanRecord, key: string): readonly PlanRecord[] {
  return asList(record[key]).filter(
    // Records of the plan are ours to write.
    (one): one is PlanRecord => typeof one === 'object' && one !== null && !Array.isArray(one),
  );
}
