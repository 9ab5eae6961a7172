// Scopes and limits of every task, worked out from phase to task in one walk.
import type { Draft, DraftTask } from './draft.ts';
import type { Finding } from './finding.ts';
import { ANYWHERE, type NarrowedScope, narrowScope } from './narrow-scope.ts';
import type { PolicyLimits } from './project-settings.ts';
import { startLimits, type Tightened, tighten } from './tighten-constraints.ts';

export interface LevelReading {
  readonly scopeOf: (task: DraftTask) => NarrowedScope;
  readonly limitsOf: (task: DraftTask) => Tightened;
  readonly findings: readonly Finding[];
}

export function readLevels(draft: Draft, policies: readonly PolicyLimits[]): LevelReading {
  const findings: Finding[] = [];
  const scopes = new Map<string, NarrowedScope>();
  const limits = new Map<string, Tightened>();
  const start = startLimits(policies);
  const enter = (above: Combined, level: Parameters<typeof tighten>[1]): Combined => {
    const scope = narrowScope(above.scope, level);
    const limit = tighten(above.limits, level);
    findings.push(...scope.findings, ...limit.findings);
    return { scope: scope.narrowed, limits: limit.limits };
  };
  for (const phase of draft.phases) {
    const inPhase = enter({ scope: ANYWHERE, limits: start }, phase);
    for (const workstream of phase.workstreams) {
      const inWorkstream = enter(inPhase, workstream);
      for (const task of workstream.tasks) {
        const own = enter(inWorkstream, task);
        scopes.set(task.pointer, own.scope);
        limits.set(task.pointer, own.limits);
      }
    }
  }
  return {
    scopeOf: (task) => scopes.get(task.pointer) ?? ANYWHERE,
    limitsOf: (task) => limits.get(task.pointer) ?? start,
    findings,
  };
}

interface Combined {
  readonly scope: NarrowedScope;
  readonly limits: Tightened;
}
