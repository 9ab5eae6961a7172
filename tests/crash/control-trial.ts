// One trial with several runs in one service: commands are given while it is killed, and given again after its restart.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findOwner } from '../../src/main/hosts/owner/acquire-owner.ts';
import { projectPaths } from '../../src/main/hosts/service/project-paths.ts';
import type { CommandParams } from '../../src/shared/ipc/command-methods.ts';
import { PatchbayError } from '../../src/shared/lib/errors.ts';
import type { Service } from '../../src/shared/ports/service.ts';
import { COMMANDS, FLAKY, type Given, MORE_PLANS, RETRY_ID, type RunName, SKIPPED, STEP_IDS } from './control-plans.ts';
import { type CliEnd, type RunningCli, startCli } from './crash-process.ts';
import { type CrashTemplate, checkoutPrint, crashProject } from './crash-project.ts';
import { committedTasks, inLedger, type ProofOrder, proveCommits, proveRuns } from './crash-proof.ts';
import type { Kill, TrialResult } from './crash-trial.ts';

export interface ControlTrialOrder {
  readonly cli: string;
  readonly template: CrashTemplate;
  readonly name: string;
  /** Null: nobody is killed. */
  readonly kill: Kill | null;
}

/** How long the persons of the trial wait between two commands: they shall meet the runs at different places. */
const BETWEEN_MS = 150;
const MAX_LIVES = 4;
/** Of 10 ms each: half a minute, for a machine that has a lot to do. */
const UNTIL_TRIES = 3_000;
const MORE: readonly ('second' | 'third')[] = ['second', 'third'];

export interface ControlResult extends Omit<TrialResult, 'kill' | 'gc'> {
  /** Fail points that a process passes which nobody kills; else 0. */
  readonly points: number;
}

export async function controlTrial({ cli, template, name, kill }: ControlTrialOrder): Promise<ControlResult> {
  const project = crashProject(template, name.replaceAll(':', '-'));
  for (const plan of MORE) writeFileSync(planFile(project.folder, plan), MORE_PLANS[plan]);
  const proof: ProofOrder = { cli, project, template, before: checkoutPrint(project.repository) };
  const answered = new Set<string>();
  const log = join(project.folder, 'points.log');
  const env = { PATCHBAY_FAIL_LOG: log, ...(kill?.kind === 'point' ? { PATCHBAY_FAIL_AT: String(kill.point) } : {}) };
  const problems: string[] = [];
  const first = startCli({ cli, project, args: ['run', project.plan, '--max-parallel', '3'], env });
  const timer = kill?.kind === 'time' ? setTimeout(() => first.kill(kill.form), kill.ms) : undefined;
  let end = await live(proof, first, answered, problems);
  clearTimeout(timer);
  const { ms: firstMs } = end;
  const kills = end.signal === null ? 0 : 1;
  if (kills > 0) problems.push(...[...answered].filter((id) => !acceptedIds(proof).includes(id)).map(lost));
  // A process leaves when its own run has ended and nobody waits for another; what is open then goes on in the next.
  for (let lives = 0; lives < MAX_LIVES; lives += 1) {
    const args = nextArgs(proof);
    if (args === null) break;
    end = await live(proof, startCli({ cli, project, args }), answered, problems);
  }
  if (end.exitCode !== 0)
    problems.push(`the last process ended with ${end.exitCode ?? end.signal}: ${end.stderr.trim()}`);
  problems.push(...(await proveControl(proof, answered)));
  const points = kill === null ? linesOf(log) : 0;
  if (problems.length === 0) rmSync(project.folder, { recursive: true, force: true, maxRetries: 3 });
  return { name, kills, place: '', problems, folder: project.folder, firstMs, points };
}

/** The run of a plan, or what is open of the others; null when every run has ended. */
function nextArgs(proof: ProofOrder): readonly string[] | null {
  if (!runsOf(proof).has('crash')) return ['run', proof.project.plan, '--max-parallel', '3'];
  const open = [...stateOf(proof)].find(([, { state }]) => state === 'pending' || state === 'running');
  if (open === undefined) return null;
  const [runId, { control }] = open;
  // A run that waits for a person ends the process at once: the person's word has to come with it.
  return control === 'waiting' ? ['retry', runId, FLAKY, '--command-id', RETRY_ID] : ['resume', runId];
}

function planFile(folder: string, name: string): string {
  return join(folder, `${name}.plan.yaml`);
}

/** Of the log of fail points. */
function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').length : 0;
}

function lost(commandId: string): string {
  return `command ${commandId} was answered and is not in the ledger after the kill`;
}

/** From the start of a process to its end: the other runs are started in it, all commands are given, all runs end. */
async function live(proof: ProofOrder, host: RunningCli, answered: Set<string>, problems: string[]): Promise<CliEnd> {
  let isOver = false;
  const end = host.end.finally(() => {
    isOver = true;
  });
  const service = await connect(proof, () => isOver);
  if (service === null) return end;
  try {
    await driveRuns(proof, service, answered, () => isOver);
  } catch (error) {
    // The process went away under the commands: that is what the trial is for.
    const isGone = error instanceof PatchbayError && ['E_OWNER_GONE', 'E_OWNED'].includes(error.code);
    if (!isGone) problems.push(`the service answered ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await service.close();
  }
  return end;
}

async function connect({ project }: ProofOrder, isOver: () => boolean): Promise<Service | null> {
  const { root } = await projectPaths(project.repository, project.data);
  while (!isOver()) {
    const found = await findOwner(root);
    const service = found === null ? null : await found.connect().catch(() => null);
    if (service !== null) return service;
    await delay(10);
  }
  return null;
}

/** `isGone`: the process has ended, and nothing it has not done yet will come of it. */
async function driveRuns(
  proof: ProofOrder,
  service: Service,
  answered: Set<string>,
  isGone: () => boolean,
): Promise<void> {
  const { folder } = proof.project;
  const ids = new Map<RunName, string>();
  const [first] = (await until(() => runsOf(proof).get('crash'))) ?? [];
  if (first !== undefined) ids.set('first', first);
  for (const name of MORE) {
    const [known] = runsOf(proof).get(name) ?? [];
    const options = { maxParallel: 2 };
    ids.set(name, known ?? (await service.call('run.start', { planFile: planFile(folder, name), options })).runId);
  }
  for (const given of COMMANDS) {
    const runId = ids.get(given.run);
    if (given.work.name === 'retry') await until(() => (hasFailed(proof, FLAKY) || isGone() ? true : undefined));
    if (runId !== undefined && (await give(service, given, runId))) answered.add(given.commandId);
    await delay(BETWEEN_MS);
  }
  // All at once: a process leaves when nobody waits for anything in it any more.
  await Promise.all([...ids.values()].map((runId) => service.call('run.wait', { runId })));
}

async function until<T>(ask: () => T | undefined): Promise<T | undefined> {
  for (let tries = 0; tries < UNTIL_TRIES; tries += 1) {
    const found = ask();
    if (found !== undefined) return found;
    await delay(10);
  }
  return undefined;
}

/** False where the run had gone on too far for the command: it was refused and changed nothing. */
async function give(service: Service, { work, commandId }: Given, runId: string): Promise<boolean> {
  const params: CommandParams = { runId, commandId };
  try {
    switch (work.name) {
      case 'pause':
        await service.call('run.pause', params);
        break;
      case 'resume':
        await service.call('run.resume', params);
        break;
      case 'stop':
        await service.call('run.stop', { ...params, mode: work.mode });
        break;
      case 'cancel':
        await service.call('run.cancel', params);
        break;
      case 'parallel':
        await service.call('run.parallel', { ...params, maxParallel: work.maxParallel });
        break;
      case 'retry':
        await service.call('run.retry', { ...params, taskId: work.taskId });
        break;
      case 'skip':
        await service.call('run.skip', { ...params, taskId: work.taskId });
        break;
      default:
        throw new Error(`no trial gives the command ${work.name}`);
    }
    return true;
  } catch (error) {
    if (error instanceof PatchbayError && error.code === 'E_WRONG_STATE') return false;
    throw error;
  }
}

/** Ids of the runs by the id of their plan. */
function runsOf({ project }: ProofOrder): ReadonlyMap<string, readonly string[]> {
  const rows = inLedger(project, (db) =>
    db.prepare<[], { readonly plan_id: string; readonly run_id: string }>('SELECT plan_id, run_id FROM runs').all(),
  );
  const runs = new Map<string, string[]>();
  for (const { plan_id, run_id } of rows ?? []) runs.set(plan_id, [...(runs.get(plan_id) ?? []), run_id]);
  return runs;
}

/** In the order of the log, all runs together. */
function acceptedIds({ project }: ProofOrder): readonly string[] {
  const sql = `SELECT payload FROM run_events WHERE event_type = 'command-accepted' ORDER BY seq`;
  const payloads = inLedger(project, (db) => db.prepare<[], string>(sql).pluck().all()) ?? [];
  return payloads.map((payload) => String(JSON.parse(payload).commandId));
}

async function proveControl(proof: ProofOrder, answered: ReadonlySet<string>): Promise<readonly string[]> {
  const runs = runsOf(proof);
  const accepted = acceptedIds(proof);
  const problems: string[] = [];
  const states = new Map([...stateOf(proof)].map(([runId, { state }]) => [runId, state]));
  for (const plan of ['crash', ...MORE]) {
    const count = runs.get(plan)?.length ?? 0;
    if (count !== 1) problems.push(`there are ${count} runs of plan ${plan}`);
  }
  if (new Set(accepted).size !== accepted.length) problems.push(`a command counts twice: ${accepted.join(', ')}`);
  problems.push(...[...answered].filter((id) => !accepted.includes(id)).map(lost));
  const [first = '', second = '', third = ''] = ['crash', ...MORE].map((plan) => runs.get(plan)?.[0] ?? '');
  if (states.get(first) !== 'succeeded') problems.push(`the first run ended as ${states.get(first)}`);
  if (states.get(second) !== 'succeeded') problems.push(`the second run ended as ${states.get(second)}`);
  const isStopped = COMMANDS.some(({ run, commandId }) => run === 'third' && accepted.includes(commandId));
  // A stop that came when the last step was done leaves a run that has succeeded.
  const allowed = isStopped ? ['canceled', 'succeeded'] : ['succeeded'];
  if (!allowed.includes(states.get(third) ?? '')) problems.push(`the third run ended as ${states.get(third)}`);
  if (problems.length > 0) return problems;
  const done = committedTasks(proof, second);
  const isSkipped = COMMANDS.some(({ work, commandId }) => work.name === 'skip' && accepted.includes(commandId));
  const wanted = [FLAKY, ...STEP_IDS.filter((id) => !isSkipped || id !== SKIPPED)];
  if (done.join() !== wanted.join()) problems.push(`the second run committed ${done.join(', ')}`);
  return [...problems, ...proveCommits(proof, first), ...(await proveRuns(proof, [first, second, third]))];
}

/** The newest life of the task has ended so, in whichever run has it. */
function hasFailed({ project }: ProofOrder, taskId: string): boolean {
  const sql = 'SELECT state FROM tasks WHERE task_id = ? ORDER BY task_ulid DESC LIMIT 1';
  return inLedger(project, (db) => db.prepare<[string], string>(sql).pluck().get(taskId)) === 'failed';
}

interface Standing {
  readonly state: string;
  readonly control: string;
}

function stateOf({ project }: ProofOrder): ReadonlyMap<string, Standing> {
  const sql = 'SELECT run_id, state, control FROM runs';
  const rows = inLedger(project, (db) => db.prepare<[], Standing & { run_id: string }>(sql).all());
  return new Map((rows ?? []).map(({ run_id, state, control }) => [run_id, { state, control }]));
}
