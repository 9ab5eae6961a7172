// What a merge task is asked: the files in conflict, what both sides were for, and what a good answer is.
import { type Conflict, type ConflictFile, conflictWords, lineWords } from '../../shared/domain/conflict.ts';
import { findChange, hasChange } from '../state/find-change.ts';
import type { PatchNode, RunNode } from '../state/run-state.ts';

/** Files that are told with their lines; the others are counted. */
const FILES_TOLD = 20;

/** Names and summaries are quoted: they are somebody's words, not ours. */
export function mergePrompt(run: RunNode, patch: PatchNode, conflict: Conflict): string {
  const { plan } = patch.task;
  const told = conflict.files.slice(0, FILES_TOLD);
  const more = conflict.files.length - told.length + conflict.moreFiles;
  return [
    'Two changes of this repository meet, and they have to be joined so that both keep their purpose.',
    `The one is a patch for the task ${plan.taskId} (${JSON.stringify(plan.name)}).`,
    ...(plan.prompt === undefined ? [] : [`It was asked for with these words: ${JSON.stringify(plan.prompt)}`]),
    'The other is what has been committed meanwhile:',
    ...otherIntents(run, conflict).map((line) => `- ${line}`),
    'The files here hold the merge as far as git came. Text between `<<<<<<< run` and `=======` is what has been committed, from there to `>>>>>>> patch` it is the patch.',
    'In conflict:',
    ...told.map((file) => `- ${fileWords(file)}`),
    ...(more > 0 ? [`- and ${more} more files`] : []),
    'Join the two in these files, remove every marker, and change nothing else. Do not drop what the other side did.',
  ].join('\n');
}

function otherIntents(run: RunNode, { files }: Conflict): readonly string[] {
  const intents = files.flatMap(({ otherSide }) => {
    if (otherSide === null) return [];
    const { commit, changeId } = otherSide;
    if (changeId === null || !hasChange(run, changeId)) return [`commit ${commit}`];
    const { taskId, name } = findChange(run, changeId).task.plan;
    return [`the task ${taskId} (${JSON.stringify(name)}), as commit ${commit}`];
  });
  const each = [...new Set(intents)];
  return each.length === 0 ? ['work whose commit git does not tell'] : each;
}

function fileWords(file: ConflictFile): string {
  const { path, patch, head, regions, moreRegions } = file;
  const names = [head?.path, patch?.path].filter((name) => name !== undefined && name !== path);
  const also = names.length === 0 ? '' : `, also ${names.map((name) => JSON.stringify(name)).join(' and ')}`;
  const lines = regions.map((region) => lineWords(region.patch)).join(', ');
  const place = lines === '' ? '' : `, lines ${lines}${moreRegions > 0 ? ' and more' : ''} of the patch's version`;
  return `${JSON.stringify(path)}${also}: ${conflictWords(file)}${place}`;
}
