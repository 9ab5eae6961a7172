// Takes out of a part of a plan what its UET v1 schema does not know: into the list of what was stripped, and into the extras.
import type { planV1 } from '../uet/validators.generated.js';
import { unknownFields } from './drop-unknown.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import type { ExtrasBuilder, ExtrasLevel } from './plan-extras.ts';

export interface StripOrder {
  /** The part of the plan, by which its place is known. */
  readonly record: PlanRecord;
  /** Its fields, without the parts it holds. */
  readonly own: PlanRecord;
  readonly level: ExtrasLevel;
  readonly id: string;
  readonly validate: typeof planV1;
}

interface StripContext {
  readonly trace: ImportTrace;
  readonly builder: ExtrasBuilder;
}

/** The fields that are left. Only whole fields go: inside, v1 leaves room for others. */
export function stripUnknown(order: StripOrder, context: StripContext): PlanRecord {
  const unknown = new Set(
    unknownFields(order.validate, order.own).flatMap(({ parent, key }) => (parent === '' ? [key] : [])),
  );
  const rest: PlanRecord = {};
  for (const [key, value] of Object.entries(order.own)) {
    if (unknown.has(key)) strip(order, key, { value, context });
    else rest[key] = value;
  }
  return rest;
}

interface Stripped {
  readonly value: unknown;
  readonly context: StripContext;
}

export function strip(
  { record, level, id }: Pick<StripOrder, 'record' | 'level' | 'id'>,
  key: string,
  { value, context }: Stripped,
): void {
  context.builder.add(level, id, key, value);
  const from = context.trace.origin(record, `/${key}`);
  if (from !== null) context.trace.drop(from, value, 'UET v1 has no place for it.');
}
