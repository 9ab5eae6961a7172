// What a rule of the patch policy is: pure, from the facts of a patch to findings.
import type { FileChange, Finding, FindingAction, Severity } from '../../../shared/domain/patch.ts';
import type { PatchConstraints, Scope } from '../../../shared/plan/plan.ts';
import type { AddedLine } from './added-lines.ts';

export interface PatchFacts {
  /** From the result tree, never from the diff's own words. */
  readonly files: readonly FileChange[];
  readonly addedLines: readonly AddedLine[];
  readonly scope: Scope;
  readonly constraints: PatchConstraints;
  /** Names in the result tree for every folder that holds a changed path; `''` is the root. */
  readonly resultNames: ReadonlyMap<string, readonly string[]>;
}

/** Which part of the verdict an error of this rule spoils. */
export type VerdictPart = 'format' | 'scope' | 'constraints';

export interface Rule {
  readonly name: string;
  readonly part: VerdictPart;
  readonly check: (facts: PatchFacts) => readonly Finding[];
}

interface Said {
  readonly rule: string;
  readonly severity?: Severity;
  /** Only where it is not what the severity means: see `actionOf`. */
  readonly action?: FindingAction;
  readonly path?: string;
  readonly line?: number;
}

/** An error about the patch as a whole unless `said` has more to say. */
export function finding(said: Said, message: string, advice: string): Finding {
  const { rule, severity = 'error', action, path = '', line = 0 } = said;
  return { rule, severity, ...(action === undefined ? {} : { action }), path, line, message, advice };
}

/** Every path that the patch brings into being or changes in place; not what it only takes away. */
export function resultPaths(facts: PatchFacts): readonly string[] {
  return facts.files.filter((file) => file.change !== 'deleted').map((file) => file.path);
}

/** Every path the patch touches on either side. */
export function touchedPaths(facts: PatchFacts): readonly string[] {
  return facts.files.flatMap((file) =>
    file.change === 'renamed' && file.oldPath !== null ? [file.oldPath, file.path] : [file.path],
  );
}
