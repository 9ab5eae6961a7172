// The acceptance of every phase, workstream and task of a plan.
import { type Draft, type DraftLevel, draftTasks, draftWorkstreams } from './draft.ts';
import type { Finding } from './finding.ts';
import type { Acceptance, GateDefinition } from './plan.ts';
import { readAcceptance } from './read-acceptance.ts';

export interface LevelAcceptances {
  readonly of: (level: DraftLevel) => Acceptance | null;
  readonly findings: readonly Finding[];
}

/** `hooks` are the project's commands for custom checks. */
export function readAcceptances(draft: Draft, hooks: ReadonlyMap<string, GateDefinition>): LevelAcceptances {
  const levels: readonly DraftLevel[] = [...draft.phases, ...draftWorkstreams(draft), ...draftTasks(draft)];
  const options = { hooks, isForeign: draft.bare };
  const readings = new Map(
    levels
      .filter((level) => level.raw['acceptance'] !== undefined)
      .map((level) => [level.pointer, readAcceptance(level.raw['acceptance'], `${level.pointer}/acceptance`, options)]),
  );
  return {
    of: (level) => readings.get(level.pointer)?.acceptance ?? null,
    findings: [...readings.values()].flatMap((reading) => reading.findings),
  };
}
