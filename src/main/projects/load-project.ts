// patchbay.yaml at the root of a repository → project settings, with everything that is wrong with it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../shared/lib/errors.ts';
import { parsePlan, placeFaults } from '../../shared/plan/parse-plan.ts';
import type { ProjectSettings } from '../../shared/plan/project-settings.ts';
import { readProject } from '../../shared/plan/read-project.ts';
import { DOCUMENT_SCHEMAS } from '../../shared/uet/recognise-schema.ts';
import { schemaFaults } from '../../shared/uet/schema-faults.ts';
import { readDocument } from './read-document.ts';

export const PROJECT_FILE = 'patchbay.yaml';

export interface LoadedProject {
  /** Null where there is no file, or where a problem is an error. */
  readonly settings: ProjectSettings | null;
  readonly problems: readonly Problem[];
}

/** Reads the file below `root`; a repository without one is in order. Never throws. */
export function loadProject(root: string): LoadedProject {
  const file = join(root, PROJECT_FILE);
  if (!existsSync(file)) return { settings: null, problems: [] };
  const read = readDocument(file);
  return 'text' in read ? parseProject(read.text) : { settings: null, problems: [read.problem] };
}

export function parseProject(text: string): LoadedProject {
  const parsed = parsePlan(text);
  if (parsed.problems.length > 0) return { settings: null, problems: parsed.problems };
  const faults = schemaFaults(DOCUMENT_SCHEMAS['patchbay/project.v1'], parsed.value);
  const { settings, findings } = readProject(parsed.value, { file: PROJECT_FILE, lineOf: parsed.lineOf });
  const problems = placeFaults(parsed, [...faults, ...findings]);
  return { settings: problems.some((one) => one.severity === 'error') ? null : settings, problems };
}
