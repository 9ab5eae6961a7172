// The router of a project: its own file or the one that Patchbay brings along, with what is wrong with it.
import { LIMITS } from '../domain/limits.ts';
import { DOCUMENT_SCHEMAS } from '../uet/recognise-schema.ts';
import { schemaFaults } from '../uet/schema-faults.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import { parsePlan, placeFaults } from './parse-plan.ts';
import type { PolicyFile } from './policy-file.ts';
import { type RouterConfig, readRouter } from './read-router.ts';
import { createRouter, type Router } from './route-task.ts';
import type { ToolDefinition } from './tool-definition.ts';

/** The files of routers as they were found; null where there is none. */
export interface RouterFiles {
  /** The project's own. */
  readonly own: PolicyFile | null;
  readonly shipped: PolicyFile | null;
}

/** For callers that have no files to look into, such as tests. */
export const NO_ROUTER_FILES: RouterFiles = { own: null, shipped: null };

export interface OpenedRouter {
  readonly router: Router;
  /** False where a file cannot be used; then there is a finding, and only the tools of the project are known. */
  readonly isUsable: boolean;
  /** Without a place: the file that they are about stands in their words. */
  findings(place: { readonly path: string; readonly isNeeded: boolean }): readonly Finding[];
}

const FAULTS_SHOWN = 5;

export function openRouter(files: RouterFiles, declared: readonly ToolDefinition[]): OpenedRouter {
  const names = new Set(declared.map((tool) => tool.toolId));
  const own = files.own === null ? null : readFile(files.own, names);
  const shipped = files.shipped === null ? null : readFile(files.shipped, names);
  const faults = [...(own?.faults ?? []), ...(shipped?.faults ?? [])];
  const isBroken = faults.some((fault) => fault.severity === 'error');
  const parts = isBroken
    ? { own: null, shipped: null, declared }
    : { own: own?.config ?? null, shipped: shipped?.config ?? null, declared };
  return {
    router: createRouter(parts),
    isUsable: !isBroken,
    // A plan that names its tools runs in spite of a router that it does not need.
    findings: ({ path, isNeeded }) =>
      faults.map(({ code, severity, message, advice }) => {
        const make = severity === 'error' && isNeeded ? errorFinding : warningFinding;
        return make(code, { path, message, advice });
      }),
  };
}

interface FileReading {
  readonly config: RouterConfig | null;
  readonly faults: readonly Finding[];
}

function readFile(file: PolicyFile, declared: ReadonlySet<string>): FileReading {
  if ('problem' in file) {
    const message = `The router \`${file.file}\` cannot be used. ${file.problem}`;
    const advice = 'Name a router_config.v1 of the project under `router` in patchbay.yaml, or remove the line.';
    return { config: null, faults: [errorFinding('E_UNKNOWN_REFERENCE', { path: '', message, advice })] };
  }
  if (file.text.length > LIMITS.routerFileCharacters) {
    const message = `${file.file} has ${file.text.length} characters; ${LIMITS.routerFileCharacters} are allowed.`;
    return {
      config: null,
      faults: [errorFinding('E_SCHEMA', { path: '', message, advice: 'Leave out what no rule uses.' })],
    };
  }
  const parsed = parsePlan(file.text);
  const form = parsed.problems.length > 0 ? [] : schemaFaults(DOCUMENT_SCHEMAS['router_config.v1'], parsed.value);
  const reading = readRouter(parsed.value, declared);
  const meaning = parsed.problems.length > 0 || form.length > 0 ? [] : reading.findings;
  const problems = [...parsed.problems, ...placeFaults(parsed, [...form, ...meaning])];
  const faults = problems.slice(0, FAULTS_SHOWN).map(({ code, severity, line, path, message, advice }) => {
    const words = { path: '', message: `${file.file}:${line}${path === '' ? '' : ` ${path}`}: ${message}`, advice };
    return severity === 'error' ? errorFinding(code, words) : warningFinding(code, words);
  });
  return { config: reading.config, faults };
}
