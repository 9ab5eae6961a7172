// What an order can be proposed for: the workstreams and tasks of a plan, with their files and their words.
import { asText, asTexts, field } from '../plan/read-json.ts';
import { partsOf } from './field-order.ts';
import type { PlanRecord } from './import-trace.ts';

export interface NodeText {
  readonly text: string;
  /** Pointer below the node. */
  readonly pointer: string;
}

export interface OrderNode {
  readonly noun: 'workstream' | 'task';
  readonly id: string;
  readonly name: string;
  /** Of a task the workstream it stands in; of a workstream itself. */
  readonly workstream: OrderNode | null;
  /** Counts workstreams and tasks in the order of the file. */
  readonly position: number;
  readonly record: PlanRecord;
  readonly read: readonly string[];
  readonly write: readonly string[];
  readonly create: readonly string[];
  readonly texts: readonly NodeText[];
}

export function orderNodes(plan: PlanRecord): readonly OrderNode[] {
  const nodes: OrderNode[] = [];
  for (const phase of partsOf(plan, 'phases')) {
    for (const workstream of partsOf(phase, 'workstreams')) {
      const owner = node({ noun: 'workstream', record: workstream, workstream: null, position: nodes.length });
      nodes.push(owner);
      for (const task of partsOf(workstream, 'tasks')) {
        nodes.push(node({ noun: 'task', record: task, workstream: owner, position: nodes.length }));
      }
    }
  }
  return nodes.filter((one) => one.id !== '');
}

/** The workstream of a task; a workstream itself. */
export function workstreamOf(one: OrderNode): OrderNode {
  return one.workstream ?? one;
}

function node(given: Pick<OrderNode, 'noun' | 'record' | 'workstream' | 'position'>): OrderNode {
  const { noun, record } = given;
  const scope = record['resource_scope'] ?? record['resource_scope_delta'];
  const globs = (access: string) => asTexts(field(scope, access)) ?? [];
  const name = asText(record['name']) ?? '';
  return {
    ...given,
    id: asText(record[`${noun}_id`]) ?? '',
    name,
    read: globs('read'),
    write: globs('write'),
    create: globs('create'),
    texts: textsOf(record, name),
  };
}

function textsOf(record: PlanRecord, name: string): readonly NodeText[] {
  const prompt = record['prompt'];
  const found = [
    { text: name, pointer: '/name' },
    { text: asText(record['objective']), pointer: '/objective' },
    { text: asText(prompt), pointer: '/prompt' },
    { text: asText(field(prompt, 'objective')), pointer: '/prompt/objective' },
    { text: asText(field(prompt, 'instructions')), pointer: '/prompt/instructions' },
  ].flatMap(({ text, pointer }) => (text === null || text === '' ? [] : [{ text, pointer }]));
  // A name cut from a longer text says nothing of its own.
  const rest = found.slice(1);
  const repeated = rest.some((one) => one.text.startsWith(name.replace(/…$/, '')));
  return repeated ? rest : found;
}
