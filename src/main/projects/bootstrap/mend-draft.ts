// Checks a draft before it is written and mends what has one right answer; the rest is for a person.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError, type Problem } from '../../../shared/lib/errors.ts';
import type { ProfileConstraints } from '../profiles/profile.ts';
import { slug } from '../slug.ts';
import type { ProjectDraft } from './project-draft.ts';

export interface MendedDraft {
  readonly draft: ProjectDraft;
  /** What was mended, for people. */
  readonly fixes: readonly string[];
}

interface Fix {
  readonly draft: ProjectDraft;
  readonly said: string;
}

/** Null where there is nothing to mend. */
type Rule = (draft: ProjectDraft, constraints: ProfileConstraints) => Fix | null;

const RULES: readonly Rule[] = [idHasLetters, limitsAreNotLooser, pathsAreGlobs];

/**
 * Mends for at most {@link LIMITS.bootstrapFixRounds} rounds. `check` finds what is wrong with the text that would be
 * written. Throws `E_SCHEMA` with every problem that is left; nothing has been written then.
 */
export function mendDraft(
  draft: ProjectDraft,
  constraints: ProfileConstraints,
  check: (draft: ProjectDraft) => readonly Problem[],
): MendedDraft {
  const fixes: string[] = [];
  let current = draft;
  for (let round = 0; round < LIMITS.bootstrapFixRounds; round += 1) {
    const before = fixes.length;
    for (const rule of RULES) {
      const fix = rule(current, constraints);
      if (fix === null) continue;
      current = fix.draft;
      fixes.push(fix.said);
    }
    if (fixes.length === before) break;
  }
  const problems = check(current).filter((one) => one.severity === 'error');
  if (problems.length > 0) {
    throw new PatchbayError(
      'E_SCHEMA',
      'The project file would not be in order, so it was not written',
      'Correct PROJECT_PROFILE.yaml where it names one of these fields; else this is a bug in Patchbay.',
      { file: 'patchbay.yaml', problems },
    );
  }
  return { draft: current, fixes };
}

/** Ids stand in file names and on command lines. */
function idHasLetters(draft: ProjectDraft): Fix | null {
  const id = draft.projectId;
  if (id !== '' && id.length <= 200 && !/[\s\p{Cc}]/u.test(id)) return null;
  const mended = slug(id, 'project');
  return { draft: { ...draft, projectId: mended }, said: `project_id '${id}' became '${mended}'` };
}

/** A project may tighten its profile and not loosen it. */
function limitsAreNotLooser(draft: ProjectDraft, constraints: ProfileConstraints): Fix | null {
  const said: string[] = [];
  const least = (name: string, value: number, limit: number): number => {
    if (value > limit) said.push(`${name} is ${limit}, as the profile says, not ${value}`);
    return Math.min(value, limit);
  };
  const maxLinesChanged = least('max_lines_changed', draft.maxLinesChanged, constraints.maxLinesChanged);
  const maxFilesChanged = least('max_files_changed', draft.maxFilesChanged, constraints.maxFilesChanged);
  return said.length === 0 ? null : { draft: { ...draft, maxLinesChanged, maxFilesChanged }, said: said.join('; ') };
}

/** Globs have `/` and start at the root of the repository. */
function pathsAreGlobs(draft: ProjectDraft): Fix | null {
  const mended = draft.forbidPaths.flatMap((path) => {
    const glob = path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
    return glob === '' || /^[A-Za-z]:/.test(glob) || /(?:^|\/)\.\.(?:\/|$)/.test(glob) ? [] : [glob];
  });
  const changed = draft.forbidPaths.filter((path) => !mended.includes(path));
  if (changed.length === 0) return null;
  return { draft: { ...draft, forbidPaths: mended }, said: `paths were written as globs: ${changed.join(', ')}` };
}
