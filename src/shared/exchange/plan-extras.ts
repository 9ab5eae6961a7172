// What a plan says and UET v1 has no place for: a document of its own beside the pure ones, by which an import restores it.
import { asRecord, asText } from '../plan/read-json.ts';
import { dependencyIds } from './dependency-ids.ts';
import { partsOf } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { NO_PARTS, type PlanParts } from './plan-parts.ts';
import { plainCopy } from './read-fields.ts';
import type { SourceRecord } from './source-record.ts';

export const EXTRAS_SCHEMA = 'patchbay/plan_extras.v1';

/** Fields by the id of what they belong to. */
export interface PlanExtras {
  readonly schema: typeof EXTRAS_SCHEMA;
  readonly plan: PlanRecord;
  readonly phases: Record<string, PlanRecord>;
  readonly workstreams: Record<string, PlanRecord>;
  readonly tasks: Record<string, PlanRecord>;
}

const LEVELS = { phases: 'phase_id', workstreams: 'workstream_id', tasks: 'task_id' } as const;
export type ExtrasLevel = keyof typeof LEVELS;

export function looksLikeExtras(source: SourceRecord): boolean {
  return source.peek('schema') === EXTRAS_SCHEMA;
}

export function readExtras(source: SourceRecord, trace: ImportTrace): PlanParts {
  source.take('schema');
  const own = source.takeRecord('plan');
  const plan = trace.begin(source.at('plan'));
  for (const key of own?.left() ?? []) {
    const from = own?.at(key) ?? source.place;
    trace.set(plan, key, plainCopy({ value: own?.take(key), place: from }, trace), { from });
  }
  const extras = (Object.keys(LEVELS) as ExtrasLevel[]).flatMap((level) => {
    const record = source.takeRecord(level);
    return record === null ? [] : [{ level, record }];
  });
  for (const key of source.left()) trace.drop(source.at(key), source.take(key), 'A file of extras has no such part.');
  return { ...NO_PARTS, plans: [plan], extras };
}

/** The documents' own words stay; a list of dependencies gets back the kinds of its edges. */
export function applyExtras(plan: PlanRecord, parts: PlanParts, trace: ImportTrace): void {
  for (const { level, record } of parts.extras) {
    const known = new Map(recordsOf(plan, level).map((one) => [asText(one[LEVELS[level]]), one]));
    for (const id of record.left()) {
      const target = known.get(id);
      const fields = record.takeRecord(id);
      if (target !== undefined && fields !== null) restore(target, fields, trace);
      else {
        trace.drop(record.at(id), record.take(id), `There is nothing of this id among the ${level}.`);
        trace.ask(
          record.at(id),
          `The extras speak of \`${id}\`, which is not among the ${level}.`,
          'Import all documents of the plan.',
        );
      }
    }
  }
}

function recordsOf(plan: PlanRecord, level: ExtrasLevel): readonly PlanRecord[] {
  const phases = partsOf(plan, 'phases');
  if (level === 'phases') return phases;
  const workstreams = phases.flatMap((phase) => partsOf(phase, 'workstreams'));
  return level === 'workstreams' ? workstreams : workstreams.flatMap((one) => partsOf(one, 'tasks'));
}

function restore(target: PlanRecord, fields: SourceRecord, trace: ImportTrace): void {
  for (const key of fields.left()) {
    const from = fields.at(key);
    const value = plainCopy({ value: fields.take(key), place: from }, trace);
    const isEdges = key === 'depends_on' && sameIds(target[key], value);
    if (target[key] === undefined || isEdges)
      trace.set(target, key, value, { from, note: 'UET v1 has no place for it.' });
    else trace.drop(from, value, `The document itself says \`${key}\`.`);
  }
}

function sameIds(a: unknown, b: unknown): boolean {
  return JSON.stringify(dependencyIds(a)) === JSON.stringify(dependencyIds(b));
}

/** Collects while a plan is taken apart. */
export class ExtrasBuilder {
  readonly extras: PlanExtras = { schema: EXTRAS_SCHEMA, plan: {}, phases: {}, workstreams: {}, tasks: {} };

  add(level: ExtrasLevel, id: string, key: string, value: unknown): void {
    const all = this.extras[level];
    // A name such as `__proto__` is an id like any other.
    const own = Object.hasOwn(all, id) ? all[id] : undefined;
    const record = asRecord(own) === null ? {} : own;
    Object.defineProperty(all, id, {
      value: { ...record, [key]: value },
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}
