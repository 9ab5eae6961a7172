// Reads a record field by field: a table says what becomes of each name, and what has no row is copied as it is.
import { asRecord } from '../plan/read-json.ts';
import { escapePointer } from '../uet/json-pointer.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { itemsOf, type Place, type SourceItem, type SourceRecord } from './source-record.ts';

export interface FieldReading {
  readonly source: SourceRecord;
  readonly key: string;
  readonly value: unknown;
  readonly from: Place;
  readonly target: PlanRecord;
  readonly trace: ImportTrace;
}

export type FieldReader = (field: FieldReading) => void;

export type FieldTable = Readonly<Record<string, FieldReader>>;

/** Fields nobody has taken yet; null says nothing, and comments become comments. */
export function readFields(source: SourceRecord, target: PlanRecord, table: FieldTable, trace: ImportTrace): void {
  for (const key of source.left()) {
    const from = source.at(key);
    const value = source.take(key);
    if (isCommentKey(key)) keepComment(target, { value, place: from }, trace);
    else if (value === null) trace.drop(from, value, 'It is empty (null).');
    else {
      const reader = Object.hasOwn(table, key) ? table[key] : undefined;
      const field = { source, key, value, from, target, trace };
      if (reader === undefined) copyAs(key)(field);
      else reader(field);
    }
  }
}

/** The field under another name, or under its own without a note; left out where the plan has said it already. */
export function copyAs(name: string): FieldReader {
  return ({ source, key, value, from, target, trace }) => {
    if (key !== name && (Object.hasOwn(target, name) || source.has(name))) {
      trace.drop(from, value, `\`${name}\` says it already.`);
      return;
    }
    const copied = copyValue(value, from, trace);
    trace.set(target, name, copied, key === name ? { from } : { from, note: `\`${key}\` is \`${name}\` here.` });
  };
}

/** Left out for a stated reason; with advice, a person is asked to look at it. */
export function dropFor(why: string, advice?: string): FieldReader {
  return ({ key, value, from, trace }) => {
    trace.drop(from, value, why);
    if (advice !== undefined) trace.ask(from, `\`${key}\` was left out: ${why}`, advice);
  };
}

/** A record of its own inside `target`, made where it is missing. */
export function group(target: PlanRecord, key: string): PlanRecord {
  const own = target[key];
  if (asRecord(own) !== null) return own as PlanRecord; // records of the plan are ours to write
  const made: PlanRecord = {};
  target[key] = made;
  return made;
}

/** A copy that shares nothing with the document, without comment fields. */
export function plainCopy({ value, place }: SourceItem, trace: ImportTrace): unknown {
  return copyValue(value, place, trace);
}

function copyValue(value: unknown, from: Place, trace: ImportTrace): unknown {
  if (Array.isArray(value)) return itemsOf({ value, place: from }).map((one) => copyValue(one.value, one.place, trace));
  const record = asRecord(value);
  if (record === null) return value;
  const copy: PlanRecord = {};
  for (const [key, inner] of Object.entries(record)) {
    const place = { document: from.document, pointer: `${from.pointer}/${escapePointer(key)}` };
    if (isCommentKey(key)) keepComment(copy, { value: inner, place }, trace);
    else copy[key] = copyValue(inner, place, trace);
  }
  return copy;
}

function isCommentKey(key: string): boolean {
  return /^(_comment|\$comment|\/\/|#)/.test(key);
}

function keepComment(target: PlanRecord, { value, place }: SourceItem, trace: ImportTrace): void {
  const text = Array.isArray(value) ? value.join('\n') : String(value);
  trace.comment(target, text);
  trace.drop(place, value, 'It is a comment.');
}
