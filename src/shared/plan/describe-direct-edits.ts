// Which tasks run as direct edits, what that means and until when, as one sentence for every place that warns.
import { DIRECT_EDITS_END } from './project-flags.ts';

export interface DirectTask {
  readonly taskId: string;
  /** Whose word it is, as `PatchMode.place` says. */
  readonly place: string;
}

const NAMED = 5;

/** `total` counts all tasks of the plan. `direct` is not empty. */
export function describeDirectEdits(direct: readonly DirectTask[], total: number): string {
  const places = [...new Set(direct.map(({ place }) => place))];
  const named = direct.slice(0, NAMED).map(({ taskId }) => `\`${taskId}\``);
  const rest = direct.length > NAMED ? ` and ${direct.length - NAMED} more` : '';
  const count = `${direct.length} of ${total} ${total === 1 ? 'task' : 'tasks'}`;
  return `Unprotected: ${count} ${direct.length === 1 ? 'runs as a direct edit' : 'run as direct edits'}, without a patch, a ledger entry or limits: ${named.join(', ')}${rest} (${places.join('; ')}). Direct edits end after ${DIRECT_EDITS_END}.`;
}
