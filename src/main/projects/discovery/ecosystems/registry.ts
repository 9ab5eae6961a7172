// The ecosystems that discovery knows, in the order in which their commands are listed.
import type { Ecosystem } from '../evidence.ts';
import { compiledEcosystem } from './compiled-ecosystem.ts';
import { dataEcosystem } from './data-ecosystem.ts';
import { documentationEcosystem } from './documentation-ecosystem.ts';
import { nodeEcosystem } from './node-ecosystem.ts';
import { operationsEcosystem } from './operations-ecosystem.ts';
import { powershellEcosystem } from './powershell-ecosystem.ts';
import { pythonEcosystem } from './python-ecosystem.ts';
import { scriptingEcosystem } from './scripting-ecosystem.ts';
import { taskRunnerEcosystem } from './task-runner-ecosystem.ts';

/** The task runner comes last: its commands count only for a purpose that no other ecosystem serves. */
export const ECOSYSTEMS: readonly Ecosystem[] = [
  nodeEcosystem,
  pythonEcosystem,
  powershellEcosystem,
  compiledEcosystem,
  scriptingEcosystem,
  dataEcosystem,
  operationsEcosystem,
  documentationEcosystem,
  taskRunnerEcosystem,
];

export const FALLBACK = taskRunnerEcosystem.id;

/** Base names of all files that some ecosystem asks for. */
export const NOTABLE = union(ECOSYSTEMS.flatMap((one) => [one.reads, ...(one.marks ? [one.marks] : [])]));

/** Base names of files that are read whole. */
export const MANIFESTS = union(ECOSYSTEMS.map((one) => one.reads));

/** One expression for all; case matters only where every part says so, which none of ours needs. */
function union(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map((pattern) => `(?:${pattern.source})`).join('|'), 'i');
}
