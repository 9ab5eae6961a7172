// What a shadowed run found out, for programs and in sentences.
import type { MissingDependency, ShadowEvidence, ShadowReport } from '../../shared/domain/shadow-report.ts';
import type { MissingAnswer, ShadowAnswer } from '../../shared/ipc/shadow-answer.ts';
import type { RunNode } from '../state/run-state.ts';

/** Null for a run without a shadow and while there is no comparison. */
export function shadowAnswer({ shadow }: Pick<RunNode, 'shadow'>): ShadowAnswer | null {
  if (shadow === null) return null;
  return shadow.report === null ? { ...NOTHING, reason: shadow.reason } : answerOf(shadow.report);
}

/** For the screen of a run: one sentence, or none. */
export function shadowNotes({ shadow }: Pick<RunNode, 'shadow'>): readonly string[] {
  if (shadow === null) return [];
  return [shadow.report === null ? notCompared(shadow.reason) : `${shadowSentence(shadow.report)}.`];
}

/** What the log says where there is no comparison. */
export function notCompared(reason: string): string {
  return `The run was not compared with its dag: ${reason}`;
}

export function shadowSentence(report: ShadowReport): string {
  const { dagMs, sequentialMs, missing, missingCount, conflicts } = report;
  const clashing = conflicts.filter((one) => one.wouldConflict).length;
  const parts = [
    `As a dag it would have taken ${seconds(dagMs)} s instead of ${seconds(sequentialMs)} s`,
    ...(clashing > 0 ? [`${clashing} ${clashing === 1 ? 'pair' : 'pairs'} of patches would have conflicted`] : []),
    ...missing
      .slice(0, 3)
      .map(({ task, needs, certain }) => `\`${task}\` ${certain ? 'should' : 'should perhaps'} depend on \`${needs}\``),
    ...(missingCount > 3 ? [`${missingCount - 3} more dependencies are missing`] : []),
  ];
  return parts.join('; ');
}

const NOTHING: ShadowAnswer = {
  compared: false,
  reason: '',
  max_parallel: 0,
  sequential_seconds: 0,
  dag_seconds: 0,
  speedup: 1,
  dag_parallel: 0,
  dag_succeeded: false,
  order: [],
  moved: 0,
  waiting: [],
  overlaps: [],
  overlap_count: 0,
  conflicts: [],
  conflict_count: 0,
  missing_dependencies: [],
  missing_count: 0,
  complete: false,
};

function answerOf(report: ShadowReport): ShadowAnswer {
  const { sequentialMs, dagMs, tasks } = report;
  return {
    compared: true,
    reason: '',
    max_parallel: report.maxParallel,
    sequential_seconds: seconds(sequentialMs),
    dag_seconds: seconds(dagMs),
    speedup: dagMs === 0 ? 1 : Math.round((sequentialMs / dagMs) * 100) / 100,
    dag_parallel: report.dagParallel,
    dag_succeeded: report.dagSucceeded,
    order: tasks
      .filter((task) => task.place !== task.dagPlace)
      .map((task) => ({
        task_id: task.taskId,
        sequential: task.place,
        dag: task.dagPlace,
        sequential_start_seconds: orNull(task.startMs),
        dag_start_seconds: orNull(task.dagStartMs),
        assumed: task.assumed,
      })),
    moved: report.moved,
    waiting: tasks.flatMap(({ taskId, dagWaitMs, dagWaitReason }) =>
      dagWaitReason === null || dagWaitMs <= 0
        ? []
        : [{ task_id: taskId, seconds: seconds(dagWaitMs), reason: dagWaitReason }],
    ),
    overlaps: report.overlaps.map(({ a, b, ms }) => ({ a, b, seconds: seconds(ms) })),
    overlap_count: report.overlapCount,
    conflicts: report.conflicts.map(({ a, b, files, wouldConflict }) => {
      return { a, b, files, would_conflict: wouldConflict };
    }),
    conflict_count: report.conflictCount,
    missing_dependencies: report.missing.map(missingAnswer),
    missing_count: report.missingCount,
    complete: report.complete,
  };
}

function missingAnswer(missing: MissingDependency): MissingAnswer {
  const { task, needs, evidence, certain, tooEarly, files } = missing;
  const named = files.slice(0, 3).map((path) => `\`${path}\``);
  const list = `${named.join(', ')}${files.length > 3 ? ` and ${files.length - 3} more` : ''}`;
  const early = tooEarly ? 'As a dag it would have started without that work' : 'As a dag only luck puts them in order';
  return {
    task,
    needs,
    evidence,
    certain,
    too_early: tooEarly,
    files,
    message: `\`${task}\` ${WORDS[evidence](list, needs)}, and nothing in the plan puts it after \`${needs}\`. ${early}.`,
    advice: `${certain ? 'Add' : 'If it needs that, add'} \`depends_on: [${needs}]\` to \`${task}\`.`,
    edge: { from: needs, to: task, kind: 'success' },
  };
}

const WORDS: Readonly<Record<ShadowEvidence, (files: string, needs: string) => string>> = {
  changes_its_file: (files, needs) => `changes ${files}, which \`${needs}\` made`,
  changes_its_lines: (files, needs) => `changes lines of ${files} that \`${needs}\` wrote`,
  reads_its_file: (files, needs) => `may read ${files}, which \`${needs}\` changes`,
  names_its_file: (files, needs) => `names ${files}, which \`${needs}\` changes`,
  repeats_its_lines: (files, needs) => `holds all lines of ${files}, which \`${needs}\` made`,
};

/** To the tenth; what is shorter than that is shown to the millisecond. */
function seconds(ms: number): number {
  return ms < 100 ? Math.round(ms) / 1000 : Math.round(ms / 100) / 10;
}

function orNull(ms: number | null): number | null {
  return ms === null ? null : seconds(ms);
}
