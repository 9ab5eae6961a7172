// Runs a command gate once, in a workspace of its own; whatever it does there, the tree stays as it was.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateOutcome, GateVerdict } from '../../../shared/domain/gate.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { remedyFor } from '../../../shared/domain/tool-remedies.ts';
import { asPatchbayError, PatchbayError } from '../../../shared/lib/errors.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { GateOrder } from '../../../shared/ports/integration.ts';
import type { Spawn, SpawnExit, SpawnHandle } from '../../../shared/ports/spawn.ts';
import type { Workspace, Workspaces } from '../../../shared/ports/workspaces.ts';
import { gateArgv, gateEnvironmentIn } from './gate-command.ts';
import { type Judged, judgeExit } from './judge-exit.ts';
import { missingIn } from './missing-tool.ts';
import { outputTail } from './output-tail.ts';
import { type Results, readResults } from './reports/read-results.ts';
import { noteReports } from './reports/report-files.ts';

export interface RunOncePorts {
  readonly workspaces: Workspaces;
  readonly spawn: Spawn;
  readonly clock: Clock;
  /** What every gate may see of the host's environment. */
  readonly gateEnvironment: Readonly<Record<string, string>>;
}

export interface Running {
  handle: SpawnHandle | null;
  stopped: boolean;
}

interface Started {
  readonly state: Running;
  readonly logs: string;
}

export async function runOnce(ports: RunOncePorts, order: GateOrder, started: Started): Promise<GateOutcome> {
  const { gateRunId: useId, commit, setup } = order;
  await mkdir(started.logs, { recursive: true });
  // What a run before a crash left there is not what the tree holds.
  if ((await ports.workspaces.find(useId)) !== null) await ports.workspaces.release(useId, 'discard');
  const workspace = await ports.workspaces.acquire({ useId, commit, setup });
  let touched: readonly string[] = [];
  try {
    const ran = await runIn(ports, order, { ...started, workspace });
    touched = ran.exit.reason === 'exit' ? await ports.workspaces.changed(useId) : [];
    return await describe(order, { ...ran, workspace, touched, logs: started.logs });
  } finally {
    await ports.workspaces.release(useId, touched.length > 0 ? 'discard' : 'reuse');
  }
}

interface Ran {
  readonly exit: SpawnExit;
  readonly files: { readonly stdoutFile: string; readonly stderrFile: string };
  /** Reports that were there before. */
  readonly before: ReadonlyMap<string, string>;
}

async function runIn(ports: RunOncePorts, order: GateOrder, into: Started & { workspace: Workspace }): Promise<Ran> {
  const { state, logs, workspace } = into;
  const { gateRunId: useId, commit, tree } = order;
  if (state.stopped)
    throw new PatchbayError('E_CANCELED', 'It was stopped before it began.', 'Run it again.', { useId });
  const argv = gateArgv(order, ports.gateEnvironment);
  await writeFile(join(logs, 'command.json'), `${JSON.stringify({ argv, commit, tree })}\n`);
  const before = await noteReports(workspace.path, order.gate.report?.file ?? null);
  const files = { stdoutFile: join(logs, 'stdout.log'), stderrFile: join(logs, 'stderr.log') };
  const handle = ports.spawn.start({
    id: useId,
    argv,
    cwd: workspace.path,
    env: gateEnvironmentIn(workspace, order, ports.gateEnvironment),
    stdin: '',
    ...files,
    maxOutputBytes: LIMITS.outputFileBytes,
    wallMs: order.gate.timeoutMs,
    idleMs: null,
    graceMs: LIMITS.terminateGraceMs,
  });
  state.handle = handle;
  // Both promises reject together when the program cannot be started; one of them is enough to hear it.
  handle.started.catch(() => undefined);
  return { exit: await exitOf(handle, argv[0] ?? ''), files, before };
}

/** A program that is not there is told with how it is got. */
async function exitOf(handle: SpawnHandle, program: string): Promise<SpawnExit> {
  try {
    return await handle.exit;
  } catch (thrown) {
    const { code, message, values } = asPatchbayError(thrown);
    const isAbsent = code === 'E_SPAWN' && (values.code === 'ENOENT' || values.path !== undefined);
    // A path is of the tree, or of what its set-up makes.
    if (!isAbsent || /[\\/]/.test(program)) throw thrown;
    throw new PatchbayError('E_TOOL_UNAVAILABLE', message, remedyFor(program), { program });
  }
}

interface Described extends Ran {
  readonly workspace: Workspace;
  readonly touched: readonly string[];
  readonly logs: string;
}

async function describe(order: GateOrder, ran: Described): Promise<GateOutcome> {
  const { exit, files, before, workspace, touched, logs } = ran;
  const tail = await outputTail(files.stdoutFile, files.stderrFile);
  const byExit = judgeExit(order, exit);
  const missing =
    byExit.verdict === 'failed' ? await missingIn(workspace.path, { argv: order.gate.argv, exit, tail }) : null;
  const { exitCode, durationMs } = exit;
  const facts = { exitCode, durationMs, tail, logs, cached: false };
  if (missing !== null) {
    const message = `it needs ${missing.what}, which is not on this machine. ${missing.remedy}`;
    return { verdict: 'error', ...facts, message, missing: missing.need };
  }
  const hasFailed = byExit.verdict !== 'passed';
  const report = order.gate.report ?? null;
  const results = await readResults({ report, folder: workspace.path, ...files, before, hasFailed });
  const { verdict, message } = !hasFailed && results.decides ? denied(results) : byExit;
  const words = [message, ...namedShort(verdict, results), ...results.notes, ...notesOn(exit, touched)]
    .filter((part) => part !== '')
    .join('; ');
  return { verdict, ...facts, message: words, ...named(verdict, results) };
}

/** The program says that all is well, and its report that it is not. */
function denied({ failed }: Results): Judged {
  return { verdict: 'failed', message: `its report names ${failed} failing test(s), whatever its exit code says` };
}

const SHOWN = 3;

/** So that whoever reads only why a patch was refused reads what failed. */
function namedShort(verdict: GateVerdict, { failures, failed }: Results): readonly string[] {
  if (verdict !== 'failed' || failures.length === 0) return [];
  const names = failures.slice(0, SHOWN).map(({ name, file, line }) => {
    const place = file === null ? '' : ` (${file}${line === null ? '' : `:${line}`})`;
    return `${name}${place}`;
  });
  const rest = failed > names.length ? ` and ${failed - names.length} more` : '';
  return [`failed: ${names.join(', ')}${rest}`];
}

function named(verdict: GateVerdict, { failures, failed }: Results): Pick<GateOutcome, 'failures' | 'failed'> {
  if (verdict === 'passed' || failures.length === 0) return {};
  return failed > failures.length ? { failures, failed } : { failures };
}

function notesOn(exit: SpawnExit, touched: readonly string[]): readonly string[] {
  const notes: string[] = [];
  if (exit.leftovers > 0) notes.push(`${exit.leftovers} process(es) it left behind were ended`);
  if (touched.length > 0) {
    const shown = touched.slice(0, 3).join(', ');
    notes.push(`it changed ${touched.length} tracked file(s), which was not kept: ${shown}`);
  }
  return notes;
}
