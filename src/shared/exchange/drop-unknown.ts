// Takes out of an assembled plan what its schema has no place for, and says so: the schema itself decides what that is.

import { escapePointer } from '../uet/json-pointer.ts';
import { planV1 } from '../uet/validators.generated.js';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { valueAt } from './value-at.ts';

export function dropUnknown(plan: PlanRecord, trace: ImportTrace): void {
  for (const { parent, key } of unknownFields(planV1, plan)) {
    const record = valueAt(plan, parent);
    if (typeof record !== 'object' || record === null || !Object.hasOwn(record, key)) continue;
    const from = trace.origin(plan, `${parent}/${escapePointer(key)}`);
    const value: unknown = Reflect.get(record, key);
    Reflect.deleteProperty(record, key);
    if (from === null) continue;
    trace.drop(from, value, 'A plan has no place for it.');
  }
}

interface UnknownField {
  readonly parent: string;
  readonly key: string;
}

type Validator = typeof planV1;

/** Fields that `validate` does not allow, each with the place of the record it stands in. */
export function unknownFields(validate: Validator, document: unknown): readonly UnknownField[] {
  if (validate(document)) return [];
  return (validate.errors ?? [])
    .filter((error) => error.keyword === 'additionalProperties')
    .map((error) => ({ parent: error.instancePath, key: String(error.params['additionalProperty']) }));
}
