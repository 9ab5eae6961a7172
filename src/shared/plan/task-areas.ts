// What the areas of the project add to a task: limits on top of its levels', and which gates it has to pass.
import { combinePolicies, type PatchPolicy } from '../domain/patch-policy.ts';
import type { DraftTask } from './draft.ts';
import { areasOfScope, gatesOfAreas, type ProjectArea, policyOfAreas } from './project-areas.ts';
import type { LevelReading } from './read-levels.ts';

export interface TaskAreas {
  /** The policy of the task's levels, made as tight as every area that it may write in. */
  policyOf(task: DraftTask): PatchPolicy;
  /** Null where all gates of the project hold. */
  gatesOf(task: DraftTask): ReadonlySet<string> | null;
}

export function taskAreas(levels: LevelReading, areas: readonly ProjectArea[]): TaskAreas {
  if (areas.length === 0) return { policyOf: levels.policyOf, gatesOf: () => null };
  const touchedBy = (task: DraftTask) => areasOfScope(areas, levels.scopeOf(task).scope);
  return {
    policyOf: (task) => combinePolicies(levels.policyOf(task), policyOfAreas(touchedBy(task))),
    gatesOf: (task) => gatesOfAreas(touchedBy(task)),
  };
}
