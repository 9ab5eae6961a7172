// Puts the fields of a record in their usual order, those without one behind; the record stays the same one.
import type { PlanRecord } from './import-trace.ts';

export function inOrder(record: PlanRecord, order: readonly string[]): PlanRecord {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const entries = Object.entries(record).sort(([a], [b]) => rank(a) - rank(b));
  for (const [key] of entries) delete record[key];
  return Object.assign(record, Object.fromEntries(entries));
}
