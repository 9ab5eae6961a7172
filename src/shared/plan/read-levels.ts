// Scopes and policies of every task, worked out from project to task in one walk.
import { combinePolicies, EMPTY_POLICY, type PatchPolicy, type PolicyPlace } from '../domain/patch-policy.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import type { Draft, DraftLevel, DraftTask } from './draft.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import { ANYWHERE, type NarrowedScope, narrowScope } from './narrow-scope.ts';
import type { PolicyFile, PolicyLookup, PolicyMention } from './policy-file.ts';
import { createPolicyReader, type PolicyReader } from './policy-reader.ts';
import { policiesFor, readProjectPolicy } from './project-policy.ts';
import type { ProjectSettings } from './project-settings.ts';
import { asRecord, field } from './read-json.ts';
import { POLICY_NAMES, policyField, readPolicyFields } from './read-policy-fields.ts';
import { tightenPolicy } from './tighten-policy.ts';

export interface LevelReading {
  readonly scopeOf: (task: DraftTask) => NarrowedScope;
  readonly policyOf: (task: DraftTask) => PatchPolicy;
  readonly findings: readonly Finding[];
}

export interface LevelOptions {
  readonly project: ProjectSettings;
  /** The plan's file, for places. */
  readonly file: string;
  readonly lineOf: (pointer: string) => number;
  readonly lookup: PolicyLookup;
  /** The policy of the command line. */
  readonly document: PolicyFile | null;
}

export function readLevels(draft: Draft, options: LevelOptions): LevelReading {
  const findings: Finding[] = [];
  const scopes = new Map<string, NarrowedScope>();
  const policies = new Map<string, PatchPolicy>();
  const reader = createPolicyReader(options.lookup, draft.projectId ?? options.project.projectId);
  const top = readTop(draft, options, { reader, findings });
  const enter = (above: Combined, level: DraftLevel): Combined => {
    const scope = narrowScope(above.scope, level);
    findings.push(...scope.findings);
    return {
      scope: scope.narrowed,
      policy: enterPolicy(above, level, { options, reader, findings }),
      phaseId: above.phaseId,
    };
  };
  for (const phase of draft.phases) {
    const inPhase = enter({ scope: ANYWHERE, policy: top.policyOf(phase.id), phaseId: phase.id }, phase);
    for (const workstream of phase.workstreams) {
      const inWorkstream = enter(inPhase, workstream);
      for (const task of workstream.tasks) {
        const own = enter(inWorkstream, task);
        scopes.set(task.pointer, own.scope);
        // The document of the command line is laid over the whole plan: whichever is tighter holds.
        policies.set(task.pointer, combinePolicies(own.policy, top.documentOf(phase.id)));
      }
    }
  }
  return {
    scopeOf: (task) => scopes.get(task.pointer) ?? ANYWHERE,
    policyOf: (task) => policies.get(task.pointer) ?? EMPTY_POLICY,
    findings,
  };
}

interface Combined {
  readonly scope: NarrowedScope;
  readonly policy: PatchPolicy;
  readonly phaseId: string;
}

interface Walk {
  readonly reader: PolicyReader;
  readonly findings: Finding[];
}

interface Top {
  readonly policyOf: (phaseId: string) => PatchPolicy;
  readonly documentOf: (phaseId: string) => PatchPolicy;
}

/** Project and plan; the document only has to be no looser than the project. */
function readTop(draft: Draft, { project, document }: LevelOptions, { reader, findings }: Walk): Top {
  const ofProject = readProjectPolicy(project, reader, { findings, isHere: false });
  const ofPlan = draft.policyRefs.flatMap((mention) => reader.read(mention, findings) ?? []);
  const ofDocument = document === null ? null : reader.readFile(document, '', findings);
  const compare = (own: PatchPolicy, path: string) =>
    findings.push(...tightenPolicy(ofProject.policy, own, () => path).findings);
  if (ofDocument !== null) compare(ofDocument.policy, '');
  compare(policiesFor(ofPlan, null), draft.policyRefs[0]?.pointer ?? '');
  return {
    policyOf: (phaseId) => policiesFor([...ofProject.named, ...ofPlan, { policy: ofProject.policy, phaseId }], phaseId),
    documentOf: (phaseId) => (ofDocument === null ? EMPTY_POLICY : policiesFor([ofDocument], phaseId)),
  };
}

/** First the policies that the level names, then its own limits. */
function enterPolicy(above: Combined, level: DraftLevel, walk: Walk & { readonly options: LevelOptions }): PatchPolicy {
  if (level.policyRefs.length === 0 && level.constraints.value === undefined) return above.policy;
  const { reader, findings, options } = walk;
  let { policy } = above;
  const add = (own: PatchPolicy, pathOf: (place: PolicyPlace) => string) => {
    const result = tightenPolicy(policy, own, pathOf);
    findings.push(...result.findings);
    policy = result.policy;
  };
  for (const mention of level.policyRefs) {
    const named = reader.read(mention, findings);
    if (named === null) continue;
    if (named.phaseId === null || named.phaseId === above.phaseId) add(named.policy, () => mention.pointer);
    else findings.push(otherPhase(mention, named.phaseId, above.phaseId));
  }
  const owner = `${level.noun} \`${level.id}\``;
  const placeOf = (path: string): PolicyPlace => ({ owner, file: options.file, line: options.lineOf(path), path });
  for (const group of ['patch', 'tests', 'behavior']) {
    const { value, pointer } = level.constraints;
    const own = readPolicyFields({ value: field(value, group), pointer: `${pointer}/${group}`, placeOf });
    findings.push(...own.findings);
    add(own.policy, (place) => place.path);
  }
  findings.push(...unknownLimits(level));
  return policy;
}

function otherPhase({ name, pointer }: PolicyMention, wanted: string, phaseId: string): Finding {
  return errorFinding('E_PLAN_CONSISTENCY', {
    path: pointer,
    message: `The policy \`${name}\` is for phase \`${wanted}\`; this is phase \`${phaseId}\`.`,
    advice: 'Name another policy, or take `scope.phase_id` out of it.',
  });
}

/** UET v1 leaves room for keys of others; a limit that is misspelt and holds nothing back must not go by in silence. */
function unknownLimits({ constraints: { value, pointer } }: DraftLevel): readonly Finding[] {
  const keys = Object.keys(asRecord(field(value, 'patch')) ?? {}).filter((key) => policyField(key) === null);
  return keys.map((key) =>
    warningFinding('E_SCHEMA', {
      path: `${pointer}/patch/${key}`,
      message: `\`${key}\` is no limit of ours and has no effect.`,
      advice: `Use one of: ${POLICY_NAMES.join(', ')}.${didYouMean(key, POLICY_NAMES)}`,
    }),
  );
}
