// A record of a document that is being imported: fields are taken one by one, so that what is left is known, not lost.
import { asRecord, type JsonRecord } from '../plan/read-json.ts';
import { escapePointer } from '../uet/json-pointer.ts';

export interface SourceDocument {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (pointer: string) => number;
}

/** Where something stands in what is imported. */
export interface Place {
  readonly document: SourceDocument;
  readonly pointer: string;
}

export interface SourceItem {
  readonly value: unknown;
  readonly place: Place;
}

export class SourceRecord {
  readonly place: Place;
  readonly #raw: JsonRecord;
  readonly #taken = new Set<string>();

  private constructor(raw: JsonRecord, place: Place) {
    this.#raw = raw;
    this.place = place;
  }

  /** Null for anything that is no group of fields. */
  static of({ value, place }: SourceItem): SourceRecord | null {
    const raw = asRecord(value);
    return raw === null ? null : new SourceRecord(raw, place);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#raw, key) && this.#raw[key] !== null;
  }

  /** Reads without taking. */
  peek(key: string): unknown {
    return Object.hasOwn(this.#raw, key) ? this.#raw[key] : undefined;
  }

  take(key: string): unknown {
    this.#taken.add(key);
    return this.peek(key);
  }

  /** The field as a record, taken; null where it is none, and then it is left. */
  takeRecord(key: string): SourceRecord | null {
    const record = SourceRecord.of({ value: this.peek(key), place: this.at(key) });
    if (record !== null) this.#taken.add(key);
    return record;
  }

  /** The entries of a list, taken; empty where it is none, and then it is left. */
  takeList(key: string): readonly SourceItem[] {
    const value = this.peek(key);
    if (!Array.isArray(value)) return [];
    this.#taken.add(key);
    return itemsOf({ value, place: this.at(key) });
  }

  at(key: string): Place {
    return { document: this.place.document, pointer: `${this.place.pointer}/${escapePointer(key)}` };
  }

  /** What nobody has taken yet, in the order of the document. */
  left(): readonly string[] {
    return Object.keys(this.#raw).filter((key) => !this.#taken.has(key));
  }
}

/** Entries of a list; none for anything else. */
export function itemsOf({ value, place }: SourceItem): readonly SourceItem[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown, index) => ({
    value: item,
    place: { document: place.document, pointer: `${place.pointer}/${index}` },
  }));
}
