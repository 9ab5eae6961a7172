// One patch as the command line answers it: as a document, and as text for people.
import type { Methods } from '../../../shared/ipc/contract.ts';
import type { PatchDetail } from '../../../shared/ipc/views.ts';
import { conflictDocument, conflictLines } from './conflict-text.ts';
import { findingText } from './finding-text.ts';
import type { Paint } from './output.ts';
import { reviewDocument } from './review-text.ts';
import { paintState } from './run-text.ts';

export type ShownPatch = Methods['patch.show']['result'];

/** The UET ledger entry with our own fields beside it. */
export function patchDocument({ patch, ledger_entry }: ShownPatch) {
  return {
    ...(typeof ledger_entry === 'object' ? ledger_entry : {}),
    patch_id: patch.patchId,
    run_id: patch.runId,
    state: patch.state,
    task_id: patch.taskId,
    task_name: patch.taskName,
    attempt: patch.attempt,
    tool_id: patch.tool,
    reason: patch.reason,
    created_at: patch.createdAt,
    summary: patch.summary,
    base: patch.base,
    commit: patch.commit,
    line_insertions: patch.insertions,
    line_deletions: patch.deletions,
    files: patch.paths,
    findings: patch.findings,
    conflict: conflictDocument(patch.conflict),
    recovered: patch.recovered,
    sha256: patch.sha256,
    bytes: patch.bytes,
    chain: patch.chain,
    replaced_by: patch.replacedBy,
    quarantine_file: patch.quarantineFile,
    reviews: patch.reviews.map(reviewDocument),
    policy: patch.policy,
  };
}

export function patchText(patch: PatchDetail, paint: Paint): string {
  const facts: readonly (readonly [string, string])[] = [
    ['patch', patch.patchId],
    ['state', paintState(paint, patch.state) + (patch.reason ? `: ${patch.reason}` : '')],
    ['task', `${patch.taskId} (attempt ${patch.attempt}, ${patch.tool})`],
    ['run', patch.runId],
    ['base', patch.base],
    ['commit', patch.commit ?? 'none'],
    ['size', `${count(patch.filesChanged, 'file')}, +${patch.insertions} -${patch.deletions}`],
    ...(patch.recovered ? ([['origin', 'recovered from an attempt that did not end well']] as const) : []),
    ...(patch.chain.length > 1 ? ([['chain', patch.chain.join(' → ')]] as const) : []),
    ...(patch.quarantineFile === null ? [] : ([['file', patch.quarantineFile]] as const)),
    ...patch.reviews.map(({ reviewId, state, endReason }) => {
      return ['review', `${reviewId} ${state}${endReason === '' ? '' : `: ${endReason}`}`] as const;
    }),
    ...patch.policy.map(({ limit, value, from }) => {
      return ['policy', `${limit}: ${value} (${from.map(({ owner }) => owner).join(', ')})`] as const;
    }),
    ...patch.gates.map((gate) => ['gate', gateText(gate)] as const),
  ];
  const lines = facts.map(([name, value]) => `${name.padEnd(7)} ${value}`);
  return [...lines, ...conflictLines(patch.conflict), ...patch.findings.map(findingText)].join('\n');
}

/** What a gate that did not pass had to say is the first thing a person wants to read. */
function gateText({ gateId, state, exitCode, tail, cached, flaky, ...results }: PatchDetail['gates'][number]): string {
  const notes = [
    ...(exitCode === null ? [] : [`exit code ${exitCode}`]),
    ...(cached ? ['known from an equal run'] : []),
    ...(flaky ? ['flaky'] : []),
  ];
  const code = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const said = state === 'passed' ? '' : tail.trimEnd();
  const lines = [...failureLines(results), ...(said.trim() === '' ? [] : said.split('\n'))];
  return [`${gateId} ${state}${code}`, ...lines.map((line) => `          ${line}`)].join('\n');
}

/** One line a failing test, with its place and the first line of what it said. */
function failureLines({
  failures,
  failed,
}: Pick<PatchDetail['gates'][number], 'failures' | 'failed'>): readonly string[] {
  const lines = failures.map(({ name, file, line, message }) => {
    const place = file === null ? '' : `  ${file}${line === null ? '' : `:${line}`}`;
    const [first = ''] = message.split('\n');
    return `✗ ${name}${place}${first === '' ? '' : `  ${first}`}`;
  });
  return failed > failures.length ? [...lines, `and ${failed - failures.length} more`] : lines;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
