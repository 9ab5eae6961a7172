// Keeps account while documents become a plan: what came from where, what was changed, what was left out, what is wrong.
import type { ErrorCode, Problem } from '../lib/errors.ts';
import { escapePointer, unescapePointer } from '../uet/json-pointer.ts';
import type { Place } from './source-record.ts';
import { valueAt } from './value-at.ts';

/** A part of the plan while it is put together. */
export type PlanRecord = Record<string, unknown>;

export interface Mapped {
  readonly file: string;
  /** JSON pointer into the document; `''` is the document itself. */
  readonly from: string;
  readonly line: number;
  /** JSON pointer into the plan; null where the plan needs no word for it. */
  readonly to: string | null;
  readonly note: string;
}

export interface Dropped {
  readonly file: string;
  readonly path: string;
  readonly line: number;
  readonly value: unknown;
  readonly why: string;
}

/** `path` and `line` are those of `file`. */
export interface ImportProblem extends Problem {
  readonly file: string;
  readonly needsPerson: boolean;
}

/** What one task makes and another needs, by a name. */
export interface Handover {
  readonly task: PlanRecord;
  readonly side: 'provides' | 'consumes';
  readonly name: string;
  readonly place: Place;
}

interface Move {
  readonly from: Place;
  readonly target: object | null;
  readonly key: string | null;
  readonly note: string;
}

export class ImportTrace {
  readonly #places = new Map<object, Place>();
  readonly #fields = new Map<object, Map<string, Place>>();
  readonly #comments = new Map<object, string[]>();
  readonly #moves: Move[] = [];
  readonly dropped: Dropped[] = [];
  readonly problems: ImportProblem[] = [];
  /** Numbers that said in which order tasks come. */
  readonly sequence = new Map<object, number>();
  readonly handovers: Handover[] = [];

  /** A new part of the plan that stands for a part of a document; listed as mapped where there is a note. */
  begin(from: Place, note?: string): PlanRecord {
    const record: PlanRecord = {};
    this.#places.set(record, from);
    if (note !== undefined) this.#moves.push({ from, target: record, key: null, note });
    return record;
  }

  /** Puts a value where the plan wants it; without a note it came over as it was. */
  set(
    target: PlanRecord,
    key: string,
    value: unknown,
    { from, note }: { readonly from: Place; readonly note?: string },
  ) {
    target[key] = value;
    let fields = this.#fields.get(target);
    if (fields === undefined) this.#fields.set(target, (fields = new Map()));
    fields.set(key, from);
    if (note !== undefined) this.#moves.push({ from, target, key, note });
  }

  /** Says of a field that it needs no word in the plan. */
  fold(from: Place, note: string): void {
    this.#moves.push({ from, target: null, key: null, note });
  }

  drop(from: Place, value: unknown, why: string): void {
    this.dropped.push({ file: from.document.file, path: from.pointer, line: lineOf(from), value, why });
  }

  /** Something only a person can decide. */
  ask(from: Place, message: string, advice: string): void {
    this.problems.push({ ...problemAt(from, 'E_SCHEMA', { message, advice }), severity: 'warning', needsPerson: true });
  }

  refuse(from: Place, code: ErrorCode, words: { readonly message: string; readonly advice: string }): void {
    this.problems.push({ ...problemAt(from, code, words), needsPerson: true });
  }

  comment(target: object, text: string): void {
    this.#comments.set(target, [...this.commentsOf(target), text]);
  }

  commentsOf(target: object): readonly string[] {
    return this.#comments.get(target) ?? [];
  }

  placeOf(record: object): Place | null {
    return this.#places.get(record) ?? null;
  }

  /** Where a field of a record came from; null where it was made. */
  fieldPlace(record: object, key: string): Place | null {
    return this.#fields.get(record)?.get(key) ?? null;
  }

  /** Where a place of the plan came from: that of the field, else of what it is a part of. */
  origin(plan: object, pointer: string): Place | null {
    let node: unknown = plan;
    let best = this.placeOf(plan);
    let rest: string[] = [];
    for (const part of pointer.split('/').slice(1).map(unescapePointer)) {
      rest.push(part);
      if (typeof node !== 'object' || node === null) continue;
      const next: unknown = Reflect.get(node, part);
      const own = typeof next === 'object' && next !== null ? this.placeOf(next) : null;
      const found = own ?? this.fieldPlace(node, part);
      if (found !== null) [best, rest] = [found, []];
      node = next;
    }
    return best === null ? null : deeper(best, rest);
  }

  /** Changes of single fields, by where they came from. */
  changes(): readonly Omit<Mapped, 'to'>[] {
    return this.#moves
      .filter(({ target, key }) => target === null || key !== null)
      .map(({ from, note }) => ({ file: from.document.file, from: from.pointer, line: lineOf(from), note }));
  }

  /** What was changed, with its place in the finished plan, in the order it was read. */
  mapped(plan: object): readonly Mapped[] {
    const pointers = pointersBelow(plan);
    return this.#moves.flatMap(({ from, target, key, note }) => {
      const at = target === null ? null : pointers.get(target);
      if (at === undefined) return [];
      const to = at === null || key === null ? at : `${at}/${key}`;
      return { file: from.document.file, from: from.pointer, line: lineOf(from), to, note };
    });
  }
}

export function lineOf({ document, pointer }: Place): number {
  return document.lineOf(pointer);
}

function problemAt(from: Place, code: ErrorCode, words: { readonly message: string; readonly advice: string }) {
  return {
    code,
    severity: 'error' as const,
    path: from.pointer,
    line: lineOf(from),
    ...words,
    file: from.document.file,
  };
}

/** As far down as the document has the same names: what was copied whole has them all. */
function deeper({ document, pointer }: Place, names: readonly string[]): Place {
  let node = valueAt(document.value, pointer);
  let at = pointer;
  for (const name of names) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) break;
    node = Reflect.get(node, name);
    at = `${at}/${escapePointer(name)}`;
  }
  return { document, pointer: at };
}

function pointersBelow(root: object): ReadonlyMap<object, string> {
  const found = new Map<object, string>([[root, '']]);
  for (const [node, pointer] of found) {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'object' && value !== null) found.set(value, `${pointer}/${escapePointer(key)}`);
    }
  }
  return found;
}
