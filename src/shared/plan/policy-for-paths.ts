// What a project asks of a patch that belongs to no task: its policy and gates, by the files the patch touches.
import { combinePolicies, type PatchPolicy } from '../domain/patch-policy.ts';
import { toConstraints, withProductLimits } from './effective-policy.ts';
import type { Finding } from './finding.ts';
import type { PatchConstraints } from './plan.ts';
import type { PolicyFile, PolicyLookup } from './policy-file.ts';
import { createPolicyReader } from './policy-reader.ts';
import { areasOfScope, gatesOfAreas, policyOfAreas } from './project-areas.ts';
import { readProjectPolicy } from './project-policy.ts';
import type { ProjectSettings } from './project-settings.ts';

export interface PathPolicy {
  readonly constraints: PatchConstraints;
  /** What is wrong with the policies that are named; those are left out. */
  readonly findings: readonly Finding[];
}

interface Named {
  readonly lookup: PolicyLookup;
  /** One more on top of the project's. */
  readonly given: PolicyFile | null;
}

/** `paths` relative to the repository's root. As tight as the project, its areas at these paths and the given policy. */
export function policyForPaths(
  settings: ProjectSettings,
  { lookup, given }: Named,
  paths: readonly string[],
): PathPolicy {
  const findings: Finding[] = [];
  const reader = createPolicyReader(lookup, settings.projectId);
  const project = readProjectPolicy(settings, reader, { findings, isHere: false });
  const areas = areasOfScope(settings.areas, { read: [], write: paths, create: [], forbidden: [] });
  const extra = given === null ? null : reader.readFile(given, '', findings);
  const policies: readonly PatchPolicy[] = [policyOfAreas(areas), ...(extra === null ? [] : [extra.policy])];
  const policy = withProductLimits(policies.reduce(combinePolicies, project.policy));
  const names = gatesOfAreas(areas);
  const gates = settings.gates.filter((gate) => names === null || names.has(gate.gateId));
  return { constraints: toConstraints(policy, gates), findings };
}
