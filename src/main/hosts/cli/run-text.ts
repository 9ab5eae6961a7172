// A run as text: its tasks in a table, what it waits for, and one line that sums it up.
import { refuses } from '../../../shared/domain/action-of.ts';
import { overlapWords } from '../../../shared/domain/overlap.ts';
import type { RunReport } from '../../../shared/ipc/contract.ts';
import { type Output, type Paint, table } from './output.ts';
import { shadowText } from './shadow-text.ts';

export function runText(report: RunReport, { paint }: Pick<Output, 'paint'>): string {
  const tasks = report.tasks.map((task) => [
    task.task_id,
    paintState(paint, task.state),
    String(task.attempts),
    task.patch_mode ? String(task.patch_ids.length) : 'direct edit',
    task.reason,
  ]);
  const waiting = report.waiting.map((entry) => `  ${entry.id}: ${entry.reason} Freed by ${entry.freed_by}.`);
  const notes = [
    ...report.notes.map((note) => `  ${note}`),
    ...report.tasks.flatMap((task) => task.notes.map((note) => `  ${task.task_id}: ${note}`)),
    ...report.direct_changes.flatMap(wouldBeRefused),
  ];
  const refused = report.acceptance
    .filter((one) => one.state === 'failed')
    .map((one) => `  ${one.level} ${one.id}: ${one.reason}`);
  const committed = report.patches.filter((patch) => patch.state === 'committed').length;
  const direct = report.direct_changes.filter((change) => change.state === 'committed').length;
  const counts = [
    ...(report.patches.length > 0 || direct === 0
      ? [`${committed} of ${report.patches.length} patches committed`]
      : []),
    ...(direct > 0 ? [`${direct} unprotected direct ${direct === 1 ? 'edit' : 'edits'} committed`] : []),
  ];
  const sum = `Run ${report.run_id} ${paintState(paint, report.state)}: ${counts.join(', ')}`;
  const reason = report.reason ? `\n${report.reason}` : '';
  const parts = [
    tasks.length > 0 ? table(['TASK', 'STATE', 'ATTEMPTS', 'PATCHES', ''], tasks) : '',
    notes.length > 0 ? `To know:\n${notes.join('\n')}` : '',
    refused.length > 0 ? `Not accepted:\n${refused.join('\n')}` : '',
    report.overlaps.length > 0 ? `Meeting:\n${report.overlaps.map((one) => `  ${overlapWords(one)}`).join('\n')}` : '',
    waiting.length > 0 ? `Waiting:\n${waiting.join('\n')}` : '',
    report.shadow === null ? '' : shadowText(report.shadow, { paint }),
    `${sum}, ${report.base.slice(0, 10)}..${report.head.slice(0, 10)}${reason}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What stands between a direct edit and patches: the list a team works off. */
function wouldBeRefused(change: RunReport['direct_changes'][number]): readonly string[] {
  const errors = change.findings.filter(refuses);
  if (change.state !== 'committed' || errors.length === 0) return [];
  return [`  ${change.task_id}: as a patch it would be refused: ${errors.map(({ message }) => message).join('; ')}`];
}

const GOOD = new Set(['succeeded', 'completed', 'committed', 'passed']);
const BAD = new Set(['failed', 'quarantined', 'cancelled', 'canceled', 'apply_failed', 'blocked']);

export function paintState(paint: Paint, state: string): string {
  if (GOOD.has(state)) return paint('green', state);
  return BAD.has(state) ? paint('red', state) : paint('yellow', state);
}

/** 0 succeeded · 1 the work failed · 3 only a person can move it on. A run that goes on counts as done here. */
export function runExit(report: RunReport): 0 | 1 | 3 {
  if (report.state === 'failed' || report.state === 'quarantined' || report.state === 'canceled') return 1;
  if (report.state === 'succeeded') return 0;
  return report.control === 'waiting' || report.control === 'paused' ? 3 : 0;
}
