// Invariant: every counter and every index of a run is what a recount gives.

import { hasFinished, isMet } from '../../../src/main/state/edges.ts';
import { newestAcceptance } from '../../../src/main/state/evolve-acceptance.ts';
import { taskOf } from '../../../src/main/state/evolve-task.ts';
import type { RunNode, TaskNode, WorkstreamNode } from '../../../src/main/state/run-state.ts';
import { TASK_MACHINE } from '../../../src/shared/domain/task.ts';
import { isTerminal } from '../../../src/shared/lib/machine.ts';
import type { Invariant } from './invariant.ts';

type Figures = Readonly<Record<string, number | string>>;

export const COUNTERS: Invariant = {
  name: 'counters',
  says: 'every counter and index of a run is what a recount of its tasks, attempts and changes gives',
  watch: ({ breach }) => ({
    whole: ({ replayed, live }) => {
      for (const run of live === null ? [replayed] : [replayed, live]) {
        const where = run === live ? 'in memory' : 'replayed';
        compare(runFigures(run), recount(run), (what) => breach(`run ${run.runId} ${where}: ${what}`));
        for (const node of run.workstreams.values()) {
          const said = (what: string) => breach(`workstream ${node.plan.workstreamId} ${where}: ${what}`);
          compare(workstreamFigures(node), recountWorkstream(run, node), said);
        }
        for (const task of run.tasks.values()) {
          if (isTerminal(TASK_MACHINE, task.state)) continue;
          const said = (what: string) => breach(`task ${task.plan.taskId} ${where}: ${what}`);
          compare({ waitingFor: task.waitingFor, openBefore: task.openBefore }, recountTask(run, task), said);
        }
      }
    },
  }),
};

function compare(found: Figures, wanted: Figures, said: (what: string) => void): void {
  for (const [name, value] of Object.entries(wanted)) {
    if (found[name] !== value) said(`${name} is ${found[name]}, a recount gives ${value}`);
  }
}

function runFigures(run: RunNode): Figures {
  const { running, validating, completed, failed, waitingForPerson } = run;
  return {
    ...{ running, validating, completed, failed, waitingForPerson },
    retrying: named([...run.retrying]),
    inHand: named([...run.inHand]),
    pool: [...run.pool].map(({ workerId }) => workerId).join(),
    train: run.train
      .map(({ task }) => task.plan.taskId)
      .sort()
      .join(),
    openAcceptances: run.openAcceptances.size,
    phases: JSON.stringify([...run.phases.values()].map(({ workstreams }) => sorted(workstreams))),
  };
}

function recount(run: RunNode): Figures {
  const tasks = [...run.tasks.values()];
  const count = (state: TaskNode['state']) => tasks.filter((task) => task.state === state).length;
  const changes = [...run.patches.values(), ...run.directChanges.values()];
  return {
    running: count('running'),
    validating: count('validating'),
    completed: count('completed'),
    failed: count('failed'),
    waitingForPerson: tasks.filter((task) => task.state === 'blocked' && task.rootCause === null).length,
    retrying: named(tasks.filter((task) => task.state === 'retrying')),
    inHand: named(tasks.filter(({ state }) => state === 'running' || state === 'validating')),
    pool: [...run.workers.values()].flatMap(({ state, workerId }) => (state === 'TERMINATED' ? [] : workerId)).join(),
    train: changes
      .filter(({ state }) => state === 'queued')
      .map(({ task }) => task.plan.taskId)
      .sort()
      .join(),
    openAcceptances: [...run.acceptances.values()].filter(({ state }) => state === 'running').length,
    phases: JSON.stringify([...run.phases.keys()].map((phaseId) => sorted(statesIn(run, phaseId)))),
  };
}

function named(tasks: readonly TaskNode[]): string {
  return tasks
    .map((task) => task.plan.taskId)
    .sort()
    .join();
}

function sorted(counts: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(counts)
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function statesIn(run: RunNode, phaseId: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { plan, state } of run.workstreams.values()) {
    if (plan.phaseId === phaseId) counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

function workstreamFigures({ active, unsettled, waitingFor }: WorkstreamNode): Figures {
  return { active, unsettled, waitingFor };
}

function recountWorkstream(run: RunNode, { plan, tasks }: WorkstreamNode): Figures {
  const isSettled = (task: TaskNode) =>
    isTerminal(TASK_MACHINE, task.state) || (task.state === 'blocked' && task.rootCause !== null);
  const phases = run.created.plan.phases;
  const judged = (phases.find(({ phaseId }) => phaseId === plan.phaseId)?.after ?? []).filter(
    (before) => phases.find(({ phaseId }) => phaseId === before)?.acceptance != null,
  );
  return {
    active: tasks.filter((task) => task.state === 'running').length,
    unsettled: tasks.filter((task) => !isSettled(task)).length,
    waitingFor:
      plan.after.filter((before) => run.workstreams.get(before)?.state !== 'completed').length +
      judged.filter((phaseId) => newestAcceptance(run, 'phase', phaseId)?.state !== 'passed').length,
  };
}

function recountTask(run: RunNode, { after }: TaskNode): Figures {
  return {
    openBefore: after.filter(({ task }) => !hasFinished(taskOf(run, task))).length,
    waitingFor: after.filter((edge) => !isMet(taskOf(run, edge.task), edge)).length,
  };
}
