// What `init` answers: what it decided and why, what it wrote, and what only a person can decide.
import type { ProfileCandidate } from '../profiles/choose-profile.ts';
import type { ProfileArea } from '../profiles/compose-profiles.ts';
import type { ProposedGate } from './choose-gates.ts';
import type { DroppedField, MappedField } from './read-project-profile.ts';

/** Paths are relative to the repository's root, with `/` as separator. */
export interface InitReport {
  readonly project_id: string;
  readonly profile_id: string;
  readonly domain: string;
  readonly confidence: number;
  readonly root: string;
  readonly created: readonly string[];
  readonly skipped: readonly string[];
  /** What only a person can decide or do. */
  readonly needs_person: readonly string[];
  /** False: a person has to name the profile first, and nothing was written. */
  readonly decided: boolean;
  readonly candidates: readonly ProfileCandidate[];
  readonly reasons: readonly string[];
  readonly areas: readonly ProfileArea[];
  readonly languages: readonly { readonly language: string; readonly percentage: number }[];
  readonly frameworks: readonly string[];
  readonly package_managers: readonly string[];
  /** Names of the continuous integration that the repository has. */
  readonly ci: readonly string[];
  readonly gates: readonly ReportedGate[];
  readonly proposed: readonly ProposedGate[];
  /** What was mended before it was written. */
  readonly fixes: readonly string[];
  /** What became of an existing PROJECT_PROFILE; null where there is none. */
  readonly imported: ImportedProfile | null;
  /** The bootstrap_report.v1 document; null where none was kept. */
  readonly report: string | null;
}

export interface ReportedGate {
  readonly gate_id: string;
  readonly command: readonly string[];
  readonly from: string;
  /** What the gate needs and this machine does not have; null where it can run. */
  readonly missing: string | null;
}

export interface ImportedProfile {
  readonly file: string;
  readonly mapped: readonly MappedField[];
  readonly dropped: readonly DroppedField[];
}
