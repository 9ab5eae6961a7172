// Sets on each task of a workstream what its document said once for all of them.
import { partsOf } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { group } from './read-fields.ts';
import type { Place } from './source-record.ts';

interface Setting {
  readonly key: string;
  readonly value: unknown;
  /** What the document says, where that is another value. */
  readonly said?: unknown;
  /** The group of the task that holds the key; the task itself where absent. */
  readonly group?: string;
}

interface Owner {
  readonly workstream: PlanRecord;
  readonly from: Place;
  readonly trace: ImportTrace;
}

/** A task's own word stays. */
export function setOnTasks({ workstream, from, trace }: Owner, setting: Setting): void {
  let count = 0;
  for (const task of partsOf(workstream, 'tasks')) {
    const holder = setting.group === undefined ? task : group(task, setting.group);
    if (holder[setting.key] !== undefined) continue;
    trace.set(holder, setting.key, structuredClone(setting.value), { from });
    count += 1;
  }
  const was =
    setting.said === undefined || setting.said === setting.value ? '' : ` It was ${JSON.stringify(setting.said)}.`;
  const name = setting.group === undefined ? setting.key : `${setting.group}.${setting.key}`;
  trace.fold(
    from,
    `\`${name}: ${JSON.stringify(setting.value)}\` stands at ${count} task${count === 1 ? '' : 's'}.${was}`,
  );
}
