// Small plan files for tests, as text, with what a test wants to say about their tasks.
import { type LoadedPlan, loadPlan, type PlanSource } from '../../../../src/shared/plan/load-plan.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface PlanText {
  readonly plan?: Fields;
  readonly phase?: Fields;
  readonly workstream?: Fields;
  /** Task id → fields beyond a script that deletes one file. */
  readonly tasks: Readonly<Record<string, Fields>>;
}

export const taskText = (taskId: string, fields: Fields = {}): Fields => ({
  task_id: taskId,
  name: taskId,
  kind: 'code_edit',
  ...('tool' in fields ? {} : { tool: 'script', script: { edits: [{ delete: `${taskId}.txt` }] } }),
  ...fields,
});

export const workstreamText = (id: string, tasks: PlanText['tasks'], fields: Fields = {}): Fields => ({
  workstream_id: id,
  name: id,
  tasks: Object.entries(tasks).map(([taskId, more]) => taskText(taskId, more)),
  ...fields,
});

export const phaseText = (id: string, workstreams: readonly Fields[], fields: Fields = {}): Fields => ({
  phase_id: id,
  name: id,
  workstreams,
  ...fields,
});

export const planText = (phases: readonly Fields[], fields: Fields = {}): string =>
  JSON.stringify({ schema: 'patchbay/plan.v1', plan_id: 'p', phases, ...fields });

/** One phase, one workstream. */
export function onePhase({ plan = {}, phase = {}, workstream = {}, tasks }: PlanText): string {
  return planText([phaseText('P', [workstreamText('W', tasks, workstream)], phase)], plan);
}

export const load = (text: string, more: Partial<PlanSource> = {}): LoadedPlan =>
  loadPlan({ text, file: 'x.plan.json', ...more });

/** `code message` of each problem. */
export const said = (loaded: LoadedPlan): readonly string[] =>
  loaded.problems.map((problem) => `${problem.code} ${problem.message}`);

/** Task id → ids it waits for. */
export const waits = (loaded: LoadedPlan): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries((loaded.plan?.tasks ?? []).map((task) => [task.taskId, task.after.map((edge) => edge.task)]));
