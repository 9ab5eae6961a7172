// Document → project settings: what a `project.v1` file (patchbay.yaml) says, with what is wrong with it.
import { LIMITS } from '../domain/limits.ts';
import type { WorkerHealth } from '../domain/worker-health.ts';
import { checkGateOrder } from './check-cycles.ts';
import { policyMentions } from './draft-plan.ts';
import type { Finding } from './finding.ts';
import type { WorkspaceSetup } from './plan.ts';
import { NO_SETTINGS, type ProjectSettings } from './project-settings.ts';
import { readAreas } from './read-areas.ts';
import { checkMendingTool, readFeedback } from './read-feedback.ts';
import { readFlags } from './read-flags.ts';
import { readGates } from './read-gates.ts';
import { readHooks } from './read-hooks.ts';
import { asList, asNumber, asText, asTextRecord, asTexts, field } from './read-json.ts';
import { checkMergeTool, readMerge } from './read-merge.ts';
import { readPolicyFields } from './read-policy-fields.ts';
import { readTools } from './read-tools.ts';

export interface ProjectReading {
  readonly settings: ProjectSettings;
  readonly findings: readonly Finding[];
}

/** Where a document stands, so that limits can say where they were set. */
export interface DocumentPlace {
  readonly file: string;
  readonly lineOf: (pointer: string) => number;
}

/** Reads what can be read; faults of form are the schema's to report. */
export function readProject(document: unknown, place: DocumentPlace = { file: '', lineOf: () => 0 }): ProjectReading {
  const profileId = asText(field(document, 'profile_id'));
  const { gates, findings } = readGates(field(document, 'gates'), '/gates', profileId);
  const hooks = readHooks(field(document, 'hooks'), '/hooks');
  const { tools, findings: ofTools } = readTools(field(document, 'tools'), '/tools');
  const feedback = readFeedback(field(document, 'feedback'));
  const merge = readMerge(field(document, 'merge'));
  const declared = tools.map((tool) => tool.toolId);
  const read = readFlags(field(document, 'flags'), '/flags', declared);
  const policy = readPolicyFields({
    value: field(document, 'policy'),
    pointer: '/policy',
    placeOf: (path) => ({ owner: 'the project', file: place.file, line: place.lineOf(path), path }),
  });
  const gateIds = new Set(gates.map((gate) => gate.id));
  const areas = readAreas(field(document, 'areas'), { gateIds, ...place });
  const projectId = asText(field(document, 'project_id')) ?? NO_SETTINGS.projectId;
  const settings: ProjectSettings = {
    projectId,
    name: asText(field(document, 'name')) ?? projectId,
    profileId,
    gateSlots: asNumber(field(document, 'gate_slots')),
    gates: gates.map((gate) => gate.definition),
    setup: readSetup(field(document, 'workspace')),
    health: readHealth(field(document, 'workers')),
    policy: policy.policy,
    policyRefs: policyMentions(field(document, 'patch_policy_ref'), '/patch_policy_ref'),
    areas: areas.areas,
    flags: read.flags,
    feedback,
    hooks: hooks.hooks,
    tools,
    merge,
    router: asText(field(document, 'router')),
  };
  const declaredTools = new Map(tools.map((tool) => [tool.toolId, tool]));
  const order = checkGateOrder(gates, gateIds);
  const own = [
    ...findings,
    ...policy.findings,
    ...areas.findings,
    ...order,
    ...hooks.findings,
    ...ofTools,
    ...checkMergeTool(merge, '/merge/tool', new Map(tools.map((tool) => [tool.toolId, tool]))),
    ...read.findings,
    ...checkMendingTool(feedback.tool, declaredTools, '/feedback/tool'),
  ];
  return { settings, findings: own };
}

function readHealth(value: unknown): WorkerHealth {
  const seconds = asNumber(field(value, 'heartbeat_seconds'));
  const megabytes = asNumber(field(value, 'memory_mb'));
  return {
    heartbeatMs: seconds === null ? LIMITS.heartbeatMs : seconds * 1000,
    memoryBytes: megabytes === null ? LIMITS.workerMemoryBytes : megabytes * 1024 * 1024,
  };
}

function readSetup(value: unknown): WorkspaceSetup {
  return {
    commands: asList(field(value, 'setup')).flatMap((one) => {
      const argv = asTexts(one);
      return argv === null ? [] : [argv];
    }),
    copyIgnored: asTexts(field(value, 'copy_ignored')) ?? [],
    env: asTextRecord(field(value, 'env')),
    keyFiles: asTexts(field(value, 'key_files')) ?? [],
    timeoutMs: (asNumber(field(value, 'timeout_seconds')) ?? LIMITS.setupTimeoutMs / 1000) * 1000,
  };
}
