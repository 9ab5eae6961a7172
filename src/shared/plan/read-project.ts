// Document → project settings: what a `project.v1` file (patchbay.yaml) says, with what is wrong with it.
import { LIMITS } from '../domain/limits.ts';
import { checkGateOrder } from './check-cycles.ts';
import type { Finding } from './finding.ts';
import type { WorkspaceSetup } from './plan.ts';
import { NO_SETTINGS, type PolicyLimits, type ProjectSettings } from './project-settings.ts';
import { readFlags } from './read-flags.ts';
import { readGates } from './read-gates.ts';
import { asBoolean, asList, asNumber, asText, asTextRecord, asTexts, field } from './read-json.ts';

export interface ProjectReading {
  readonly settings: ProjectSettings;
  readonly findings: readonly Finding[];
}

/** Reads what can be read; faults of form are the schema's to report. */
export function readProject(document: unknown): ProjectReading {
  const { gates, findings } = readGates(field(document, 'gates'), '/gates');
  const read = readFlags(field(document, 'flags'), '/flags');
  const projectId = asText(field(document, 'project_id')) ?? NO_SETTINGS.projectId;
  const settings: ProjectSettings = {
    projectId,
    name: asText(field(document, 'name')) ?? projectId,
    gates: gates.map((gate) => gate.definition),
    setup: readSetup(field(document, 'workspace')),
    policy: readPolicy(field(document, 'policy')),
    flags: read.flags,
  };
  const order = checkGateOrder(gates, new Set(gates.map((gate) => gate.id)));
  return { settings, findings: [...findings, ...order, ...read.findings] };
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

/** The group `policy` of a project, or a policy file of the same fields. */
export function readPolicy(value: unknown): PolicyLimits {
  return {
    maxLinesChanged: asNumber(field(value, 'max_lines_changed')),
    maxFilesChanged: asNumber(field(value, 'max_files_changed')),
    forbidBinary: asBoolean(field(value, 'forbid_binary')) ?? false,
    forbidPaths: asTexts(field(value, 'forbid_paths')) ?? [],
  };
}
