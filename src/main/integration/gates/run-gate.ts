// Runs a command gate on a candidate in a workspace of its own; whatever it does there, the tree stays as it was.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GateOutcome, GateVerdict } from '../../../shared/domain/gate.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { unreachable } from '../../../shared/lib/assert.ts';
import { asPatchbayError, PatchbayError } from '../../../shared/lib/errors.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Git } from '../../../shared/ports/git.ts';
import type { GateOrder } from '../../../shared/ports/integration.ts';
import type { Spawn, SpawnExit, SpawnHandle } from '../../../shared/ports/spawn.ts';
import type { Workspaces } from '../../../shared/ports/workspaces.ts';
import { changedFiles } from './changed-files.ts';
import { type GateCache, gateKey } from './gate-cache.ts';
import { gateArgv, gateEnvironmentIn, gateSettings } from './gate-command.ts';
import { outputTail } from './output-tail.ts';
import { type Results, readResults } from './reports/read-results.ts';
import { noteReports } from './reports/report-files.ts';

export interface GatePorts {
  readonly git: Git;
  readonly workspaces: Workspaces;
  readonly spawn: Spawn;
  readonly clock: Clock;
  readonly cache: GateCache;
  readonly artifactsDir: string;
  /** What every gate may see of the host's environment. */
  readonly gateEnvironment: Readonly<Record<string, string>>;
}

export interface Gates {
  /** Faults are outcomes with the verdict `error`. */
  run(order: GateOrder): Promise<GateOutcome>;
  /** Unknown ids are nothing. */
  stop(gateRunId: string): void;
  stopAll(): void;
}

interface Running {
  handle: SpawnHandle | null;
  stopped: boolean;
}

export function createGates(ports: GatePorts): Gates {
  const running = new Map<string, Running>();
  function stop(gateRunId: string): void {
    const one = running.get(gateRunId);
    if (one === undefined) return;
    one.stopped = true;
    one.handle?.stop();
  }
  return {
    stop,
    stopAll: () => [...running.keys()].forEach(stop),
    async run(order) {
      const key = gateKey(order, gateSettings(order, ports.gateEnvironment));
      const known = await ports.cache.find(key);
      if (known !== null) return { ...known, cached: true };
      const state: Running = { handle: null, stopped: false };
      running.set(order.gateRunId, state);
      try {
        const outcome = await runFresh(ports, order, state);
        await ports.cache.keep(key, outcome);
        return outcome;
      } finally {
        running.delete(order.gateRunId);
      }
    },
  };
}

async function runFresh(ports: GatePorts, order: GateOrder, state: Running): Promise<GateOutcome> {
  const startedAt = ports.clock.monotonic();
  const logs = join(ports.artifactsDir, 'gates', order.gateRunId);
  try {
    return await runInWorkspace(ports, order, { state, logs });
  } catch (thrown) {
    const fault = asPatchbayError(thrown);
    if (fault.code === 'E_INTERNAL') throw thrown;
    const durationMs = Math.round(ports.clock.monotonic() - startedAt);
    const tail = await outputTail(join(logs, 'stdout.log'), join(logs, 'stderr.log'));
    const message = `${fault.message.replace(/[.]$/, '')}. ${fault.advice}`.trim();
    return { verdict: 'error', exitCode: null, durationMs, tail, logs, cached: false, message };
  } finally {
    await ports.workspaces.release(order.gateRunId);
  }
}

interface Started {
  readonly state: Running;
  readonly logs: string;
}

async function runInWorkspace(ports: GatePorts, order: GateOrder, { state, logs }: Started): Promise<GateOutcome> {
  const { gateRunId: useId, commit, setup } = order;
  await mkdir(logs, { recursive: true });
  const workspace = await ports.workspaces.acquire({ useId, commit, setup });
  if (state.stopped)
    throw new PatchbayError('E_CANCELED', 'It was stopped before it began.', 'Run it again.', { useId });
  const argv = gateArgv(order, ports.gateEnvironment);
  const sinceMs = await noteCommand(join(logs, 'command.json'), { argv, commit, tree: order.tree });
  const report = order.gate.report ?? null;
  const before = await noteReports(workspace.path, report?.file ?? null);
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
  const exit = await handle.exit;
  const looked = { folder: workspace.path, tree: order.tree, sinceMs };
  const touched = exit.reason === 'exit' ? await changedFiles(ports.git, looked) : [];
  const { stdoutFile, stderrFile } = files;
  const tail = await outputTail(stdoutFile, stderrFile);
  const judged = judge(order, exit);
  const hasFailed = judged.verdict !== 'passed';
  const results = await readResults({ report, folder: workspace.path, ...files, before, hasFailed });
  const { verdict, message } = !hasFailed && results.decides ? denied(results) : judged;
  const words = [message, ...results.notes, ...notesOn(exit, touched)].filter((part) => part !== '').join('; ');
  const { exitCode, durationMs } = exit;
  return { verdict, exitCode, durationMs, tail, logs, cached: false, message: words, ...named(verdict, results) };
}

/** The program says that all is well, and its report that it is not. */
function denied({ failed }: Results): Pick<GateOutcome, 'verdict' | 'message'> {
  return { verdict: 'failed', message: `its report names ${failed} failing test(s), whatever its exit code says` };
}

function named(verdict: GateVerdict, { failures, failed }: Results): Pick<GateOutcome, 'failures' | 'failed'> {
  if (verdict === 'passed' || failures.length === 0) return {};
  return failed > failures.length ? { failures, failed } : { failures };
}

/** Leaves what was run beside its output; the time of that file tells later which files the gate changed. */
async function noteCommand(path: string, command: object): Promise<number> {
  await writeFile(path, `${JSON.stringify(command)}\n`);
  // File times may be as coarse as the kernel's tick.
  return (await stat(path)).mtimeMs - 50;
}

/** Part of a sentence that begins with the gate's name and its verdict. */
function judge({ gate }: GateOrder, exit: SpawnExit): Pick<GateOutcome, 'verdict' | 'message'> {
  switch (exit.reason) {
    case 'exit': {
      if (exit.exitCode === gate.expectedExit) return { verdict: 'passed', message: '' };
      const how = exit.exitCode === null ? `was ended by ${exit.signal}` : `ended with exit code ${exit.exitCode}`;
      return { verdict: 'failed', message: `it ${how}, ${gate.expectedExit} was expected` };
    }
    case 'wall':
      return { verdict: 'error', message: `it was stopped, it took longer than ${gate.timeoutMs / 1000} s` };
    case 'output':
      return { verdict: 'error', message: `it was stopped, it wrote more than ${LIMITS.outputFileBytes} bytes` };
    case 'idle':
      return { verdict: 'error', message: 'it was stopped, it wrote nothing for too long' };
    case 'stopped':
      return { verdict: 'error', message: 'it was stopped' };
    case 'helper-lost':
      return { verdict: 'error', message: 'it was lost with the process that started it' };
    default:
      return unreachable(exit.reason, 'reason of an exit');
  }
}

function notesOn(exit: SpawnExit, touched: readonly string[]): readonly string[] {
  const notes: string[] = [];
  if (exit.leftovers > 0) notes.push(`${exit.leftovers} process(es) it left behind were ended`);
  if (touched.length > 0) {
    const named = touched.slice(0, 3).join(', ');
    notes.push(`it changed ${touched.length} tracked file(s), which was not kept: ${named}`);
  }
  return notes;
}
