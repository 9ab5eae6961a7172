// One trial: a run is killed once or twice, started again, and must end as if nothing had happened.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gitIn } from '../fakes/temp-repository.ts';
import { type CliEnd, type KillForm, runCli, startCli } from './crash-process.ts';
import { type CrashProject, type CrashTemplate, checkoutPrint, crashProject } from './crash-project.ts';
import {
  type ProofOrder,
  proveCheckout,
  proveInterrupted,
  proveNothingBegan,
  proveRun,
  proveSilence,
  runIds,
} from './crash-proof.ts';

/** Where it happens: at the n-th fail point, or so many milliseconds after the start. */
export type Kill =
  | { readonly kind: 'point'; readonly point: number }
  | {
      readonly kind: 'time';
      readonly ms: number;
      readonly form: KillForm;
      /** The restart is killed as well, so late; null for one kill only. */
      readonly againMs: number | null;
    };

export interface TrialOrder {
  readonly cli: string;
  readonly template: CrashTemplate;
  /** Names the trial to `--only`. */
  readonly name: string;
  readonly kill: Kill;
  /** The user's `git gc --prune=now` comes between the kill and the restart. */
  readonly gc: boolean;
}

export interface TrialResult {
  readonly name: string;
  readonly kill: Kill;
  readonly gc: boolean;
  /** Kills that met a living process. */
  readonly kills: number;
  /** What the run was at; the last fail point passed. */
  readonly place: string;
  readonly problems: readonly string[];
  /** Kept when there are problems. */
  readonly folder: string;
  /** How long the first command lived. */
  readonly firstMs: number;
}

const MAX_PARALLEL = '4';

export async function runTrial(order: TrialOrder): Promise<TrialResult> {
  const { template, name, kill, gc, cli } = order;
  const project = crashProject(template, name.replaceAll(':', '-'));
  const proof: ProofOrder = { cli, project, template, before: checkoutPrint(project.repository) };
  let outcome: Outcome;
  try {
    outcome = await crashAndRestart(proof, kill, gc);
  } catch (error) {
    outcome = {
      kills: 0,
      firstMs: 0,
      problems: [`the trial itself failed: ${error instanceof Error ? error.stack : String(error)}`],
    };
  }
  const place = lastPoint(project);
  if (outcome.problems.length === 0) rmSync(project.folder, { recursive: true, force: true, maxRetries: 3 });
  return { name, kill, gc, place, ...outcome, folder: project.folder };
}

interface Outcome {
  readonly firstMs: number;
  readonly kills: number;
  readonly problems: readonly string[];
}

async function crashAndRestart(order: ProofOrder, kill: Kill, gc: boolean): Promise<Outcome> {
  let proof = order;
  const start = ['run', proof.project.plan, '--max-parallel', MAX_PARALLEL];
  const first = await runAndKill(proof, start, kill);
  const problems = [...first.problems];
  let kills = first.killed ? 1 : 0;
  let end = first.end;
  for (const againMs of first.killed && kill.kind === 'time' && kill.againMs !== null ? [kill.againMs, null] : [null]) {
    if (end.signal === null) break;
    if (gc) {
      problems.push(...proveCheckout(proof.project, proof.before));
      proof = collectGarbage(proof);
    }
    const [runId] = runIds(proof.project);
    if (runId === undefined) problems.push(...proveNothingBegan(proof));
    const args = runId === undefined ? start : ['resume', runId];
    if (againMs === null || kill.kind === 'point') end = await runCli({ ...proof, args });
    else {
      const again = await runAndKill(proof, args, { ...kill, ms: againMs });
      kills += again.killed ? 1 : 0;
      problems.push(...again.problems);
      end = again.end;
    }
  }
  problems.push(...proveEnd(end));
  const ids = runIds(proof.project);
  if (ids[0] !== undefined) problems.push(...(await proveRun(proof, ids[0])));
  return { firstMs: first.end.ms, kills, problems };
}

/** The user's `git gc` packs our refs with all others and deletes every object that no ref holds. */
function collectGarbage(proof: ProofOrder): ProofOrder {
  const { repository } = proof.project;
  gitIn(repository, ['gc', '-q', '--prune=now']);
  return { ...proof, before: checkoutPrint(repository) };
}

interface Killed {
  readonly end: CliEnd;
  readonly killed: boolean;
  readonly problems: readonly string[];
}

async function runAndKill(proof: ProofOrder, args: readonly string[], kill: Kill): Promise<Killed> {
  const log = { PATCHBAY_FAIL_LOG: pointLog(proof.project) };
  const env = kill.kind === 'point' ? { ...log, PATCHBAY_FAIL_AT: String(kill.point) } : log;
  const running = startCli({ ...proof, args, env });
  const timer = kill.kind === 'time' ? setTimeout(() => running.kill(kill.form), kill.ms) : undefined;
  const end = await running.end;
  clearTimeout(timer);
  if (end.signal === null) return { end, killed: false, problems: [] };
  // With the watchers dead nobody is left to end the tools until the restart does.
  const orphaned = kill.kind === 'time' && kill.form === 'orphans';
  const silent = orphaned ? [] : await proveSilence(proof.project);
  const [runId] = runIds(proof.project);
  const whole = runId === undefined ? [] : await proveInterrupted(proof, runId);
  return { end, killed: true, problems: [...silent, ...whole] };
}

function proveEnd(end: CliEnd): readonly string[] {
  const state = stateIn(end.stdout);
  if (end.exitCode === 0 && state === 'succeeded') return [];
  return [`the last command ended with ${end.exitCode ?? end.signal}, state ${state}: ${end.stderr.trim()}`];
}

function stateIn(stdout: string): string {
  try {
    const report: { state?: string } = JSON.parse(stdout);
    return report.state ?? 'unknown';
  } catch {
    return 'unreadable';
  }
}

function pointLog(project: CrashProject): string {
  return join(project.folder, 'points.log');
}

function lastPoint(project: CrashProject): string {
  try {
    const points = readFileSync(pointLog(project), 'utf8').trim().split('\n');
    return `${points.at(-1)} (${points.length})`;
  } catch {
    return 'before the first fail point';
  }
}

/** A run that nobody kills: how many fail points it passes and how long it takes. */
export async function cleanRun(order: Pick<TrialOrder, 'cli' | 'template'>): Promise<{ points: number; ms: number }> {
  const project = crashProject(order.template, 'clean');
  const proof: ProofOrder = { ...order, project, before: checkoutPrint(project.repository) };
  const args = ['run', project.plan, '--max-parallel', MAX_PARALLEL];
  const { end } = await runAndKill(proof, args, { kind: 'point', point: Number.MAX_SAFE_INTEGER });
  const [runId = ''] = runIds(project);
  const problems = [...proveEnd(end), ...(await proveRun(proof, runId))];
  if (problems.length > 0)
    throw new Error(`A run without a kill fails already, see ${project.folder}:\n${problems.join('\n')}`);
  const points = readFileSync(pointLog(project), 'utf8').trim().split('\n').length;
  rmSync(project.folder, { recursive: true, force: true });
  return { points, ms: end.ms };
}
