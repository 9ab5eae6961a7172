// The one way from the text of a plan file to a plan: used by the engine, the command line and the editor alike.
import type { Problem } from '../lib/errors.ts';
import { DOCUMENT_SCHEMAS, type DocumentSchema, recogniseSchema, SCHEMA_NAMES } from '../uet/recognise-schema.ts';
import { type Fault, schemaFaults } from '../uet/schema-faults.ts';
import { draftPlan, draftWorkstreamPlan } from './draft-plan.ts';
import type { Overlap } from './find-overlaps.ts';
import type { Finding } from './finding.ts';
import { NO_ROUTER_FILES, type RouterFiles } from './open-router.ts';
import { parsePlan, placeFaults } from './parse-plan.ts';
import type { ParsedDocument } from './parsed-document.ts';
import { NAMED_ONLY, type PatchLookup } from './patch-file.ts';
import type { Plan } from './plan.ts';
import { NO_LOOKUP, type PolicyFile, type PolicyLookup } from './policy-file.ts';
import { NO_SETTINGS, type ProjectSettings } from './project-settings.ts';
import { resolvePlan } from './resolve-plan.ts';

export interface LoadOptions {
  /** `sequential`, `dag` or `shadow`, over every word in the file. */
  readonly strategy?: string;
  /** Tool of tasks that name none. */
  readonly tool?: string;
  /** A policy on top of the project's. */
  readonly policy?: PolicyFile;
}

export interface PlanSource {
  readonly text: string;
  /** For messages only. */
  readonly file: string;
  /** What patchbay.yaml says; {@link NO_SETTINGS} where there is none. */
  readonly project?: ProjectSettings;
  /** Finds the policies that plan and project name. */
  readonly policies?: PolicyLookup;
  /** Finds the patches that tasks name; without it they are named only. */
  readonly patches?: PatchLookup;
  /** Chooses the tools of tasks that name none. */
  readonly router?: RouterFiles;
  readonly options?: LoadOptions;
}

export interface LoadedPlan {
  /** Null when any problem is an error. */
  readonly plan: Plan | null;
  /** Everything at once, in the order of the file. */
  readonly problems: readonly Problem[];
  /** The warnings that make `run` refuse, as errors; see run-blockers.ts. */
  readonly blockers: readonly Problem[];
  readonly overlaps: readonly Overlap[];
  readonly schema: DocumentSchema | null;
}

/** Accepts a `plan.v1` file and a bare `workstream_spec.v1`. Never throws for what the text says. */
export function loadPlan(source: PlanSource): LoadedPlan {
  const parsed = parsePlan(source.text);
  if (parsed.problems.length > 0) return refused(null, parsed.problems);
  const schema = recogniseSchema(parsed.value);
  if (schema !== 'patchbay/plan.v1' && schema !== 'workstream_spec.v1') {
    return refused(schema, [notAPlan(source.file, schema)]);
  }
  return resolveDocument(parsed, schema, source);
}

/** The checks behind {@link loadPlan} for a document already parsed and recognised. */
export function resolveDocument(
  parsed: ParsedDocument,
  schema: 'patchbay/plan.v1' | 'workstream_spec.v1',
  source: PlanSource,
): LoadedPlan {
  const faults = schemaFaults(DOCUMENT_SCHEMAS[schema], parsed.value);
  const draft = schema === 'patchbay/plan.v1' ? draftPlan(parsed.value) : draftWorkstreamPlan(parsed.value);
  const resolution = resolvePlan(draft, {
    project: source.project ?? NO_SETTINGS,
    strategy: source.options?.strategy ?? null,
    tool: source.options?.tool ?? null,
    policy: source.options?.policy ?? null,
    policies: source.policies ?? NO_LOOKUP,
    router: source.router ?? NO_ROUTER_FILES,
    patches: source.patches ?? NAMED_ONLY,
    file: source.file,
    lineOf: parsed.lineOf,
  });
  const blocking = resolution.findings.filter((one) => one.blocksRun && one.severity === 'warning');
  return {
    plan: faults.length > 0 ? null : resolution.plan,
    problems: placeFaults(parsed, [...faults, ...resolution.findings.map(toFault)]),
    blockers: placeFaults(
      parsed,
      blocking.map((one) => ({ ...toFault(one), severity: 'error' })),
    ),
    overlaps: resolution.overlaps,
    schema,
  };
}

function toFault({ code, severity, path, message, advice }: Finding): Fault {
  return { code, severity, path, message, advice };
}

function refused(schema: DocumentSchema | null, problems: readonly Problem[]): LoadedPlan {
  return { plan: null, problems, blockers: [], overlaps: [], schema };
}

function notAPlan(file: string, schema: DocumentSchema | null): Problem {
  return {
    code: 'E_UNKNOWN_SCHEMA',
    severity: 'error',
    path: '',
    line: 1,
    message: schema === null ? `${file} is empty or no document we know.` : `${file} is a ${schema}, not a plan.`,
    advice:
      schema === null
        ? `A plan begins with \`schema: patchbay/plan.v1\`. Known documents: ${SCHEMA_NAMES.join(', ')}.`
        : 'A plan begins with `schema: patchbay/plan.v1`; a `workstream_spec.v1` runs too.',
  };
}
