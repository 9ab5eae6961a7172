// Whether a command can be carried out on a run as it is: judged before anything is decided, so that a refusal changes nothing.
import type { Command, CommandName, CommandWork } from '../../shared/domain/command.ts';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { RunNode } from '../state/run-state.ts';
import { refuseDependency } from './judge-dependency.ts';
import { type ImportWork, refuseImport } from './judge-import.ts';
import { reviewRefusal } from './judge-review-command.ts';
import { type TaskWork, taskRefusal } from './judge-task-command.ts';

export type Judgement =
  | { readonly kind: 'new' }
  /** Accepted before, by its id: there is nothing left to do. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly error: PatchbayError };

const NEW: Judgement = { kind: 'new' };

/** Pure; also for runs that have ended and are in no engine any more. */
export function judgeCommand(run: RunNode, { commandId, work }: Command): Judgement {
  const known = run.commands.get(commandId);
  if (known !== undefined) return isSame(known, work) ? { kind: 'repeated' } : usedBefore(commandId, known);
  if (run.endedAt !== null) return hasEnded(run, work);
  switch (work.name) {
    case 'pause':
      return run.control === 'active' || run.control === 'waiting' ? NEW : wrongControl(run, work);
    case 'resume':
      return run.control === 'stopping' ? wrongControl(run, work) : NEW;
    case 'stop':
      return canStop(run, work.mode === 'kill' ? ['drain'] : []) ? NEW : wrongControl(run, work);
    case 'cancel':
      return canStop(run, ['drain', 'kill']) ? NEW : wrongControl(run, work);
    case 'parallel':
      return judgeParallel(run, work);
    case 'depend':
      return judgeDependency(run, work);
    case 'drain-worker':
    case 'release-worker':
      return judgeWorker(run, work);
    case 'reset-tool':
      return judgeTool(run, work.tool);
    case 'approve':
    case 'reject':
      return judgeReview(run, work);
    case 'import-patch':
      return judgeImport(run, work);
    case 'retry':
    case 'skip':
    case 'prioritise':
      return judgeTaskCommand(run, work);
  }
}

/** The head that a voter saw has moved on by the second delivery; what they said has not. */
function isSame(one: CommandWork, other: CommandWork): boolean {
  const keys = [...Object.keys(one), ...Object.keys(other)].filter((key) => key !== 'head');
  return keys.every((key) => JSON.stringify(Reflect.get(one, key)) === JSON.stringify(Reflect.get(other, key)));
}

/** A stop may become a harder one, never a softer one. */
function canStop(run: RunNode, softer: readonly RunNode['ending'][]): boolean {
  return run.control !== 'stopping' || softer.includes(run.ending);
}

function judgeParallel(run: RunNode, work: CommandWork): Judgement {
  if (run.control === 'stopping') return wrongControl(run, work);
  if (!run.oneAtATime) return NEW;
  const message = `The plan of run ${run.runId} is sequential: it has one task in hand at a time.`;
  return refuse(run, message, 'Start the plan with --strategy dag to run tasks side by side.');
}

function judgeDependency(run: RunNode, work: Extract<CommandWork, { name: 'depend' }>): Judgement {
  if (run.control === 'stopping') return wrongControl(run, work);
  const error = refuseDependency(run, work);
  return error === null ? NEW : { kind: 'refused', error };
}

/** Draining one that drains already is nothing; whoever is not in quarantine cannot be released from it. */
function judgeWorker(run: RunNode, { name, workerId }: WorkerWork): Judgement {
  const worker = run.workers.get(workerId);
  if (worker === undefined) {
    const message = `Run ${run.runId} has no worker ${workerId}.`;
    const advice = 'List them with `patchbay workers list`.';
    return {
      kind: 'refused',
      error: new PatchbayError('E_NOT_FOUND', message, advice, { runId: run.runId, workerId }),
    };
  }
  if (worker.state === 'TERMINATED') {
    return refuse(run, `Worker ${workerId} has ended: ${worker.reason}.`, 'Others take its place as they are needed.');
  }
  if (name === 'release-worker' && worker.quarantined === null) {
    return refuse(run, `Worker ${workerId} is not in quarantine.`, 'It is given tasks as the others are.');
  }
  return NEW;
}

/** A tool that is in use needs nobody's word. */
function judgeTool(run: RunNode, toolId: string): Judgement {
  const tool = run.tools.get(toolId);
  if (tool === undefined) {
    const message = `Run ${run.runId} has no tool ${toolId}.`;
    const advice = 'List them with `patchbay tools list`.';
    const values = { runId: run.runId, tool: toolId };
    return { kind: 'refused', error: new PatchbayError('E_NOT_FOUND', message, advice, values) };
  }
  if (tool.state !== 'closed' || tool.limitedUntil !== null) return NEW;
  return refuse(run, `Tool ${toolId} is neither shut off nor at rest.`, 'It is given tasks as it is.');
}

type WorkerWork = Extract<CommandWork, { readonly workerId: string }>;

function judgeTaskCommand(run: RunNode, work: TaskWork): Judgement {
  if (run.control === 'stopping') return wrongControl(run, work);
  const error = taskRefusal(run, work);
  return error === null ? NEW : { kind: 'refused', error };
}

function judgeReview(run: RunNode, work: Extract<CommandWork, { readonly reviewId: string }>): Judgement {
  if (run.control === 'stopping') return wrongControl(run, work);
  const error = reviewRefusal(run, work);
  return error === null ? NEW : { kind: 'refused', error };
}

function judgeImport(run: RunNode, work: ImportWork): Judgement {
  if (run.control === 'stopping') return wrongControl(run, work);
  const error = refuseImport(run, work);
  return error === null ? NEW : { kind: 'refused', error };
}

function usedBefore(commandId: string, known: CommandWork): Judgement {
  const message = `Command ${commandId} was given before and was another one: ${known.name}.`;
  const error = new PatchbayError('E_USAGE', message, 'Nothing was changed. Give each command an id of its own.', {
    commandId,
    known,
  });
  return { kind: 'refused', error };
}

const DONE: Readonly<Record<CommandName, string>> = {
  pause: 'paused',
  resume: 'resumed',
  stop: 'stopped',
  cancel: 'cancelled',
  retry: 'told to try a task again',
  skip: 'told to skip a task',
  prioritise: 'told to prefer a task',
  parallel: 'given more or fewer tools at once',
  depend: 'given another dependency',
  'drain-worker': 'told to let a worker end',
  'release-worker': 'told to release a worker',
  'reset-tool': 'told to let a tool in again',
  approve: 'told that a patch is approved',
  reject: 'told that a patch is rejected',
  'import-patch': 'given a patch from elsewhere',
};

function hasEnded(run: RunNode, { name }: CommandWork): Judgement {
  const message = `Run ${run.runId} has ended (${run.state}) and cannot be ${DONE[name]}.`;
  return refuse(
    run,
    message,
    'Nothing of it runs any more. Start a new run of the plan, or publish what it committed.',
  );
}

function wrongControl(run: RunNode, { name }: CommandWork): Judgement {
  const how = run.control === 'stopping' ? `stopping (${run.ending})` : run.control;
  const message = `Run ${run.runId} is ${how} and cannot be ${DONE[name]} now.`;
  return refuse(run, message, `Nothing was changed. Possible now: ${possible(run).join(', ')}.`);
}

const ALWAYS = ['stop', 'stop --kill', 'cancel', 'retry', 'skip', 'prioritise', 'parallel'];

/** What a run that goes on can be told, by the names of the command line. */
function possible(run: RunNode): readonly string[] {
  switch (run.control) {
    case 'active':
    case 'waiting':
      return ['pause', ...ALWAYS];
    case 'pausing':
    case 'paused':
      return ['resume', ...ALWAYS];
    case 'stopping':
      if (run.ending === 'cancel') return ['nothing but to wait for its end'];
      return run.ending === 'drain' ? ['stop --kill', 'cancel'] : ['cancel'];
  }
}

function refuse(run: RunNode, message: string, advice: string): Judgement {
  const { runId, state, control } = run;
  return { kind: 'refused', error: new PatchbayError('E_WRONG_STATE', message, advice, { runId, state, control }) };
}
