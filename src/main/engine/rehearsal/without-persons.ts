// A plan whose tasks for persons are answered at once: a rehearsal would wait for them for ever.
import type { Plan } from '../../../shared/plan/plan.ts';

/** What a person does takes no time in it and changes nothing. */
export function withoutPersons(plan: Plan): Plan {
  if (plan.tasks.every((task) => task.launch.kind !== 'person')) return plan;
  const answered = { launch: { kind: 'other', other: { tool: 'person', prompt: null } }, allowNoChange: true } as const;
  const tasks = plan.tasks.map((task) => (task.launch.kind === 'person' ? { ...task, ...answered } : task));
  return { ...plan, tasks };
}
