// What an adapter is: it says how a task's tool is started and what its end means; it never spawns, reads or writes.
import type { AttemptFailure } from '../../../shared/domain/attempt.ts';
import type { Launch, ScriptEdit, TaskPlan } from '../../../shared/plan/plan.ts';
import type { SpawnExit } from '../../../shared/ports/spawn.ts';

export type ToolStart =
  | {
      readonly kind: 'process';
      readonly argv: readonly string[];
      readonly stdin: string;
      readonly env: Readonly<Record<string, string>>;
      /** Globs of new files that are never part of the patch. */
      readonly litter: readonly string[];
    }
  /** Nothing is started: the patch itself is what the task brings. */
  | { readonly kind: 'patch'; readonly diff: Uint8Array }
  | { readonly kind: 'edits'; readonly waitMs: number; readonly edits: readonly ScriptEdit[] };

export interface Adapter {
  /** Which launches it translates. */
  readonly kind: Launch['kind'];
  /** Pure: the same task and number give the same start. `number` counts attempts from 1. */
  describe(task: TaskPlan, number: number, platform: NodeJS.Platform): ToolStart;
  /** For a program that ended by itself: null means that the tool did its work. */
  judge(task: TaskPlan, exit: SpawnExit): AttemptFailure | null;
}
