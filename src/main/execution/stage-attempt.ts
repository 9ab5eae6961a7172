// One attempt of a task whose patch is there already: it is applied to the base from outside, without a workspace.
import type { AttemptFailure } from '../../shared/domain/attempt.ts';
import { asPatchbayError } from '../../shared/lib/errors.ts';
import type { AttemptOrder, AttemptOutcome, AttemptStarted } from '../../shared/ports/execution.ts';
import type { ExecutionPorts } from './execution-ports.ts';

export interface StageRun {
  readonly ports: Pick<ExecutionPorts, 'workspaces' | 'faults'>;
  readonly order: AttemptOrder;
  readonly onStarted: (started: AttemptStarted) => void;
  readonly signal: AbortSignal;
}

/** Never rejects. A patch that does not fit would not fit the next time either. */
export async function stageAttempt(run: StageRun, diff: Uint8Array): Promise<AttemptOutcome> {
  const { ports, order, onStarted, signal } = run;
  const nothing = { failure: null, patch: null, usage: null, logs: null, notes: [] };
  if (signal.aborted) return { ...nothing, result: 'stopped' };
  onStarted({ pid: null, processStart: null, workspace: '' });
  ports.faults.at('attempt-after-start');
  try {
    const staged = await ports.workspaces.stagePatch({ useId: order.attemptId, diff, base: order.base });
    if (signal.aborted) return { ...nothing, result: 'stopped' };
    if (staged.kind === 'refused')
      return { ...nothing, result: 'failed', failure: doesNotFit(order.base, staged.reason) };
    ports.faults.at('attempt-after-capture');
    const { patch, offsets: notes } = staged;
    return { ...nothing, result: patch === null ? 'no_change' : 'patch', patch, notes };
  } catch (error) {
    const { code, message } = asPatchbayError(error);
    return { ...nothing, result: 'failed', failure: { code, message } };
  }
}

function doesNotFit(base: string, reason: string): AttemptFailure {
  return { code: 'E_PATCH_REFUSED', message: `The patch does not apply to ${base.slice(0, 10)}: ${reason}` };
}
