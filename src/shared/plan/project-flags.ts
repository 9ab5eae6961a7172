// The switches of patchbay.yaml: what they are, and what holds where the file says nothing (docs/flags.md).
import type { Strategy } from '../domain/run.ts';

/** Null where the file says nothing. */
export interface ProjectFlags {
  /** False: what a tool changed is committed without being a patch. */
  readonly patchMode: boolean | null;
  /** Tool name → what holds for its tasks. */
  readonly tools: ReadonlyMap<string, ToolFlags>;
  /** Workstream id → what holds for it, in whatever plan it stands. */
  readonly workstreams: ReadonlyMap<string, WorkstreamFlags>;
  readonly parallelStrategy: Strategy | null;
  /** False: records with an id from an older system are named by that id. */
  readonly ulidEnabled: boolean | null;
}

export interface ToolFlags {
  readonly patchMode: boolean | null;
}

export interface WorkstreamFlags {
  readonly patchMode: boolean | null;
  readonly parallel: boolean | null;
}

export const NO_FLAGS: ProjectFlags = {
  patchMode: null,
  tools: new Map(),
  workstreams: new Map(),
  parallelStrategy: null,
  ulidEnabled: null,
};

/** What holds where nobody says anything. */
export const FLAG_DEFAULTS = { patchMode: true, ulidEnabled: true } as const;

/** Direct edits are there for three months (uet.md §8); the first version after this day refuses them. */
export const DIRECT_EDITS_END = '2027-02-28';
