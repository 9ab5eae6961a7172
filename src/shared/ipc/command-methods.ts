// The methods by which a person moves a run that goes on: each is a command, known by its id.
import { FOUND_EDGES, type FoundEdge, STOP_MODES, type StopMode } from '../domain/command.ts';
import { LIMITS } from '../domain/limits.ts';
import { id, object } from './schema-parts.ts';

/** Of every command: it holds once it is answered, and delivered again under the same id it changes nothing. */
export interface CommandParams {
  readonly runId: string;
  /** A ULID, made by whoever asks. */
  readonly commandId: string;
  /** A sentence for the log. */
  readonly reason?: string;
}

/** Method name → input and output; each answers the run. */
export interface CommandMethods<Run> {
  /** Nothing new starts; paused when what is under way has ended. */
  'run.pause': { params: CommandParams; result: Run };
  /** Lets a paused or an interrupted run go on. */
  'run.resume': { params: CommandParams; result: Run };
  /** Nothing new starts, and the run ends when what it has in hand is committed; `kill` stops the tools first. */
  'run.stop': { params: CommandParams & { readonly mode: StopMode }; result: Run };
  /** Ends the run; nothing more is committed. */
  'run.cancel': { params: CommandParams; result: Run };
  /** Of a task that failed or waits for another try; of a workstream or phase that was not accepted, another judgement. */
  'run.retry': { params: CommandParams & { readonly taskId: string }; result: Run };
  /** Counts as completed without a change. */
  'run.skip': { params: CommandParams & { readonly taskId: string }; result: Run };
  /** Before all others unless a priority is given. */
  'run.prioritise': {
    params: CommandParams & { readonly taskId: string; readonly priority?: number };
    result: Run;
  };
  /** A task that has not started comes after another one, too. */
  'run.depend': {
    params: CommandParams & { readonly taskId: string; readonly on: string; readonly edge: FoundEdge };
    result: Run;
  };
  'run.parallel': { params: CommandParams & { readonly maxParallel: number }; result: Run };
}

const taskId = { type: 'string', minLength: 1, maxLength: 1000 } as const;
/** Of a command with these further parameters. */
export const commandSchema = (needed: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const reason = { type: 'string', maxLength: LIMITS.commandReasonLength };
  const properties = { runId: id, commandId: id, reason, ...needed, ...more };
  return object(properties, ['runId', 'commandId', ...Object.keys(needed)]);
};

export const COMMAND_SCHEMAS: { readonly [M in keyof CommandMethods<unknown>]: object } = {
  'run.pause': commandSchema(),
  'run.resume': commandSchema(),
  'run.stop': commandSchema({ mode: { enum: STOP_MODES } }),
  'run.cancel': commandSchema(),
  'run.retry': commandSchema({ taskId }),
  'run.skip': commandSchema({ taskId }),
  'run.prioritise': commandSchema(
    { taskId },
    { priority: { type: 'integer', minimum: -LIMITS.priorityMax, maximum: LIMITS.priorityMax } },
  ),
  'run.depend': commandSchema({ taskId, on: taskId, edge: { enum: FOUND_EDGES } }),
  'run.parallel': commandSchema({ maxParallel: { type: 'integer', minimum: 1, maximum: LIMITS.maxParallelMax } }),
};
