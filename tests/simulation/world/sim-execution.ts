// The execution room of a simulated world: attempts on its machine, with the faults that tools and workspaces have.
import { hash } from 'node:crypto';
import type { AttemptFailure } from '../../../src/shared/domain/attempt.ts';
import { LIMITS } from '../../../src/shared/domain/limits.ts';
import type { CapturedPatch } from '../../../src/shared/domain/patch.ts';
import { asPatchbayError, type ErrorCode, PatchbayError } from '../../../src/shared/lib/errors.ts';
import type {
  AttemptOrder,
  AttemptOutcome,
  AttemptProbe,
  AttemptStarted,
  Execution,
} from '../../../src/shared/ports/execution.ts';
import { type Life, never } from './life.ts';
import type { SimProcess } from './sim-machine.ts';
import type { SimWorld } from './sim-world.ts';

/** Who is at work on an attempt. */
type Phase = 'ours' | 'tool';

/** How the tool of one attempt will end when nobody stops it. */
interface Ending {
  readonly afterMs: number;
  readonly result: 'done' | 'nothing' | 'failed';
  readonly code?: ErrorCode;
  /** Of tools of the project: what their last words say. */
  readonly more?: Pick<AttemptFailure, 'class' | 'retryAfterMs'>;
}

export function createSimExecution(world: SimWorld, life: Life): Execution {
  const stops = new Map<string, () => void>();
  const running = new Map<string, Phase>();
  const { faults, machine } = world;
  return {
    runAttempt: async (order, onStarted) => {
      const stopped = new Promise<'stopped'>((resolve) => stops.set(order.attemptId, () => resolve('stopped')));
      const enter = (phase: Phase) => void running.set(order.attemptId, phase);
      enter('ours');
      try {
        return await runAttempt({ world, life, order, stopped, onStarted, enter });
      } catch (thrown) {
        const { code, message } = asPatchbayError(thrown);
        return outcome('failed', { failure: { code, message } });
      } finally {
        stops.delete(order.attemptId);
        running.delete(order.attemptId);
      }
    },
    stopAttempt: (attemptId) => stops.get(attemptId)?.(),
    probe: async (attemptIds) => {
      await life.pause(world.dice.between(1, 50));
      return attemptIds.map((attemptId) => probeOf(world, attemptId, running.get(attemptId) ?? 'gone'));
    },
    changesSoFar: async () => [],
    salvageAttempt: async (order) => {
      await life.at('salvage begins');
      machine.reap(order.attemptId);
      await life.pause(world.dice.between(1, 500));
      await life.at('the strays of an attempt are ended');
      const workspace = machine.workspaces.get(order.attemptId);
      if (workspace?.dirty !== true) return null;
      if (!faults.hits('salvage-fails')) return captured(order);
      workspace.unread = true;
      throw new PatchbayError('E_DISK', 'the workspace cannot be read', 'Look at it.');
    },
    stagePatch: () => Promise.reject(new Error('no patch comes from elsewhere here')),
    release: async (attemptId) => {
      await life.at('before a workspace goes');
      if (faults.hits('release-fails')) throw new PatchbayError('E_DISK', 'the folder is busy', 'Try again.');
      const workspace = machine.workspaces.get(attemptId);
      if (workspace?.dirty === true && !workspace.unread && !world.isKept(attemptId)) world.lost.push(attemptId);
      machine.workspaces.delete(attemptId);
      await life.at('after a workspace went');
    },
    close: async () => {},
  };
}

/** Bytes that no limit allows. */
const HUNGRY_BYTES = 2 ** 50;
const NO_PROCESS = { state: 'gone', processes: 0, cpuMs: null, memoryBytes: null, outputBytes: 0 } as const;

function probeOf({ machine, clock }: SimWorld, attemptId: string, at: AttemptProbe['at']): AttemptProbe {
  const process = machine.processOf(attemptId);
  if (at !== 'tool') return { attemptId, at, process: null, runningMs: 0 };
  if (process === null) return { attemptId, at, process: { ...NO_PROCESS, id: attemptId }, runningMs: 0 };
  const runningMs = clock.monotonic() - process.startedAt;
  const cpuMs = process.ailing === null ? runningMs : 0;
  const state = process.ailing === 'stopped' ? 'stopped' : 'running';
  const memoryBytes = process.ailing === 'hungry' ? HUNGRY_BYTES : 1;
  const seen = { id: attemptId, state, processes: 1, cpuMs, memoryBytes, outputBytes: 0 } as const;
  return { attemptId, at, process: seen, runningMs };
}

interface Attempt {
  readonly world: SimWorld;
  readonly life: Life;
  readonly order: AttemptOrder;
  readonly stopped: Promise<'stopped'>;
  readonly onStarted: (started: AttemptStarted) => void;
  readonly enter: (phase: Phase) => void;
}

async function runAttempt({ world, life, order, stopped, onStarted, enter }: Attempt): Promise<AttemptOutcome> {
  const { faults, machine } = world;
  const { attemptId, base, task } = order;
  await life.at('before a workspace is taken');
  machine.write('workspace');
  const workspace = { attemptId, base, dirty: false, unread: false };
  machine.workspaces.set(attemptId, workspace);
  if (faults.hits('setup-fails'))
    throw new PatchbayError('E_SETUP_FAILED', 'npm ci ended with 1', 'Look at its output.');
  if ((await Promise.race([life.pause(world.dice.between(1, 2_000)), stopped])) === 'stopped')
    return outcome('stopped');
  await life.at('before a tool starts');
  if (faults.hits('spawn-fails')) throw new PatchbayError('E_SPAWN', 'no such program', 'Install it.');
  const process = machine.start(attemptId, `${order.runId} ${task.taskId}`);
  onStarted({ pid: process.pid, processStart: String(process.pid), workspace: `/ws/${attemptId}` });
  enter('tool');
  workspace.dirty = true;
  process.ailing = ailmentOf(world);
  const ending = endingOf(world, order);
  endByItself(world, process, ending.afterMs);
  const isLost = faults.hits('tool-vanishes');
  if (isLost) machine.end(process.pid);
  const end = await Promise.race([isLost ? never<undefined>() : life.pause(ending.afterMs), stopped]);
  if (end === 'stopped' && faults.hits('tool-ignores-stop')) await life.pause(LIMITS.terminateGraceMs);
  machine.end(process.pid);
  enter('ours');
  await life.at('after a tool ended');
  if (end !== 'stopped' && ending.result === 'nothing') workspace.dirty = false;
  workspace.unread = machine.isFull; // until its capture has gone well
  machine.write('workspace');
  const patch = workspace.dirty ? captured(order) : null;
  await life.at('after its work was captured');
  if (end === 'stopped') return outcome('stopped', { patch });
  if (ending.result === 'nothing') return outcome('no_change');
  if (ending.result === 'done') return outcome('patch', { patch });
  return outcome('failed', {
    patch,
    failure: { code: ending.code ?? 'E_TOOL_FAILURE', message: 'it did not end well', ...ending.more },
  });
}

/** A tool that outlives its engine ends all the same, when it is done. */
function endByItself(world: SimWorld, { pid }: SimProcess, afterMs: number): void {
  world.clock.after(afterMs, () => world.machine.end(pid));
}

function ailmentOf({ faults }: SimWorld): SimProcess['ailing'] {
  if (faults.hits('tool-stopped')) return 'stopped';
  if (faults.hits('tool-silent')) return 'silent';
  return faults.hits('tool-hungry') ? 'hungry' : null;
}

function endingOf(world: SimWorld, order: AttemptOrder): Ending {
  const { faults, dice, pace } = world;
  const { task } = order;
  const [least, most] = pace.toolMs;
  const usual = Math.min(dice.between(least, most), Math.floor(task.timeoutMs / 2));
  if (faults.hits('tool-slow')) return { afterMs: Math.floor(task.timeoutMs * 0.95), result: 'done' };
  if (faults.hits('tool-hangs')) return { afterMs: task.idleTimeoutMs, result: 'failed', code: 'E_IDLE' };
  if (faults.hits('tool-endless')) return { afterMs: task.timeoutMs, result: 'failed', code: 'E_TIMEOUT' };
  if (faults.hits('helper-lost')) return { afterMs: Math.ceil(usual / 2), result: 'failed', code: 'E_SPAWN' };
  if (faults.hits('tool-floods')) return { afterMs: usual, result: 'failed', code: 'E_OUTPUT_LIMIT' };
  const said = lastWordsOf(world, order);
  if (said !== null) return { afterMs: Math.min(usual, 5_000), result: 'failed', more: said };
  if (faults.hits('tool-fails')) return { afterMs: usual, result: 'failed' };
  if (faults.hits('tool-changes-nothing')) return { afterMs: usual, result: 'nothing' };
  return { afterMs: usual, result: 'done' };
}

/** Only tools of the project have providers. */
function lastWordsOf({ faults, dice }: SimWorld, { task }: AttemptOrder): NonNullable<Ending['more']> | null {
  if (task.prompt === undefined) return null;
  if (faults.hits('tool-limits')) {
    const retryAfterMs = dice.pick([0, 1_000, 90_000, 3_600_000]);
    return dice.chance(0.3) ? { class: 'rate_limit' } : { class: 'rate_limit', retryAfterMs };
  }
  if (faults.hits('tool-overloaded')) return { class: 'overloaded' };
  return faults.hits('tool-refuses') ? { class: 'auth' } : null;
}

function outcome(result: AttemptOutcome['result'], parts: Partial<AttemptOutcome> = {}): AttemptOutcome {
  return { result, failure: null, patch: null, usage: null, logs: null, notes: [], ...parts };
}

function captured(order: AttemptOrder): CapturedPatch {
  const diff = new TextEncoder().encode(order.attemptId);
  const sha256 = hash('sha256', diff, 'hex');
  return { base: order.base, tree: 't'.repeat(40), diff, sha256, files: [], insertions: 1, deletions: 0, hunks: 1 };
}
