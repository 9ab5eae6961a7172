// A plan → pure documents of UET v1, one for each phase and workstream; what v1 has no place for is listed, and kept beside them.
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import { loadPlan } from '../plan/load-plan.ts';
import type { RouterFiles } from '../plan/open-router.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { PolicyLookup } from '../plan/policy-file.ts';
import { NO_SETTINGS, type ProjectSettings } from '../plan/project-settings.ts';
import { asText } from '../plan/read-json.ts';
import { assemblePlan } from './assemble-plan.ts';
import { dropUnknown } from './drop-unknown.ts';
import { exportPhase, exportWorkstream, type LevelExport } from './export-level.ts';
import { orderFields, partsOf } from './field-order.ts';
import { type Dropped, ImportTrace, type Mapped, type PlanRecord } from './import-trace.ts';
import { ExtrasBuilder, type PlanExtras } from './plan-extras.ts';
import { documentItem, readDocument } from './read-document.ts';

export interface ExportSource {
  readonly text: string;
  readonly file: string;
  readonly project?: ProjectSettings;
  readonly policies?: PolicyLookup;
  readonly router?: RouterFiles;
}

export interface ExportedDocument {
  readonly schema: 'phase_spec.v1' | 'workstream_spec.v1';
  /** Relative, with `/`; the numbers keep the order of the plan. */
  readonly path: string;
  readonly document: PlanRecord;
}

/** A required field of v1 that the plan does not have. */
export interface Filled {
  readonly path: string;
  readonly pointer: string;
  readonly value: unknown;
}

export interface PlanExport {
  /** Empty where the plan has an error. */
  readonly documents: readonly ExportedDocument[];
  readonly extras: PlanExtras;
  /** Words that became words of v1, and fields that stand elsewhere there; by their place in the plan. */
  readonly mapped: readonly Omit<Mapped, 'to'>[];
  /** By their place in the plan; the extras have the same. */
  readonly stripped: readonly Dropped[];
  readonly filled: readonly Filled[];
  readonly problems: readonly Problem[];
}

/** Reads a `plan.v1` or a bare `workstream_spec.v1`. The same plan gives the same documents, byte for byte. */
export function exportPlan(source: ExportSource): PlanExport {
  const loaded = loadPlan(source);
  const builder = new ExtrasBuilder();
  const nothing = { documents: [], extras: builder.extras, mapped: [], stripped: [], filled: [] };
  if (loaded.plan === null) return { ...nothing, problems: loaded.problems };
  const trace = new ImportTrace();
  const plan = readPlan(source, loaded.plan.planId, trace);
  const { projectId } = source.project ?? NO_SETTINGS;
  exportRoot(plan, builder, trace);
  const context = { plan, trace, builder, projectId: asText(plan['project_id']) ?? projectId };
  const phases = partsOf(plan, 'phases').map((phase) => ({ phase, made: exportPhase(phase, context) }));
  const workstreams = phases.flatMap(({ phase }) =>
    partsOf(phase, 'workstreams').map((one) => exportWorkstream(one, phase, context)),
  );
  const named = [
    ...numbered(
      'phase_spec',
      phases.map(({ made }) => made),
    ),
    ...numbered('workstream_spec', workstreams),
  ];
  return {
    documents: named.map(({ path, made }) => ({ schema: made.schema, path, document: made.document })),
    extras: builder.extras,
    mapped: trace.changes(),
    stripped: trace.dropped,
    filled: named.flatMap(({ path, made }) => made.filled.map((one) => ({ path, ...one }))),
    problems: loaded.problems,
  };
}

/** The plan in v1's words, whatever words it was written in: the same reading that an import does. */
function readPlan({ text, file }: ExportSource, planId: string, trace: ImportTrace): PlanRecord {
  const { value, lineOf } = parsePlan(text);
  const document = { file, value, lineOf };
  const parts = readDocument(documentItem(document), { trace, gates: new Map() });
  const plan = assemblePlan(parts, { trace, planId, start: { document, pointer: '' } });
  dropUnknown(plan, trace);
  orderFields(plan);
  return plan;
}

/** v1 knows no plan: all of it but the phases is an extra. */
function exportRoot(plan: PlanRecord, { extras }: ExtrasBuilder, trace: ImportTrace): void {
  for (const [key, value] of Object.entries(plan)) {
    if (key === 'schema' || key === 'phases' || (key === 'project_id' && isShared(plan))) continue;
    extras.plan[key] = value;
    const from = trace.fieldPlace(plan, key);
    if (from !== null) trace.drop(from, value, 'UET v1 has no document for a plan.');
  }
}

/** True when every workstream says the plan's project. */
function isShared(plan: PlanRecord): boolean {
  const workstreams = partsOf(plan, 'phases').flatMap((phase) => partsOf(phase, 'workstreams'));
  return workstreams.every((one) => (one['project_id'] ?? plan['project_id']) === plan['project_id']);
}

interface Numbered {
  readonly path: string;
  readonly made: LevelExport;
}

function numbered(folder: string, list: readonly LevelExport[]): readonly Numbered[] {
  const width = String(list.length).length;
  return list.map((made, index) => {
    const number = String(index + 1).padStart(width, '0');
    return { path: `${folder}/${number}-${fileName(made.id)}.json`, made };
  });
}

/** An id may hold anything; a file name on every system may not. */
function fileName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return name.slice(0, LIMITS.exportNameLength) || 'unnamed';
}

/** A document as it stands in its file. */
export function documentText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
