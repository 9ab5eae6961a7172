// What the end of a tool's process means: the limits are ours to judge, the exit code is the adapter's.
import type { AttemptFailure, AttemptUsage } from '../../shared/domain/attempt.ts';
import type { TaskPlan } from '../../shared/plan/plan.ts';
import type { SpawnExit } from '../../shared/ports/spawn.ts';
import type { Adapter } from './adapters/adapter.ts';

export type Judgement =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly failure: AttemptFailure };

export function judgeExit(adapter: Adapter, task: TaskPlan, exit: SpawnExit): Judgement {
  switch (exit.reason) {
    case 'exit': {
      const failure = adapter.judge(task, exit);
      return failure === null ? { kind: 'done' } : { kind: 'failed', failure };
    }
    case 'stopped':
      return { kind: 'stopped' };
    case 'wall':
      return failed('E_TIMEOUT', `The tool ran longer than ${task.timeoutMs / 1000} s and was ended`);
    case 'idle':
      return failed('E_IDLE', `The tool wrote no output for ${task.idleTimeoutMs / 1000} s and was ended`);
    case 'output':
      return failed('E_OUTPUT_LIMIT', `The tool wrote more than ${exit.outputBytes} bytes of output and was ended`);
    case 'helper-lost':
      return failed('E_SPAWN', 'The process that watched the tool was killed, and the tool was ended with it');
  }
}

function failed(code: AttemptFailure['code'], message: string): Judgement {
  return { kind: 'failed', failure: { code, message } };
}

export function usageOf(exit: SpawnExit): AttemptUsage {
  const { exitCode, signal, durationMs, outputBytes, leftovers, reason } = exit;
  return { exitCode, signal, durationMs, outputBytes, outputTruncated: reason === 'output', leftovers };
}
