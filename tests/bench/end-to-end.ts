// `bench end-to-end`: a run of tasks with a mock tool and a gate, from start to last commit, through the whole service, beside the naive way.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openService } from '../../src/main/hosts/service/open-service.ts';
import { present } from '../../src/shared/lib/assert.ts';
import type { Service } from '../../src/shared/ports/service.ts';
import { type BenchOptions, FULL_SIZE, roundsOf, scaled } from './bench-options.ts';
import { type BenchReport, median, type PeerCase } from './bench-report.ts';
import { type Cost, measureTreeCost } from './measure-cost.ts';
import { runNaively } from './naive-pipeline.ts';
import { generateRepository, pathOf } from './patch-floor.ts';
import { withScratch } from './scratch.ts';

const SIZES = [1_000, 10_000, 50_000];
const ROUNDS = 3;
const TASKS = 12;
const PARALLEL = 2;
const APP_ROOT = join(import.meta.dirname, '../..');
const start = promisify(execFile);

export async function run(options: BenchOptions = FULL_SIZE): Promise<BenchReport> {
  const cases: PeerCase[] = [];
  for (const size of SIZES) {
    const files = scaled(size, options, 250);
    options.say(`${files} files`);
    cases.push(await withScratch(({ dir }) => measureSize(dir, files, options)));
  }
  const first = present(cases[0], 'the first case');
  const peers = Object.fromEntries(cases.map(({ name, peer }) => [name, peer]));
  const [ours, floor, ratio] = [first.ours, first.peer, 1 / first.faster];
  return { name: 'end-to-end', unit: 'seconds per task', ours, floor, peers, ratio, cases };
}

async function measureSize(dir: string, files: number, options: BenchOptions): Promise<PeerCase> {
  const { git } = await generateRepository(dir, files);
  const { root } = git.layout;
  execFileSync('git', ['-C', root, 'checkout', '--quiet', '--force', 'main']);
  const tasks = scaled(TASKS, options, 2);
  const planFile = join(dir, 'plan.json');
  writeFileSync(planFile, JSON.stringify(planOf(tasks, files)));
  const place = { projectDir: root, dataDir: join(dir, 'data'), appRoot: APP_ROOT };
  const service = await openService({ ...place, role: 'engine', log: () => undefined });
  const costs: { ours: Cost[]; naive: Cost[] } = { ours: [], naive: [] };
  try {
    // The first round makes the pool's folders and warms both; it is not counted.
    for (let round = 0; round <= roundsOf(ROUNDS, options); round += 1) {
      const heads = { ours: '', naive: '' };
      const naive = join(dir, `naive-${round}`);
      mkdirSync(naive);
      costs.naive.push(
        await measureTreeCost(async () => {
          heads.naive = await runNaively({ root, dir: naive, tasks, parallel: PARALLEL, ...mock(files) });
        }),
      );
      costs.ours.push(
        await measureTreeCost(async () => {
          heads.ours = await runOurs(service, planFile, tasks);
        }),
      );
      const [mine, theirs] = await Promise.all(
        [heads.ours, heads.naive].map((head) => git.text(['rev-parse', `${head}^{tree}`], { on: 'shadow' })),
      );
      if (mine !== theirs) throw new Error('ours and the naive way made different trees');
    }
  } finally {
    await service.close();
  }
  return caseOf(`${files} files`, tasks, { ours: costs.ours.slice(1), naive: costs.naive.slice(1) });
}

async function runOurs(service: Service, planFile: string, tasks: number): Promise<string> {
  const { runId } = await service.call('run.start', { planFile, options: { maxParallel: PARALLEL } });
  const report = await service.call('run.wait', { runId });
  const done = report.tasks.filter(({ state }) => state === 'completed').length;
  if (report.state !== 'succeeded' || done !== tasks) throw new Error(`the run is ${report.state}: ${report.reason}`);
  return present(report.head, 'head of the run');
}

/** No two tasks meet. */
const editedBy = (task: number, files: number): string => pathOf(Math.floor((files * task) / (TASKS + 1)));

/** One file edited, one made. */
function toolOf(task: number, files: number): string {
  const path = editedBy(task, files);
  return `echo edited >> ${path} && echo new > ${path}.new`;
}

function mock(files: number) {
  const inShell = async (command: string, cwd: string): Promise<void> => {
    await start('/bin/sh', ['-c', command], { cwd });
  };
  return {
    runTool: (task: number, folder: string) => inShell(toolOf(task, files), folder),
    runGate: (folder: string) => inShell('true', folder),
  };
}

function planOf(tasks: number, files: number): object {
  const each = Array.from({ length: tasks }, (_, task) => {
    const path = editedBy(task, files);
    return {
      task_id: `task-${task}`,
      name: `Task ${task}`,
      kind: 'code_edit',
      tool: 'command',
      command: { argv: ['/bin/sh', '-c', toolOf(task, files)] },
      gates: ['always'],
      resource_scope: { type: 'files', write: [path], create: [`${path}.new`] },
    };
  });
  const workstreams = [{ workstream_id: 'WS', name: 'Work', objective: 'Work', tasks: each }];
  return {
    schema: 'patchbay/plan.v1',
    plan_id: 'bench',
    project_id: 'bench',
    name: 'Bench',
    strategy: 'dag',
    gates: [{ gate_id: 'always', kind: 'unit', command: ['/bin/sh', '-c', 'true'] }],
    phases: [
      {
        phase_id: 'PH',
        name: 'Phase',
        category: 'core',
        resource_scope: { type: 'files', write: ['**'], create: ['**'] },
        constraints: {},
        acceptance: { mode: 'all', checks: [] },
        workstreams,
      },
    ],
  };
}

function caseOf(
  name: string,
  tasks: number,
  { ours, naive }: { readonly ours: readonly Cost[]; readonly naive: readonly Cost[] },
): PeerCase {
  const perTask = (costs: readonly Cost[]) => median(costs.map(({ seconds }) => seconds)) / tasks;
  const cpu = (costs: readonly Cost[]) =>
    costs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0) / costs.length / tasks;
  const shown = (seconds: number) => `${(seconds * 1e3).toFixed(0)} ms`;
  return {
    name,
    ours: perTask(ours),
    peer: perTask(naive),
    faster: median(ours.map(({ seconds }, round) => (naive[round]?.seconds ?? Number.NaN) / seconds)),
    lessCpu: cpu(naive) / cpu(ours),
    note: `${tasks} tasks, ${PARALLEL} at a time, a gate each; CPU of a task ${shown(cpu(ours))}, naive ${shown(cpu(naive))}`,
  };
}
