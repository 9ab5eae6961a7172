// A plan as written, before it is known to make sense: ids, references and limits with their places, nothing resolved.
import type { PolicyMention } from './policy-file.ts';
import type { JsonRecord } from './read-json.ts';

/** A mention of something else by its id. */
export interface Reference {
  readonly id: string;
  readonly pointer: string;
  /** Kind of edge; `success` unless the file says otherwise. */
  readonly edge: string;
  /** The gate of an edge of that kind. */
  readonly gate: string | null;
}

/** Globs as written; null where the level says nothing. */
export interface DraftScope {
  readonly pointer: string;
  readonly read: readonly string[] | null;
  readonly write: readonly string[] | null;
  readonly create: readonly string[] | null;
  readonly forbidden: readonly string[] | null;
}

/** What phases, workstreams and tasks have in common. `after` is null where the file declares no order. */
export interface DraftLevel {
  readonly noun: 'phase' | 'workstream' | 'task';
  readonly id: string;
  readonly pointer: string;
  readonly name: string;
  readonly after: readonly Reference[] | null;
  readonly gates: readonly Reference[] | null;
  readonly scope: DraftScope;
  /** The group `constraints` (of a task: `constraints_delta`, then `constraints`) and where it stands. */
  readonly constraints: { readonly pointer: string; readonly value: unknown };
  /** Policies that the level names. */
  readonly policyRefs: readonly PolicyMention[];
  readonly budgetUsd: number | null;
  readonly raw: JsonRecord;
}

export interface DraftTask extends DraftLevel {
  readonly phaseId: string;
  readonly workstreamId: string;
}

export interface DraftWorkstream extends DraftLevel {
  readonly phaseId: string;
  readonly strategy: string | null;
  readonly tasks: readonly DraftTask[];
}

export interface DraftPhase extends DraftLevel {
  readonly workstreams: readonly DraftWorkstream[];
}

export interface Draft {
  readonly planId: string;
  readonly projectId: string | null;
  readonly name: string;
  readonly strategy: string | null;
  readonly mergeOrder: string | null;
  /** The group `merge` as written, read by read-merge.ts. */
  readonly merge: unknown;
  readonly budgetUsd: number | null;
  readonly policyRefs: readonly PolicyMention[];
  readonly issueRef: string | null;
  /** The list `gates` as written, read by read-gates.ts. */
  readonly gates: unknown;
  /** The group `feedback`, as it stands there. */
  readonly feedback: unknown;
  readonly phases: readonly DraftPhase[];
  /** True for a document that says `UET` and nothing of ours: a bare workstream. */
  readonly bare: boolean;
}

export function draftWorkstreams(draft: Draft): readonly DraftWorkstream[] {
  return draft.phases.flatMap((phase) => phase.workstreams);
}

export function draftTasks(draft: Draft): readonly DraftTask[] {
  const tasks: DraftTask[] = [];
  for (const workstream of draftWorkstreams(draft)) for (const task of workstream.tasks) tasks.push(task);
  return tasks;
}
