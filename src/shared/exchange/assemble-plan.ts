// Parts of documents → one plan: tasks find their workstream, workstreams their phase; what is missing is made and said.
import { asText } from '../plan/read-json.ts';
import { partsOf } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { applyExtras } from './plan-extras.ts';
import type { PlanParts } from './plan-parts.ts';
import { sortBySequence } from './sort-by-sequence.ts';
import type { Place } from './source-record.ts';

export interface Assembly {
  readonly trace: ImportTrace;
  /** Id of the plan where no document has one. */
  readonly planId: string;
  /** For what has no place of its own. */
  readonly start: Place;
}

export function assemblePlan(parts: PlanParts, { trace, planId, start }: Assembly): PlanRecord {
  const plan = trace.begin(start);
  plan['schema'] = 'patchbay/plan.v1';
  for (const one of parts.plans) mergePlan(plan, one, trace);
  if (plan['plan_id'] === undefined) {
    trace.set(plan, 'plan_id', planId, { from: start, note: 'The plan is named after its file.' });
  }
  const phases = [...parts.phases];
  const homes = new Homes(phases, { trace, start });
  for (const task of parts.tasks) homes.takeTask(task, parts.workstreams);
  for (const workstream of [...parts.workstreams, ...homes.made]) homes.takeWorkstream(workstream);
  plan['phases'] = withoutIdlePhases(phases, trace);
  for (const phase of partsOf(plan, 'phases')) {
    for (const one of workstreamsOf(phase)) {
      if (one['phase_id'] === phase['phase_id']) delete one['phase_id'];
      sortBySequence(one, trace);
    }
  }
  shareProject(plan, trace);
  applyExtras(plan, parts, trace);
  return plan;
}

function mergePlan(plan: PlanRecord, one: PlanRecord, trace: ImportTrace): void {
  for (const [key, value] of Object.entries(one)) {
    const from = trace.origin(one, `/${key}`);
    if (from === null) continue;
    if (plan[key] === undefined) trace.set(plan, key, value, { from });
    else if (plan[key] !== value) trace.drop(from, value, `Another document says \`${key}\` already.`);
  }
}

/** Puts what stands alone where it belongs. */
class Homes {
  readonly made: PlanRecord[] = [];
  readonly #phases: PlanRecord[];
  readonly #trace: ImportTrace;
  readonly #start: Place;

  constructor(phases: PlanRecord[], { trace, start }: { readonly trace: ImportTrace; readonly start: Place }) {
    this.#phases = phases;
    this.#trace = trace;
    this.#start = start;
  }

  /** By its `workstream_id`, else the only workstream there is, else one made for it. */
  takeTask(task: PlanRecord, workstreams: readonly PlanRecord[]): void {
    const id = asText(task['workstream_id']);
    for (const key of ['workstream_id', 'phase_id', 'project_id']) this.#expectText(task, key);
    const all = [...workstreams, ...this.#phases.flatMap(workstreamsOf), ...this.made];
    const named = all.find((one) => one['workstream_id'] === (id ?? MADE_WORKSTREAM));
    const home =
      named ?? (id === null && workstreams.length === 1 ? workstreams[0] : undefined) ?? this.#makeWorkstream(id, task);
    home['tasks'] = [...partsOf(home, 'tasks'), task];
    for (const key of ['phase_id', 'project_id']) {
      const from = this.#trace.fieldPlace(task, key);
      if (from !== null && this.made.includes(home) && home[key] === undefined) {
        this.#trace.set(home, key, task[key], { from });
      }
    }
    for (const key of ['workstream_id', 'phase_id', 'project_id']) this.#redundant(task, key);
  }

  takeWorkstream(workstream: PlanRecord): void {
    const id = asText(workstream['phase_id']);
    const named = this.#phases.find((one) => one['phase_id'] === (id ?? MADE_PHASE));
    const only = id === null && this.#phases.length === 1 ? this.#phases[0] : undefined;
    const phase = named ?? only ?? this.#makePhase(id, workstream);
    phase['workstreams'] = [...workstreamsOf(phase), workstream];
    this.#redundant(workstream, 'phase_id');
  }

  #makeWorkstream(id: string | null, task: PlanRecord): PlanRecord {
    const from = this.#trace.placeOf(task) ?? this.#start;
    const made = this.#trace.begin(from, 'A workstream was made: the task belongs to none that is here.');
    Object.assign(made, { workstream_id: id ?? MADE_WORKSTREAM, name: id ?? 'Imported tasks' });
    this.made.push(made);
    return made;
  }

  #makePhase(id: string | null, workstream: PlanRecord): PlanRecord {
    const from = this.#trace.placeOf(workstream) ?? this.#start;
    const made = this.#trace.begin(from, 'A phase was made: the workstream belongs to none that is here.');
    Object.assign(made, { phase_id: id ?? MADE_PHASE, name: id ?? 'Imported work' });
    if (id !== null) {
      this.#trace.ask(
        from,
        `The phase \`${id}\` is not among the documents.`,
        'Import it together with its workstreams: its limits are missing.',
      );
    }
    this.#phases.push(made);
    return made;
  }

  /** An id of another form names no home, and would be lost with it. */
  #expectText(record: PlanRecord, key: string): void {
    const from = this.#trace.fieldPlace(record, key);
    if (record[key] === undefined || typeof record[key] === 'string' || from === null) return;
    const message = `\`${key}\` must be a text, not \`${JSON.stringify(record[key])}\`.`;
    this.#trace.refuse(from, 'E_SCHEMA', { message, advice: 'Write a text.' });
  }

  /** Where a part belongs is said by where it stands. */
  #redundant(record: PlanRecord, key: string): void {
    const from = this.#trace.fieldPlace(record, key);
    if (record[key] === undefined || from === null) return;
    this.#trace.fold(from, `\`${key}\` is said by where it stands.`);
    delete record[key];
  }
}

const MADE_WORKSTREAM = 'imported-tasks';
const MADE_PHASE = 'imported';

function workstreamsOf(phase: PlanRecord): readonly PlanRecord[] {
  return partsOf(phase, 'workstreams');
}

/** A phase without work cannot stand in a plan; beside others that have some it is left out. */
function withoutIdlePhases(phases: readonly PlanRecord[], trace: ImportTrace): readonly PlanRecord[] {
  const busy = phases.filter((phase) => workstreamsOf(phase).length > 0);
  if (busy.length === 0) return phases;
  for (const phase of phases.filter((one) => !busy.includes(one))) {
    const from = trace.placeOf(phase);
    if (from === null) continue;
    trace.drop(from, phase, 'The phase has no workstream.');
    trace.ask(
      from,
      `The phase \`${String(phase['phase_id'])}\` has no workstream and was left out.`,
      'Import it together with its workstreams.',
    );
  }
  return busy;
}

/** One project for all is the plan's. */
function shareProject(plan: PlanRecord, trace: ImportTrace): void {
  const workstreams = partsOf(plan, 'phases').flatMap(workstreamsOf);
  const ids = new Set(workstreams.map((one) => one['project_id']));
  const [id] = ids;
  if (ids.size !== 1 || id === undefined || (plan['project_id'] ?? id) !== id) return;
  const first = workstreams[0];
  const from = first === undefined ? null : trace.origin(first, '/project_id');
  if (plan['project_id'] === undefined && from !== null) {
    trace.set(plan, 'project_id', id, { from, note: "One project for all workstreams is the plan's." });
  }
  for (const one of workstreams) delete one['project_id'];
}
