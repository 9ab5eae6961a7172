// Checks any document we know: plans and projects with their meaning, the others of UET v1 by their schema.
import type { Problem } from '../lib/errors.ts';
import {
  DOCUMENT_SCHEMAS,
  type DocumentSchema,
  recogniseSchema,
  SCHEMA_NAMES,
  schemaByName,
} from '../uet/recognise-schema.ts';
import { type Fault, schemaFaults } from '../uet/schema-faults.ts';
import { directEditPlaces } from './direct-edit-places.ts';
import { type Finding, warningFinding } from './finding.ts';
import { resolveDocument } from './load-plan.ts';
import type { RouterFiles } from './open-router.ts';
import { parsePlan, placeFaults } from './parse-plan.ts';
import type { ParsedDocument } from './parsed-document.ts';
import type { PatchLookup } from './patch-file.ts';
import { NO_LOOKUP, type PolicyLookup } from './policy-file.ts';
import { createPolicyReader } from './policy-reader.ts';
import { DIRECT_EDITS_END, type ProjectFlags } from './project-flags.ts';
import { readProjectPolicy } from './project-policy.ts';
import type { ProjectSettings } from './project-settings.ts';
import { readPolicy } from './read-policy.ts';
import { readProject } from './read-project.ts';
import { readRouter } from './read-router.ts';

export interface DocumentSource {
  readonly text: string;
  readonly file: string;
  /** Name of the schema; recognised from the document where absent. */
  readonly schema?: string;
  readonly project?: ProjectSettings;
  /** Finds the policies that a plan or a project names. */
  readonly policies?: PolicyLookup;
  /** Finds the patches that a plan's tasks name. */
  readonly patches?: PatchLookup;
  /** Chooses the tools of a plan's tasks that name none. */
  readonly router?: RouterFiles;
}

export interface ValidatedDocument {
  readonly schema: string | null;
  /** No problem is an error. */
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

export function validateDocument(source: DocumentSource): ValidatedDocument {
  const parsed = parsePlan(source.text);
  if (parsed.problems.length > 0) return verdict(source.schema ?? null, parsed.problems);
  const schema = source.schema === undefined ? recogniseSchema(parsed.value) : schemaByName(source.schema);
  if (schema === null) return verdict(source.schema ?? null, [unknownSchema(source)]);
  if (schema === 'patchbay/plan.v1') return verdict(schema, resolveDocument(parsed, schema, source).problems);
  if (schema === 'patch_policy.v1') return verdict(schema, readPolicy(source).problems);
  const faults = schemaFaults(DOCUMENT_SCHEMAS[schema], parsed.value);
  if (schema === 'workstream_spec.v1') {
    return verdict(schema, warnBeyond(faults, resolveDocument(parsed, schema, source).problems));
  }
  return verdict(schema, placeFaults(parsed, [...faults, ...findingsOf(schema, parsed, source)]));
}

/** What UET accepts is accepted, though a run asks for more: a tool, at least one task, tasks that are there. */
function warnBeyond(faults: readonly Fault[], problems: readonly Problem[]): readonly Problem[] {
  const refused = new Set(faults.map(({ path, message }) => `${path} ${message}`));
  return problems.map((problem) =>
    refused.has(`${problem.path} ${problem.message}`) ? problem : { ...problem, severity: 'warning' },
  );
}

function findingsOf(schema: DocumentSchema, parsed: ParsedDocument, source: DocumentSource): readonly Finding[] {
  if (schema === 'patchbay/project.v1') return projectFindings(parsed, source);
  if (schema !== 'router_config.v1') return [];
  return readRouter(parsed.value, new Set(source.project?.tools.map((tool) => tool.toolId))).findings;
}

function projectFindings({ value, lineOf }: ParsedDocument, { file, policies = NO_LOOKUP }: DocumentSource) {
  const { settings, findings } = readProject(value, { file, lineOf });
  const all = [...findings, ...directEditFindings(settings.flags)];
  readProjectPolicy(settings, createPolicyReader(policies, settings.projectId), { findings: all, isHere: true });
  return all;
}

/** A project file that allows direct edits says so where it does. */
function directEditFindings(flags: ProjectFlags): readonly Finding[] {
  return directEditPlaces(flags).map(({ pointer, path }) =>
    warningFinding('E_UNPROTECTED', {
      path: pointer,
      message: `\`${path}\` is \`false\`: such tasks are direct edits, without a patch, a ledger entry or limits. Direct edits end after ${DIRECT_EDITS_END}.`,
      advice: 'Set it to `true` as soon as you can; docs/migrating.md shows the way.',
    }),
  );
}

function verdict(schema: string | null, problems: readonly Problem[]): ValidatedDocument {
  return { schema, ok: problems.every((problem) => problem.severity !== 'error'), problems };
}

function unknownSchema({ file, schema }: DocumentSource): Problem {
  return {
    code: 'E_UNKNOWN_SCHEMA',
    severity: 'error',
    path: '',
    line: 1,
    message: schema === undefined ? `${file} is empty or no document we know.` : `There is no schema \`${schema}\`.`,
    advice: `Known: ${SCHEMA_NAMES.join(', ')}. Name one with \`--schema NAME\`.`,
  };
}
