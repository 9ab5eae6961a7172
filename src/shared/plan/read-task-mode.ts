// What a task does with a patch: makes one, looks at one, or is one that is applied and tested.
import { didYouMean } from '../lib/nearest-word.ts';
import type { DraftTask } from './draft.ts';
import { errorFinding, type Finding } from './finding.ts';
import type { PatchLookup } from './patch-file.ts';
import type { PatchSource, TaskMode } from './plan.ts';
import { asText, field } from './read-json.ts';

/** `patch` is set for the two modes that need one, where it can be read. */
export interface TaskModeReading {
  readonly mode: TaskMode;
  readonly patch: PatchSource | null;
  readonly findings: readonly Finding[];
}

const MODES: readonly TaskMode[] = ['prompt', 'patch_review', 'patch_apply_validate'];

export function modeOf(task: DraftTask): TaskMode {
  const word = asText(task.raw['mode']);
  return MODES.find((mode) => mode === word) ?? 'prompt';
}

/** A word that is no mode is told here, too: in a bare workstream no schema looks at it. */
export function readTaskMode(task: DraftTask, lookup: PatchLookup): TaskModeReading {
  const mode = modeOf(task);
  const word = asText(task.raw['mode']) ?? mode;
  if (word !== mode) return { mode, patch: null, findings: [unknownMode(task, word)] };
  const given = task.raw['patch'];
  if (mode === 'prompt') return { mode, patch: null, findings: given === undefined ? [] : [notLookedAt(task)] };
  const file = asText(field(given, 'file'));
  if (file !== null) return fromFile({ task, mode, file }, lookup);
  const of = asText(field(given, 'task'));
  if (of !== null && mode === 'patch_review') return { mode, patch: { task: of }, findings: [] };
  return { mode, patch: null, findings: [noPatch(task, mode)] };
}

interface Mention {
  readonly task: DraftTask;
  readonly mode: TaskMode;
  readonly file: string;
}

function fromFile({ task, mode, file }: Mention, lookup: PatchLookup): TaskModeReading {
  const found = lookup(file);
  if ('base64' in found) return { mode, patch: found, findings: [] };
  const finding = errorFinding('E_UNKNOWN_REFERENCE', {
    path: `${task.pointer}/patch/file`,
    message: `The patch \`${file}\` of task \`${task.id}\` cannot be used. ${found.problem}`,
    advice: 'Name a file of the project with a unified diff, as `git diff --binary` writes it.',
  });
  return { mode, patch: null, findings: [finding] };
}

function unknownMode(task: DraftTask, word: string): Finding {
  return errorFinding('E_SCHEMA', {
    path: `${task.pointer}/mode`,
    message: `The mode \`${word}\` of task \`${task.id}\` is no mode.`,
    advice: `Use one of: ${MODES.join(', ')}.${didYouMean(word, MODES)}`,
  });
}

function notLookedAt(task: DraftTask): Finding {
  return errorFinding('E_SCHEMA', {
    path: `${task.pointer}/patch`,
    message: `Task \`${task.id}\` names a patch, and its tool is asked for one.`,
    advice:
      'Add `mode: patch_review` to have it looked at, or `mode: patch_apply_validate` to have it applied and tested.',
  });
}

function noPatch(task: DraftTask, mode: TaskMode): Finding {
  const isReview = mode === 'patch_review';
  return errorFinding('E_SCHEMA', {
    path: `${task.pointer}/mode`,
    message: `Task \`${task.id}\` has the mode \`${mode}\` and names no patch.`,
    advice: `Add \`patch: { file: FILE }\`${isReview ? ', or `patch: { task: TASK }` for the patches of a task before it' : ''}.`,
  });
}
