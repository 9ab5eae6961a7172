// Looks policies up once each, checks that they belong where they are named, and says at that place what is wrong.
import type { PatchPolicy } from '../domain/patch-policy.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import type { PolicyFile, PolicyLookup, PolicyMention } from './policy-file.ts';
import { type PolicyReading, readPolicy } from './read-policy.ts';

/** A policy that was found; `phaseId` where it holds for one phase only. */
export interface NamedPolicy {
  readonly policy: PatchPolicy;
  readonly phaseId: string | null;
}

export interface PolicyReader {
  /** Null, with findings at the mention, for a policy that is missing, faulty or another project's. */
  read(mention: PolicyMention, findings: Finding[]): NamedPolicy | null;
  /** The same for a document at hand. */
  readFile(file: PolicyFile, pointer: string, findings: Finding[]): NamedPolicy | null;
}

const FAULTS_SHOWN = 5;

export function createPolicyReader(lookup: PolicyLookup, projectId: string): PolicyReader {
  const files = new Map<string, PolicyFile>();
  const readings = new Map<PolicyFile, PolicyReading>();
  const readFile = (file: PolicyFile, pointer: string, findings: Finding[]): NamedPolicy | null => {
    if ('problem' in file) {
      findings.push(errorFinding('E_UNKNOWN_REFERENCE', { path: pointer, ...missingWords(file) }));
      return null;
    }
    const reading = readings.get(file) ?? readPolicy(file);
    readings.set(file, reading);
    findings.push(...faultsOf(reading, file.file, pointer));
    if (reading.problems.some((problem) => problem.severity === 'error')) return null;
    if (reading.projectId === null || reading.projectId === projectId) return reading;
    findings.push(
      errorFinding('E_PLAN_CONSISTENCY', {
        path: pointer,
        message: `Policy \`${reading.id}\` (${file.file}) is for project \`${reading.projectId}\`; this is \`${projectId}\`.`,
        advice: 'Name another policy, or take `scope.project_id` out of it.',
      }),
    );
    return null;
  };
  return {
    readFile,
    read: ({ name, pointer }, findings) => {
      const file = files.get(name) ?? lookup(name);
      files.set(name, file);
      return readFile(file, pointer, findings);
    },
  };
}

function missingWords({ file, problem }: Extract<PolicyFile, { problem: string }>) {
  const advice =
    'Name a policy that Patchbay brings along (global, python_strict, docs_permissive) or a file of the project, such as `policies/ours.json`.';
  return { message: `The policy \`${file}\` cannot be used. ${problem}`, advice };
}

function faultsOf({ problems }: PolicyReading, file: string, pointer: string): readonly Finding[] {
  return problems.slice(0, FAULTS_SHOWN).map(({ code, severity, path, line, message, advice }) => {
    const words = { path: pointer, message: `${file}:${line}${path === '' ? '' : ` ${path}`}: ${message}`, advice };
    return severity === 'error' ? errorFinding(code, words) : warningFinding(code, words);
  });
}
