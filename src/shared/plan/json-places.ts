// Where every field and entry of a JSON text stands, and which fields of one group have the same name.
import { LIMITS } from '../domain/limits.ts';
import { unescapePointer } from '../uet/json-pointer.ts';
import { fieldName, type JsonWalk, walkJson } from './walk-json.ts';

export interface RepeatedField {
  readonly name: string;
  readonly at: number;
}

export interface JsonPlaces {
  readonly walk: JsonWalk;
  /** Offset of the last entry or field that the walk met. */
  readonly endedAt: number;
  readonly repeated: readonly RepeatedField[];
  /** Offset of what a JSON pointer names, or of the nearest level above it that is there. */
  readonly offsetOf: (pointer: string) => number;
}

export function findJsonPlaces(text: string): JsonPlaces {
  const table = new PlaceTable(text);
  const names = new OpenNames();
  const repeated: RepeatedField[] = [];
  const field = (name: string, at: number) => {
    table.add(at);
    // One more than are listed shows that there are more.
    if (!names.add(name) && repeated.length <= LIMITS.documentProblems) repeated.push({ name, at });
  };
  const enter = (isGroup: boolean) => {
    table.enter(isGroup);
    names.enter();
  };
  const leave = () => {
    table.leave();
    names.leave();
  };
  const walk = walkJson(text, { enter, leave, field, entry: (at) => table.add(at) });
  return { walk, endedAt: table.lastAt, repeated, offsetOf: (pointer) => table.offsetOf(pointer) };
}

const [LEAF, LIST, GROUP] = [0, 1, 2];

/**
 * Everything in the order of the text, as plain numbers: a large plan has millions of entries, and an object for each
 * would take more memory than the plan. Number 0 is the document itself.
 */
class PlaceTable {
  readonly #text: string;
  #at = new Int32Array(256);
  /** First number behind what is inside. */
  #end = new Int32Array(256);
  #kind = new Uint8Array(256);
  #size = 1;
  readonly #open: number[] = [];
  /** What is inside a list or group that was asked about, by name or number; made when it is asked about first. */
  readonly #inside = new Map<number, ReadonlyMap<string, number> | Int32Array>();

  constructor(text: string) {
    this.#text = text;
  }

  get lastAt(): number {
    return this.#at[this.#size - 1] ?? 0;
  }

  add(at: number): void {
    if (this.#size === this.#at.length) this.#grow();
    this.#at[this.#size] = at;
    this.#end[this.#size] = this.#size + 1;
    this.#size += 1;
  }

  /** What was added last has something inside. */
  enter(isGroup: boolean): void {
    const last = this.#size - 1;
    this.#kind[last] = isGroup ? GROUP : LIST;
    this.#open.push(last);
  }

  leave(): void {
    const number = this.#open.pop() ?? 0;
    this.#end[number] = this.#size;
  }

  offsetOf(pointer: string): number {
    let number = 0;
    for (const part of pointer.split('/').slice(1)) {
      const next = this.#find(number, part.includes('~') ? unescapePointer(part) : part);
      if (next === undefined) break;
      number = next;
    }
    return this.#at[number] ?? 0;
  }

  #find(number: number, part: string): number | undefined {
    if (this.#kind[number] === LEAF) return undefined;
    let inside = this.#inside.get(number);
    if (inside === undefined) {
      inside = this.#kind[number] === LIST ? Int32Array.from(this.#entries(number)) : this.#fields(number);
      this.#inside.set(number, inside);
    }
    return inside instanceof Int32Array ? inside[Number(part)] : inside.get(part);
  }

  *#entries(number: number): Generator<number> {
    const end = this.#end[number] ?? 0;
    for (let one = number + 1; one < end; one = this.#end[one] ?? end) yield one;
  }

  #fields(number: number): ReadonlyMap<string, number> {
    const nameOf = (one: number) => fieldName(this.#text, this.#at[one] ?? 0) ?? '';
    return new Map([...this.#entries(number)].map((one) => [nameOf(one), one]));
  }

  #grow(): void {
    const larger = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#at = larger(this.#at, new Int32Array(this.#size * 2));
    this.#end = larger(this.#end, new Int32Array(this.#size * 2));
    this.#kind = larger(this.#kind, new Uint8Array(this.#size * 2));
  }
}

/** Groups of up to this many fields are searched from end to end; that is faster than a set. */
const SEARCHED = 16;

/** Names of the fields of every group that is open. */
class OpenNames {
  readonly #levels: { readonly list: string[]; set: Set<string> | null }[] = [];
  #depth = 0;

  enter(): void {
    const level = (this.#levels[this.#depth] ??= { list: [], set: null });
    level.list.length = 0;
    level.set = null;
    this.#depth += 1;
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** False when the group has a field of that name already. */
  add(name: string): boolean {
    const level = this.#levels[this.#depth - 1];
    if (level === undefined) return true;
    const { list } = level;
    if (list.length === SEARCHED) level.set ??= new Set(list);
    const isNew = level.set === null ? !list.includes(name) : !level.set.has(name);
    if (level.set === null) list.push(name);
    else level.set.add(name);
    return isNew;
  }
}
