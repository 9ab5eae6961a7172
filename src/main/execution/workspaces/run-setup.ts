// Runs the set-up commands of a workspace, one after the other.
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { WorkspaceSetup } from '../../../shared/plan/plan.ts';
import type { Spawn, SpawnExit, SpawnHandle } from '../../../shared/ports/spawn.ts';
import { buildEnvironment, type HostEnv } from '../build-environment.ts';
import type { Slot } from './slot.ts';

const TAIL_BYTES = 2_000;

export interface SetupOrder {
  readonly slot: Slot;
  readonly useId: string;
  readonly setup: WorkspaceSetup;
  readonly spawn: Spawn;
  readonly hostEnv: HostEnv;
}

/** Rejects with `E_SETUP_FAILED` at the first command that does not exit with 0. */
export async function runSetup(order: SetupOrder): Promise<void> {
  let stopped = false;
  for (const [at, argv] of order.setup.commands.entries()) {
    const files = ['stdout', 'stderr'].map((name) => join(order.slot.paths.private, `setup-${at}.${name}.log`));
    const handle = startCommand(order, at, files);
    order.slot.interrupt = () => {
      stopped = true;
      handle.stop();
    };
    try {
      const exit = await handle.exit;
      if (stopped || exit.reason !== 'exit' || exit.exitCode !== 0) throw await setupFailed(argv, exit, files);
    } finally {
      order.slot.interrupt = null;
    }
  }
}

function startCommand(
  { slot, useId, setup, spawn, hostEnv }: SetupOrder,
  at: number,
  files: readonly string[],
): SpawnHandle {
  const { work, home, tmp } = slot.paths;
  const { platform } = process;
  return spawn.start({
    id: `${useId}.setup-${at}`, // `reap(useId)` finds it too
    argv: setup.commands[at] ?? [],
    cwd: work,
    env: buildEnvironment({ hostEnv, platform, workspace: work, home, tmp, additions: [setup.env] }),
    stdin: '',
    stdoutFile: files[0] ?? '',
    stderrFile: files[1] ?? '',
    maxOutputBytes: LIMITS.outputFileBytes,
    wallMs: setup.timeoutMs,
    idleMs: null,
    graceMs: LIMITS.terminateGraceMs,
  });
}

async function setupFailed(argv: readonly string[], exit: SpawnExit, files: readonly string[]): Promise<PatchbayError> {
  const how = exit.reason === 'exit' ? `ended with ${exit.exitCode ?? exit.signal}` : `was ended (${exit.reason})`;
  const tail = (await Promise.all(files.map(readTail))).filter(Boolean).join('\n');
  return new PatchbayError(
    'E_SETUP_FAILED',
    `Set-up command ${argv.join(' ')} ${how}${tail === '' ? '' : `: ${tail}`}`,
    'Run the command in a fresh clone of the project to see what is missing, then correct `setup` in patchbay.yaml.',
    { argv, exitCode: exit.exitCode, reason: exit.reason },
  );
}

async function readTail(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(() => null);
  if (handle === null) return '';
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({
      position: Math.max(0, size - TAIL_BYTES),
      length: TAIL_BYTES,
      buffer: Buffer.alloc(TAIL_BYTES),
    });
    return buffer.subarray(0, bytesRead).toString('utf8').trim();
  } finally {
    await handle.close();
  }
}
