// Numbers that say in which order tasks come → the order of the list, which says the same in a plan.
import { asNumber } from '../plan/read-json.ts';
import { partsOf } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';

/** Tasks without a number come last, in the order they stood in. The numbers are kept as a reason to propose an order. */
export function sortBySequence(workstream: PlanRecord, trace: ImportTrace): void {
  const tasks = partsOf(workstream, 'tasks');
  const numbered = tasks.filter((task) => asNumber(task['sequence']) !== null);
  if (numbered.length === 0) return;
  for (const task of numbered) {
    const from = trace.fieldPlace(task, 'sequence');
    trace.sequence.set(task, asNumber(task['sequence']) ?? 0);
    if (from !== null) trace.fold(from, `\`sequence\` ${String(task['sequence'])} is the task's place in the list.`);
    delete task['sequence'];
  }
  const numberOf = (task: PlanRecord) => trace.sequence.get(task) ?? Number.MAX_SAFE_INTEGER;
  workstream['tasks'] = tasks.toSorted((a, b) => numberOf(a) - numberOf(b));
}
