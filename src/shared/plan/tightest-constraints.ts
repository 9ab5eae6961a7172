// What a patch that belongs to no task of the plan is held to: everything that any of these tasks is held to.
import type { PatchConstraints } from './plan.ts';

/** `all` is not empty. The order makes no difference but to the order of lists. */
export function tightestConstraints(all: readonly PatchConstraints[]): PatchConstraints {
  return all.reduce(tighter);
}

function tighter(a: PatchConstraints, b: PatchConstraints): PatchConstraints {
  return {
    patchRequired: a.patchRequired || b.patchRequired,
    maxLinesChanged: Math.min(a.maxLinesChanged, b.maxLinesChanged),
    maxFilesChanged: Math.min(a.maxFilesChanged, b.maxFilesChanged),
    forbidBinary: a.forbidBinary || b.forbidBinary,
    forbidPaths: union(a.forbidPaths, b.forbidPaths),
    requireTestsFor: union(a.requireTestsFor, b.requireTestsFor),
    testGates: union(a.testGates, b.testGates),
    asciiOnly: a.asciiOnly || b.asciiOnly,
    requireDocUpdate: a.requireDocUpdate || b.requireDocUpdate,
  };
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}
