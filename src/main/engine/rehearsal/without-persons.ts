// A plan whose tasks for persons are answered at once, and whose patches need no reviewer: a rehearsal would wait for ever.
import type { Plan } from '../../../shared/plan/plan.ts';

/** What a person does takes no time in it and changes nothing. */
export function withoutPersons(plan: Plan): Plan {
  if (plan.tasks.every((task) => task.launch.kind !== 'person' && task.constraints.minReviewers === undefined))
    return plan;
  const answered = { launch: { kind: 'other', other: { tool: 'person', prompt: null } }, allowNoChange: true } as const;
  const tasks = plan.tasks.map((task) => {
    const { minReviewers: _, ...constraints } = task.constraints;
    return { ...task, constraints, ...(task.launch.kind === 'person' ? answered : {}) };
  });
  return { ...plan, tasks };
}
