// Documents of other formats → a plan of ours, with an account of what was mapped, dropped, proposed, and needs a person.

import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { parseDocuments } from '../plan/parse-documents.ts';
import type { PolicyLookup } from '../plan/policy-file.ts';
import type { ProjectSettings } from '../plan/project-settings.ts';
import { applyProposals } from './apply-proposals.ts';
import { assemblePlan } from './assemble-plan.ts';
import { dropUnknown } from './drop-unknown.ts';
import { orderFields, partsOf } from './field-order.ts';
import { type Dropped, type ImportProblem, ImportTrace, lineOf, type Mapped, type PlanRecord } from './import-trace.ts';
import { joinParts, type PlanParts } from './plan-parts.ts';
import { type Proposal, proposeOrder } from './propose-order.ts';
import { documentItem, readDocument } from './read-document.ts';
import type { SourceDocument } from './source-record.ts';
import { writePlan } from './write-plan.ts';

export interface ImportFile {
  /** As it is named in the report. */
  readonly file: string;
  readonly text: string;
}

export interface ImportOrder {
  readonly files: readonly ImportFile[];
  /** Id of the plan where no document has one. */
  readonly planId: string;
  /** Ids of proposals to take into the plan, or all of them. */
  readonly accept: readonly string[] | 'all';
  /** What patchbay.yaml says; its gates stand for the kinds of gates that old documents name. */
  readonly project?: ProjectSettings;
  /** Finds the policies that documents name. */
  readonly policies?: PolicyLookup;
}

export interface ImportResult {
  /** A `plan.v1` document that loads without an error; null when any problem is one. */
  readonly plan: PlanRecord | null;
  /** The same as YAML, with comments. */
  readonly text: string | null;
  readonly mapped: readonly Mapped[];
  readonly dropped: readonly Dropped[];
  readonly proposals: readonly Proposal[];
  readonly problems: readonly ImportProblem[];
}

/** Never throws for what the files say. The same files give the same result. */
export function importPlan(order: ImportOrder): ImportResult {
  const trace = new ImportTrace();
  const documents = order.files.flatMap((one) => readFile(one, trace));
  const [start] = documents;
  // What could not be read may be what the rest needs.
  if (start === undefined || trace.problems.length > 0) return refused(trace, {}, []);
  const context = { trace, gates: gatesByKind(order.project) };
  const parts = joinParts(documents.map((document) => readDocument(documentItem(document), context)));
  if ([parts.phases, parts.workstreams, parts.tasks].every((list) => list.length === 0)) {
    if (trace.problems.length === 0) {
      const words = {
        message: 'There is no work in what is imported.',
        advice: 'Name files with workstreams or tasks.',
      };
      trace.refuse({ document: start, pointer: '' }, 'E_SCHEMA', words);
    }
    return refused(trace, {}, []);
  }
  const count = countTasks(parts);
  if (count > LIMITS.planTasks) {
    const words = {
      message: `There are ${count} tasks; a plan may have ${LIMITS.planTasks}.`,
      advice: 'Import less at once.',
    };
    trace.refuse({ document: start, pointer: '' }, 'E_SCHEMA', words);
    return { ...refused(trace, {}, []), mapped: [] };
  }
  const plan = assemblePlan(parts, { trace, planId: order.planId, start: { document: start, pointer: '' } });
  dropUnknown(plan, trace);
  const proposals = applyProposals(plan, proposeOrder(plan, trace), { accept: order.accept, trace });
  orderFields(plan);
  return checked(plan, { trace, order, proposals });
}

function countTasks({ phases, workstreams, tasks }: PlanParts): number {
  const all = [...workstreams, ...phases.flatMap((phase) => partsOf(phase, 'workstreams'))];
  return all.reduce((sum, one) => sum + partsOf(one, 'tasks').length, tasks.length);
}

function readFile({ file, text }: ImportFile, trace: ImportTrace): readonly SourceDocument[] {
  return parseDocuments(text).flatMap(({ value, lineOf: line, problems }) => {
    trace.problems.push(...problems.map((one) => ({ ...one, file, needsPerson: false })));
    return problems.some((one) => one.severity === 'error') ? [] : [{ file, value, lineOf: line }];
  });
}

function gatesByKind(project: ProjectSettings | undefined): ReadonlyMap<string, string> {
  const gates = project?.gates ?? [];
  // The first gate of a kind counts.
  return new Map(gates.toReversed().map((gate) => [gate.kind, gate.gateId]));
}

interface Checking {
  readonly trace: ImportTrace;
  readonly order: ImportOrder;
  readonly proposals: readonly Proposal[];
}

/** The plan goes through the door that every plan goes through; what is wrong is told by the places it came from. */
function checked(plan: PlanRecord, { trace, order, proposals }: Checking): ImportResult {
  const text = writePlan(plan, trace);
  const { project, policies } = order;
  const settings = { ...(project ? { project } : {}), ...(policies ? { policies } : {}) };
  const loaded = loadPlan({ text, file: 'the imported plan', ...settings });
  trace.problems.push(...withoutRepeats(loaded.problems.map((problem) => placed(problem, plan, { trace, proposals }))));
  const isFaulty = loaded.plan === null || trace.problems.some((problem) => problem.severity === 'error');
  if (isFaulty) return refused(trace, plan, proposals);
  return { plan, text, mapped: trace.mapped(plan), dropped: trace.dropped, proposals, problems: trace.problems };
}

/** What a document says once of all its tasks is warned of once. */
function withoutRepeats(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  const seen = new Set<string>();
  return problems.filter((one) => {
    const key = `${one.code} ${one.file} ${one.path}`;
    const isRepeat = one.severity === 'warning' && seen.has(key);
    seen.add(key);
    return !isRepeat;
  });
}

function placed(found: Problem, plan: PlanRecord, { trace, proposals }: Omit<Checking, 'order'>): ImportProblem {
  const from = trace.origin(plan, found.path);
  const isOpen = found.code === 'E_SCOPE_OVERLAP' && proposals.some((one) => !one.accepted);
  const problem = isOpen ? { ...found, advice: `${found.advice} Perhaps a proposed dependency is the order.` } : found;
  const isQuestion = problem.code === 'E_UNKNOWN_TOOL' || problem.code === 'E_SCOPE_OVERLAP';
  if (from === null) return { ...problem, file: '', needsPerson: isQuestion };
  return { ...problem, file: from.document.file, path: from.pointer, line: lineOf(from), needsPerson: isQuestion };
}

function refused(trace: ImportTrace, plan: PlanRecord, proposals: readonly Proposal[]): ImportResult {
  const { dropped, problems } = trace;
  return { plan: null, text: null, mapped: trace.mapped(plan), dropped, proposals, problems };
}
