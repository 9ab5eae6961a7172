// Random plans for simulated runs: every kind of edge, group, gate and acceptance, valid by construction.
import type { Acceptance, Plan, TaskPlan } from '../../src/shared/plan/plan.ts';
import { makePlan, makeTask, makeWorkstream } from '../fakes/make-plan.ts';
import { seededRandom } from './seeded-random.ts';

const CHECK = { description: '', required: true, severity: 'error' } as const;
const GATE = { kind: 'acceptance', argv: ['true'], shell: false, after: [], required: true, timeoutMs: 1000, env: {} };

/** A command and, whatever it says, a look for files that is only noted. */
const COMMAND: Acceptance = {
  mode: 'all',
  rule: null,
  checks: [
    {
      ...CHECK,
      checkId: 'run',
      type: 'command',
      work: { kind: 'command', command: { ...GATE, gateId: 'run', expectedExit: 0 } },
    },
    { ...CHECK, checkId: 'look', type: 'file_presence', severity: 'warning', work: { kind: 'files', globs: ['none'] } },
  ],
};

/** Holds wherever a workstream may be judged at all. */
const CONDITION: Acceptance = {
  mode: 'custom',
  rule: 'done and not lost',
  checks: [
    {
      ...CHECK,
      checkId: 'done',
      type: 'run_state',
      work: { kind: 'condition', condition: 'all_required_patches_committed' },
    },
    {
      ...CHECK,
      checkId: 'lost',
      type: 'patch_state',
      work: { kind: 'condition', condition: 'count_queued_patches > 0' },
    },
  ],
};

const GLOBS = ['src/a.ts', 'src/**', 'docs/*.md', 'lib/x.ts'];

/** Half of the tasks name no files; a few share those of their workstream. */
function randomScope(random: () => number, taskId: string): Pick<TaskPlan, 'scope'> & Partial<TaskPlan> {
  const glob = () => GLOBS[Math.floor(random() * GLOBS.length)] ?? 'src/**';
  const scope = { read: random() < 0.15 ? [glob()] : [], write: [glob()], create: [], forbidden: [] };
  const read = scope.read.length > 0 ? `task ${taskId}` : null;
  const dice = random();
  if (dice < 0.5) return { scope: { ...scope, write: [] }, scopeBy: { write: null, read } };
  if (dice < 0.7) return { scope: { ...scope, write: ['src/**'] }, scopeBy: { write: 'workstream A', read } };
  return { scope, scopeBy: { write: `task ${taskId}`, read } };
}

const EDITS = { waitSeconds: 0, edits: [{ write: 'a.txt', text: 'x' }] };

/** Half of the tasks are commands, which mend what they made; some scripts have edits for that. */
function randomLaunch(random: () => number): Pick<TaskPlan, 'tool' | 'launch'> {
  const command = { argv: ['true'], shell: false, stdin: '', successExit: [0], litter: [], env: {} };
  if (random() < 0.5) return { tool: 'script', launch: { kind: 'command', command: { tool: 'command', ...command } } };
  const fix = random() < 0.5 ? { fix: [EDITS, EDITS] } : {};
  return { tool: 'script', launch: { kind: 'script', script: { tool: 'script', attempts: [EDITS], ...fix } } };
}

/** A random acyclic plan: each task may come after earlier ones; some share a conflict group, some finish edges. */
export function randomPlan(seed: number, directShare = 0): Plan {
  const random = seededRandom(seed * 7 + 1);
  // Dice of their own, so that what was added later leaves the rest of each plan as it was.
  const files = seededRandom(seed * 31 + 2);
  const mending = seededRandom(seed * 53 + 3);
  const size = 3 + Math.floor(random() * 12);
  const tasks: TaskPlan[] = [];
  for (let index = 0; index < size; index += 1) {
    const before = tasks.filter(() => random() < 0.25).map(({ taskId }) => taskId);
    tasks.push(
      makeTask({
        taskId: `t${index}`,
        workstreamId: random() < 0.7 ? 'A' : 'B',
        after: before.map((task) => {
          const edge = random() < 0.75 ? ('success' as const) : ('finish' as const);
          return { task, edge: edge === 'success' && files() < 0.2 ? ('artifact' as const) : edge };
        }),
        ...randomScope(files, `t${index}`),
        background: files() < 0.1,
        conflictGroup: random() < 0.2 ? 'g' : null,
        allowNoChange: random() < 0.3,
        critical: random() < 0.8,
        priority: Math.floor(random() * 3) - 1,
        gates: random() < 0.3 ? ['unit'] : [],
        patchMode: { on: random() >= directShare, by: 'project', place: 'patchbay.yaml: flags.patch_mode' },
        phaseId: 'PH',
        acceptance: random() < 0.25 ? COMMAND : null,
        ...randomLaunch(mending),
      }),
    );
  }
  // A second phase, which nothing of may start before the first is accepted.
  const more = Math.floor(random() * 3);
  for (let index = 0; index < more; index += 1) {
    tasks.push(makeTask({ taskId: `late${index}`, workstreamId: 'C', phaseId: 'PH2' }));
  }
  const gate = {
    gateId: 'unit',
    kind: 'unit',
    argv: ['true'],
    shell: false,
    after: [],
    required: true,
    timeoutMs: 1000,
    expectedExit: 0,
    env: {},
  };
  const first = [...new Set(tasks.map((task) => task.workstreamId))].filter((id) => id !== 'C');
  const judged = (acceptance: Acceptance) => (random() < 0.4 ? acceptance : null);
  const phase = (phaseId: string, after: readonly string[]) => {
    return { phaseId, name: phaseId, category: 'core', after, acceptance: judged(COMMAND) };
  };
  return makePlan({
    tasks,
    gates: [gate],
    mergeOrder: random() < 0.3 ? 'plan' : 'ready',
    phases: [phase('PH', []), ...(more > 0 ? [phase('PH2', ['PH'])] : [])],
    workstreams: [
      ...first.map((workstreamId) => makeWorkstream({ workstreamId, acceptance: judged(CONDITION) })),
      ...(more > 0 ? [makeWorkstream({ workstreamId: 'C', phaseId: 'PH2', after: first })] : []),
    ],
  });
}
