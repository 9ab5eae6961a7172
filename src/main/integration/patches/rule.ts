// What a rule of the patch policy is: pure, from the facts of a patch to findings.
import type { FileChange, Finding, FindingAction, Severity } from '../../../shared/domain/patch.ts';
import type { PatchConstraints, Scope } from '../../../shared/plan/plan.ts';
import type { ChangedLine } from './changed-lines.ts';
import type { CodeOfFile } from './code/read-code.ts';
import type { Disagreement } from './compare-changes.ts';
import type { SecretPlace } from './find-secrets.ts';
import type { ParsedFile, ParseProblem } from './parsed-patch.ts';

export interface PatchFacts {
  /** From the result tree, never from the diff's own words. */
  readonly files: readonly FileChange[];
  readonly addedLines: readonly ChangedLine[];
  readonly removedLines: readonly ChangedLine[];
  readonly scope: Scope;
  readonly constraints: PatchConstraints;
  /** Names in the result tree for every folder that holds a changed path; `''` is the root. */
  readonly resultNames: ReadonlyMap<string, readonly string[]>;
  /** Of the files that a rule reads, by their path in the result (of a deleted file: in the base). */
  readonly contents: ReadonlyMap<string, FileContents>;
  /** Calls on added lines of code that could be suspicious, by path. */
  readonly calls: ReadonlyMap<string, CodeOfFile>;
  /** Paths of code that could be suspicious and was too much to be read structurally. */
  readonly unreadCode: readonly string[];
  readonly secrets: readonly SecretPlace[];
  /** Files that the diff carries as binary, with their size in the result and in the diff. */
  readonly binaries: readonly BinarySize[];
  readonly text: TextFacts;
  /** What git's own strict check finds wrong with the new objects. */
  readonly unsound: readonly string[];
}

/** What the words of the diff are worth, held to the trees. */
export interface TextFacts {
  /** Null where the diff can be read; else nothing below is known. */
  readonly problem: ParseProblem | null;
  readonly disagreements: readonly Disagreement[];
  readonly strangeSources: readonly ParsedFile[];
  /** The tree that our own applier makes of base and diff; null where they do not fit. */
  readonly recomputed: string | null;
  /** The tree that would be committed. */
  readonly tree: string;
}

/** Null where the side is absent, no text, or too large to be read. */
export interface FileContents {
  readonly before: string | null;
  readonly after: string | null;
}

export interface BinarySize {
  readonly path: string;
  readonly bytes: number;
  readonly packedBytes: number;
}

/** Which part of the verdict a refusal by this rule spoils. */
export type VerdictPart = 'format' | 'scope' | 'constraints';

export interface Rule {
  readonly name: string;
  readonly part: VerdictPart;
  /** Asks for both sides of a file in `contents`. */
  readonly reads?: (file: FileChange) => boolean;
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

/** For a person to decide: nothing is wrong for certain. */
export function forReview(said: Omit<Said, 'action' | 'severity'>, message: string, advice: string): Finding {
  return finding({ ...said, severity: 'warning', action: 'review' }, message, advice);
}

/** The patch brings the path into being; it is not one that it only changes in place or takes away. */
export function isNewPath({ change }: FileChange): boolean {
  return change === 'added' || change === 'renamed' || change === 'copied';
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
