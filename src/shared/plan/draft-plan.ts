// Document → draft: a plan file, or a bare workstream as a plan of one phase. Faults of form are the schema's to report.
import type { Draft, DraftLevel, DraftPhase, DraftScope, DraftTask, DraftWorkstream, Reference } from './draft.ts';
import type { PolicyMention } from './policy-file.ts';
import { asList, asNumber, asRecord, asText, asTexts, field, type JsonRecord } from './read-json.ts';

/** Reads what can be read of a `plan.v1` document; parts of the wrong shape are left out. */
export function draftPlan(document: unknown): Draft {
  const planId = asText(field(document, 'plan_id')) ?? 'plan';
  return {
    planId,
    projectId: asText(field(document, 'project_id')),
    name: asText(field(document, 'name')) ?? planId,
    strategy: asText(field(document, 'strategy')),
    mergeOrder: asText(field(document, 'merge_order')),
    merge: field(document, 'merge'),
    budgetUsd: budgetOf(document),
    policyRefs: policyMentions(field(document, 'patch_policy_ref'), '/patch_policy_ref'),
    issueRef: asText(field(document, 'issue_ref')),
    gates: field(document, 'gates'),
    feedback: field(document, 'feedback'),
    phases: entries(field(document, 'phases'), '/phases').map(draftPhase),
    bare: false,
  };
}

/** The implicit plan of a bare `workstream_spec.v1`. */
export function draftWorkstreamPlan(document: unknown): Draft {
  const raw = asRecord(document) ?? {};
  const phaseId = asText(raw['phase_id']) ?? 'PHASE';
  const workstream = draftWorkstream({ raw, pointer: '' }, phaseId);
  const phase = { ...level('phase', { raw: {}, pointer: '' }), id: phaseId, name: phaseId, workstreams: [workstream] };
  return {
    planId: workstream.id,
    projectId: asText(raw['project_id']),
    name: workstream.name,
    strategy: null,
    mergeOrder: null,
    merge: undefined,
    budgetUsd: null,
    policyRefs: [],
    issueRef: null,
    gates: undefined,
    feedback: undefined,
    phases: [phase],
    bare: true,
  };
}

interface Entry {
  readonly raw: JsonRecord;
  readonly pointer: string;
}

function entries(value: unknown, pointer: string): readonly Entry[] {
  return asList(value).flatMap((item, index) => {
    const raw = asRecord(item);
    return raw === null ? [] : [{ raw, pointer: `${pointer}/${index}` }];
  });
}

function draftPhase(entry: Entry): DraftPhase {
  const phase = level('phase', entry);
  const workstreams = entries(entry.raw['workstreams'], `${entry.pointer}/workstreams`);
  return { ...phase, workstreams: workstreams.map((one) => draftWorkstream(one, phase.id)) };
}

function draftWorkstream(entry: Entry, phaseId: string): DraftWorkstream {
  const base = level('workstream', entry);
  const tasks = entries(entry.raw['tasks'], `${entry.pointer}/tasks`).map(
    (one): DraftTask => ({ ...level('task', one), phaseId, workstreamId: base.id }),
  );
  return { ...base, phaseId, strategy: asText(entry.raw['strategy']), tasks };
}

function level(noun: DraftLevel['noun'], { raw, pointer }: Entry): DraftLevel {
  const id = asText(raw[`${noun}_id`]) ?? '';
  const scopeKey = noun === 'task' && raw['resource_scope'] === undefined ? 'resource_scope_delta' : 'resource_scope';
  const limitsKey = noun === 'task' && raw['constraints'] === undefined ? 'constraints_delta' : 'constraints';
  return {
    noun,
    id,
    pointer,
    name: asText(raw['name']) ?? id,
    after: references(raw['depends_on'], `${pointer}/depends_on`),
    gates: references(raw['gates'], `${pointer}/gates`),
    scope: raw[scopeKey] === undefined ? NO_SCOPE : draftScope(raw[scopeKey], `${pointer}/${scopeKey}`),
    constraints:
      raw[limitsKey] === undefined ? NO_LIMITS : { pointer: `${pointer}/${limitsKey}`, value: raw[limitsKey] },
    policyRefs: policyMentions(raw['patch_policy_ref'], `${pointer}/patch_policy_ref`),
    budgetUsd: budgetOf(raw),
    raw,
  };
}

/** Most tasks say nothing of their own; these stand for all of them. */
const NO_SCOPE: DraftScope = { pointer: '', read: null, write: null, create: null, forbidden: null };
const NO_LIMITS: DraftLevel['constraints'] = { pointer: '', value: undefined };
const NO_MENTIONS: readonly PolicyMention[] = [];

/** Null when there is no list at all: an empty list is a declaration that nothing must come first. */
export function references(value: unknown, pointer: string): readonly Reference[] | null {
  if (!Array.isArray(value)) return null;
  return value.flatMap((item: unknown, index) => {
    const id = asText(item) ?? asText(field(item, 'task'));
    if (id === null || id === '') return [];
    return [
      {
        id,
        pointer: `${pointer}/${index}`,
        edge: asText(field(item, 'edge')) ?? 'success',
        gate: asText(field(item, 'gate')),
      },
    ];
  });
}

/** One name or a list of them. */
export function policyMentions(value: unknown, pointer: string): readonly PolicyMention[] {
  if (value === undefined) return NO_MENTIONS;
  if (typeof value === 'string') return [{ name: value, pointer }];
  return asList(value).flatMap((name, index) =>
    typeof name === 'string' ? [{ name, pointer: `${pointer}/${index}` }] : [],
  );
}

function draftScope(value: unknown, pointer: string): DraftScope {
  return {
    pointer,
    read: asTexts(field(value, 'read')),
    write: asTexts(field(value, 'write')),
    create: asTexts(field(value, 'create')),
    forbidden: asTexts(field(value, 'forbidden')),
  };
}

function budgetOf(value: unknown): number | null {
  const budget = field(value, 'budget');
  return asNumber(field(budget, 'max_cost_total_usd')) ?? asNumber(field(budget, 'max_cost_usd'));
}
