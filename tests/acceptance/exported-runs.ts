// Runs in which as much as possible happens: one succeeds, one fails in many ways, one waits for a person until it is cancelled, one has a tool that is shut off and comes back, one is watched closely, drained and paused.
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pidFrom } from '../fakes/processes-alive.ts';
import type { RunShape, WorkerShape } from './cli-shapes.ts';
import type { Desk } from './patchbay-program.ts';
import { commandTask, scriptTask, type TaskDocument } from './plan-document.ts';

const EVIL = resolve(import.meta.dirname, '..', 'fakes', 'evil-tool.ts');
const ONCE = { max_attempts: 1 };
/** Writes a file, says its number to the test, and never ends by itself. */
const HANG = `const fs = require('fs'); fs.writeFileSync('partial.txt', 'half done\\n'); fs.writeFileSync(process.argv[1], String(process.pid)); setInterval(() => {}, 1e3)`;

export const GATES = [
  { gate_id: 'passes', kind: 'unit', command: ['git', '--version'] },
  { gate_id: 'fails', kind: 'lint', command: ['git', 'no-such-verb'], required: false },
  { gate_id: 'after-fails', kind: 'lint', command: ['git', '--version'], after: ['fails'], required: false },
  { gate_id: 'cannot-run', kind: 'other', command: ['no-such-program'], required: false },
];

function phase(id: string, tasks: readonly TaskDocument[]): object {
  return {
    phase_id: id,
    name: `Phase ${id}`,
    workstreams: [{ workstream_id: `WS of ${id}`, name: 'Work', objective: `The work of ${id}`, tasks }],
  };
}

function plan(id: string, phases: readonly object[]): unknown {
  return { schema: 'patchbay/plan.v1', plan_id: id, name: id, strategy: 'dag', gates: [...GATES, MENDED], phases };
}

/** Refuses a tree whose file still says so. */
const MENDED = {
  gate_id: 'mended',
  kind: 'unit',
  command: ['node', '-e', "process.exit(require('fs').existsSync('mend.txt') ? 1 : 0)"],
};

/** Two phases, a second try, a task that is mended, gates that pass, fail, are skipped and cannot run. */
export function goodPlan(): unknown {
  const attempts = [{ edits: [{ write: 'a.txt', text: 'a\n' }] }, { edits: [{ write: 'again.txt', text: 'x\n' }] }];
  const fix = [{ edits: [{ delete: 'mend.txt' }, { write: 'sound.txt', text: 'x\n' }] }];
  return plan('good', [
    phase('first: ü', [
      scriptTask('checked', [{ write: 'checked.txt', text: 'x\n' }], { gates: GATES.map((gate) => gate.gate_id) }),
      { ...scriptTask('again', []), script: { attempts } },
      {
        ...scriptTask('sound', [], { gates: ['mended'] }),
        script: { edits: [{ write: 'mend.txt', text: 'x\n' }], fix },
      },
    ]),
    phase('second', [
      commandTask('latin', ['node', '-e', "require('fs').writeFileSync('latin.txt', Buffer.from([0xfc, 0x62, 10]))"]),
    ]),
  ]);
}

/** Every way to fail that needs no person; the second phase is never reached. */
export function badPlan(): unknown {
  const line = (text: string, seconds: number) => ({
    script: { wait_seconds: seconds, edits: [{ replace: 'a.txt', find: 'a', with: text }] },
    execution: ONCE,
  });
  const evil = (id: string, mode: readonly string[], limits: object = {}) =>
    commandTask(id, [process.execPath, EVIL, ...mode], { execution: { ...ONCE, ...limits } });
  return plan('bad', [
    phase('first', [
      { ...scriptTask('left', []), ...line('left', 0) },
      { ...scriptTask('right', []), ...line('right', 1) },
      evil('talks-forever', ['chatter'], { timeout_seconds: 1 }),
      evil('floods', ['flood']),
      evil('fails', ['edit-and-fail', 'half.txt']),
      scriptTask('refused', [{ write: 'elsewhere.txt', text: 'x\n' }], {
        resource_scope_delta: { write: ['src/**'], create: ['src/**'] },
        classification: { complexity: 'medium', risk_tier: 'R2', priority: 'high' },
      }),
      scriptTask('after-fails', [{ write: 'late.txt', text: 'x\n' }], { depends_on: ['fails'] }),
    ]),
    phase('second', [scriptTask('never', [{ write: 'never.txt', text: 'x\n' }])]),
  ]);
}

/** Fails once and for all others works; what it is told with its name is the file that says that it failed. */
const SHAKY = `const fs = require('fs'); const [failed, out] = process.argv.slice(2);
if (!fs.existsSync(failed)) { fs.writeFileSync(failed, ''); process.exit(1); }
fs.writeFileSync(out + '.txt', 'x\\n');`;

/** A tool that fails once and is shut off at once for a second, and one that works. */
export function toolFiles(folder: string): Readonly<Record<string, string>> {
  const tool = (name: string) => ({
    command: ['node', 'tool.cjs', join(folder, `${name} failed`), '{task_id}'],
    breaker: { failures: 1, cooldown_seconds: 1 },
  });
  writeFileSync(join(folder, 'steady failed'), '');
  const tools = { shaky: tool('shaky'), steady: tool('steady') };
  const workers = { heartbeat_seconds: 1 };
  return {
    'tool.cjs': SHAKY,
    'patchbay.yaml': JSON.stringify({ schema: 'patchbay/project.v1', project_id: 'project', tools, workers }),
  };
}

/** The router's tool is shut off and another takes its place; the next task is the trial by which it comes back. */
export function routedPlan(): unknown {
  return plan('routed', [
    phase('only', [
      { task_id: 'routed', name: 'Routed', kind: 'code_edit' },
      { task_id: 'trial', name: 'Trial', kind: 'code_edit', tool: 'shaky', depends_on: ['routed'] },
    ]),
  ]);
}

/** Its tool is silent for longer than one heartbeat and shorter than two, again and again. */
const BREATHE = 'for i in 1 2 3 4 5; do sleep 1.6; echo; done; echo x > breathes.txt';

/** The worker of its first task is drained, the run paused, its second task skipped; then it is resumed and succeeds. */
export async function watchedRun(desk: Desk): Promise<string> {
  const document = plan('watched', [
    phase('only', [
      commandTask('breathes', ['sh', '-c', BREATHE]),
      scriptTask('skipped', [{ write: 'no.txt', text: 'no\n' }], { depends_on: ['breathes'] }),
      scriptTask('found', [{ write: 'found.txt', text: 'found\n' }], { depends_on: ['skipped'] }),
    ]),
  ]);
  const running = desk.start(['run', desk.plan(document, 'watched.plan.json'), '--json']);
  const { workers } = await workersAtWork(desk);
  const [worker] = workers;
  const runId = worker?.run_id ?? '';
  await desk.run(['workers', 'drain', worker?.worker_id ?? '']);
  await desk.run(['pause', runId]);
  while ((await desk.ask<RunShape>(['status', runId])).json.control !== 'paused');
  await desk.run(['depend', runId, 'found', '--on', 'breathes']);
  await desk.run(['skip', runId, 'skipped']);
  await desk.run(['resume', runId]);
  const { run_id }: RunShape = JSON.parse((await running.answer).stdout);
  return run_id;
}

async function workersAtWork(desk: Desk): Promise<{ readonly workers: readonly WorkerShape[] }> {
  for (;;) {
    const { json } = await desk.ask<{ readonly workers: readonly WorkerShape[] }>(['workers', 'list']);
    if (json.workers.some(({ state }) => state === 'BUSY')) return json;
  }
}

/** One task hangs, another one is for a person. */
function openPlan(pidFile: string): unknown {
  return plan('open', [
    phase('only', [
      commandTask('hang', ['node', '-e', HANG, pidFile]),
      { task_id: 'approve', name: 'Approve', kind: 'human_review' },
    ]),
  ]);
}

/** Starts the run that hangs; `meanwhile` is called with its id while its tool works, then it is cancelled. */
export async function cancelledRun(desk: Desk, meanwhile: (runId: string) => Promise<void>): Promise<string> {
  const pidFile = join(desk.repository.folder, 'pid');
  const running = desk.start(['run', desk.plan(openPlan(pidFile), 'open.plan.json'), '--json']);
  await pidFrom(pidFile);
  const { json } = await desk.ask<{ runs: readonly { run_id: string; state: string }[] }>(['status']);
  const runId = json.runs.find((run) => run.state === 'running')?.run_id ?? '';
  await meanwhile(runId);
  await desk.run(['cancel', runId, '--why', 'enough']);
  await running.answer;
  return runId;
}

export async function finishedRun(desk: Desk, document: unknown, name: string): Promise<RunShape> {
  const { json } = await desk.ask<RunShape>(['run', desk.plan(document, `${name}.plan.json`), '--max-parallel', '8']);
  return json;
}
