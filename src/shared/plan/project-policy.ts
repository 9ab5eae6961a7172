// The policy of a project: those it names, tightened by its own limits.
import { combinePolicies, EMPTY_POLICY, type PatchPolicy } from '../domain/patch-policy.ts';
import type { Finding } from './finding.ts';
import type { NamedPolicy, PolicyReader } from './policy-reader.ts';
import type { ProjectSettings } from './project-settings.ts';
import { tightenPolicy } from './tighten-policy.ts';

export interface ProjectPolicy {
  /** Holds in every phase. */
  readonly policy: PatchPolicy;
  /** The policies that the project names, some perhaps for one phase only. */
  readonly named: readonly NamedPolicy[];
}

/** With `isHere`, findings point into the project's own file; else they have no place in the document at hand. */
export function readProjectPolicy(
  project: ProjectSettings,
  reader: PolicyReader,
  { findings, isHere }: { readonly findings: Finding[]; readonly isHere: boolean },
): ProjectPolicy {
  const named = project.policyRefs.flatMap(({ name, pointer }) => {
    return reader.read({ name, pointer: isHere ? pointer : '' }, findings) ?? [];
  });
  const result = tightenPolicy(policiesFor(named, null), project.policy, (place) => (isHere ? place.path : ''));
  findings.push(...result.findings);
  return { policy: result.policy, named };
}

/** Those that hold for the phase, as one; with null, only those that hold for every phase. */
export function policiesFor(policies: readonly NamedPolicy[], phaseId: string | null): PatchPolicy {
  return policies
    .filter((one) => one.phaseId === null || one.phaseId === phaseId)
    .map((one) => one.policy)
    .reduce(combinePolicies, EMPTY_POLICY);
}
