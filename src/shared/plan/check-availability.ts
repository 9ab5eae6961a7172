// What a file may say and this version cannot do yet: fine to check and forecast, refused by `run`.
import { type Draft, draftTasks, draftWorkstreams } from './draft.ts';
import { blockingFinding, type Finding, warningFinding } from './finding.ts';
import type { LaunchReading } from './read-launch.ts';

/** A budget arms only on a known price; scripts, commands and people cost nothing, other tools have no price here yet. */
export function checkBudget(draft: Draft, launches: ReadonlyMap<string, LaunchReading>): readonly Finding[] {
  const tasks = draftTasks(draft);
  const priceless = tasks.find((task) => hasNoPrice(launches.get(task.pointer)));
  const levels = [...draft.phases, ...draftWorkstreams(draft), ...tasks];
  const place = draft.budgetUsd !== null ? '' : levels.find((one) => one.budgetUsd !== null)?.pointer;
  if (place === undefined || priceless === undefined) return [];
  const words = {
    path: `${place}/budget`,
    message: `The budget has no price to count with: task \`${priceless.id}\` uses a tool whose price is unknown.`,
    advice: 'Remove the budget, or use `script` and `command`, which cost nothing.',
  };
  return [blockingFinding('E_BUDGET_BASIS', words)];
}

/** A tool of the project may ask a provider for anything, so it is not free like a command of the plan. */
function hasNoPrice(reading: LaunchReading | undefined): boolean {
  return reading?.launch.kind === 'other' || reading?.declared !== undefined;
}

/** Words of UET that leave room: a priority that is none of ours counts as normal. */
export function checkPriorities(draft: Draft): readonly Finding[] {
  return draftTasks(draft).flatMap((task) => {
    const { word, pointer } = priorityWord(task.raw, task.pointer);
    if (word === null || typeof word === 'number' || Object.hasOwn(PRIORITIES, word)) return [];
    return warningFinding('E_SCHEMA', {
      path: pointer,
      message: `The priority \`${word}\` of task \`${task.id}\` is no word of ours and counts as normal.`,
      advice: `Use one of: ${Object.keys(PRIORITIES).join(', ')}.`,
    });
  });
}

const PRIORITIES: Readonly<Record<string, number>> = { low: -1, normal: 0, high: 1, urgent: 2, critical: 2 };

/** Of a task's own fields; higher goes first. */
export function readPriority(raw: Readonly<Record<string, unknown>>): number {
  const { word } = priorityWord(raw, '');
  if (typeof word === 'number') return word;
  return word !== null && Object.hasOwn(PRIORITIES, word) ? (PRIORITIES[word] ?? 0) : 0;
}

function priorityWord(raw: Readonly<Record<string, unknown>>, pointer: string) {
  const own = raw['priority'];
  if (typeof own === 'number' || typeof own === 'string') return { word: own, pointer: `${pointer}/priority` };
  const classification = raw['classification'];
  const word =
    typeof classification === 'object' && classification !== null ? Reflect.get(classification, 'priority') : null;
  return { word: typeof word === 'string' ? word : null, pointer: `${pointer}/classification/priority` };
}
