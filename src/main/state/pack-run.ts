// The state of a run as tables of plain values and back: its nodes refer to each other in circles, and nested as deep as its plan.
import { assert, present } from '../../shared/lib/assert.ts';
import type { Node, RunNode } from './run-state.ts';

/**
 * One table of nodes, a list of values for each property. `link` columns hold the number of a node (-1: null), `links`
 * columns lists of them; a `mixed` column holds anything with `Link`s in it, a `data` column anything without.
 */
interface PackedTable {
  readonly size: number;
  readonly columns: readonly PackedColumn[];
}

interface PackedColumn {
  readonly key: string;
  readonly kind: 'data' | 'link' | 'links' | 'mixed';
  readonly values: readonly unknown[];
}

/** Plain arrays, objects, maps and sets, at most as deep as one node: `v8.serialize` takes it whatever the plan. */
export interface PackedRun {
  readonly tables: readonly PackedTable[];
}

/** A property that no data of ours has. */
const LINK = '\u0000node';

/** Numbers the nodes by table, in the order in which they are met from the run on. O(state). */
export function packRun(run: RunNode): PackedRun {
  const groups = groupNodes(run);
  const numbers = new Map<object, number>();
  for (const nodes of groups) for (const node of nodes) numbers.set(node, numbers.size);
  const copies = new Map<object, unknown>();
  const numberOf = (node: object) => present(numbers.get(node), 'number of a node');
  const tables = groups.map((nodes) => {
    const keys = Object.keys(present(nodes[0], 'a node'));
    for (const node of nodes) assert(Object.keys(node).length === keys.length, 'nodes of a table have the same keys');
    return {
      size: nodes.length,
      columns: keys.map((key) => {
        const values = nodes.map((node) => Reflect.get(node, key) as unknown);
        return { key, ...packColumn(values, numberOf, copies) };
      }),
    };
  });
  return { tables };
}

/** The run that was packed. Trusts its input: check the bytes before. */
export function unpackRun({ tables }: PackedRun): RunNode {
  const nodes: Record<string, unknown>[] = [];
  for (const { size, columns } of tables) {
    for (let at = 0; at < size; at += 1) {
      const node: Record<string, unknown> = {};
      // All keys in their order first: nodes of a table then have one shape, as those that replay makes.
      for (const { key, kind, values } of columns) node[key] = kind === 'data' ? values[at] : null;
      nodes.push(node);
    }
  }
  const seen = new Map<object, unknown>();
  let first = 0;
  for (const { size, columns } of tables) {
    for (const { key, kind, values } of columns) {
      if (kind === 'data') continue;
      for (let at = 0; at < size; at += 1) {
        const node = present(nodes[first + at], 'a node');
        node[key] = unpackValue(values[at], { kind, nodes, seen });
      }
    }
    first += size;
  }
  return nodes[0] as unknown as RunNode; // packRun met the run first
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'table') === 'string';
}

/** All nodes that the run leads to, by table; the run alone is the first group. */
function groupNodes(run: RunNode): readonly (readonly Node[])[] {
  const groups = new Map<string, Node[]>();
  const met = new Set<object>();
  const open: unknown[] = [run];
  for (let at = 0; at < open.length; at += 1) {
    const value = open[at];
    if (typeof value !== 'object' || value === null || met.has(value)) continue;
    met.add(value);
    if (isNode(value)) {
      const group = groups.get(value.table);
      if (group === undefined) groups.set(value.table, [value]);
      else group.push(value);
    }
    for (const part of partsOf(value)) if (typeof part === 'object' && part !== null) open.push(part);
  }
  return [...groups.values()];
}

function partsOf(value: object): Iterable<unknown> {
  if (Array.isArray(value) || value instanceof Set) return value;
  if (value instanceof Map) return value.values();
  return Object.values(value);
}

type NumberOf = (node: object) => number;

function packColumn(
  values: readonly unknown[],
  numberOf: NumberOf,
  copies: Map<object, unknown>,
): Omit<PackedColumn, 'key'> {
  if (values.some(isNode) && values.every((value) => value === null || isNode(value))) {
    return { kind: 'link', values: values.map((value) => (value === null ? -1 : numberOf(value as object))) };
  }
  if (values.every((value) => Array.isArray(value) && value.every(isNode))) {
    return { kind: 'links', values: values.map((value) => (value as object[]).map(numberOf)) };
  }
  const stripped = values.map((value) => strip(value, numberOf, copies));
  const kind = stripped.every((value, at) => value === values[at]) ? 'data' : 'mixed';
  return { kind, values: stripped };
}

/** The value itself where it leads to no node, else a copy with links. A value met again gives the same copy. */
function strip(value: unknown, numberOf: NumberOf, copies: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isNode(value)) return { [LINK]: numberOf(value) };
  const known = copies.get(value);
  if (known !== undefined) return known;
  const inner = (part: unknown) => strip(part, numberOf, copies);
  const copy = mapParts(value, inner);
  copies.set(value, copy);
  return copy;
}

/** `value` when `change` leaves every part as it is. */
function mapParts(value: object, change: (part: unknown) => unknown): unknown {
  let changed = false;
  const note = (part: unknown) => {
    const next = change(part);
    changed ||= next !== part;
    return next;
  };
  let copy: unknown;
  if (Array.isArray(value)) copy = value.map(note);
  else if (value instanceof Set) copy = new Set([...value].map(note));
  else if (value instanceof Map) copy = new Map([...value].map(([key, part]) => [key, note(part)]));
  else copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, note(part)]));
  return changed ? copy : value;
}

interface Unpacking {
  readonly kind: PackedColumn['kind'];
  readonly nodes: readonly object[];
  /** What was made of each value with links, so that a value held twice stays one. */
  readonly seen: Map<object, unknown>;
}

function unpackValue(value: unknown, { kind, nodes, seen }: Unpacking): unknown {
  const nodeOf = (number: unknown) => present(nodes[Number(number)], 'a node');
  if (kind === 'link') return value === -1 ? null : nodeOf(value);
  if (kind === 'links') return (value as unknown[]).map(nodeOf);
  const restore = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Object.hasOwn(part, LINK)) return nodeOf(Reflect.get(part, LINK));
    const known = seen.get(part);
    if (known !== undefined) return known;
    const made = mapParts(part, restore);
    seen.set(part, made);
    return made;
  };
  return restore(value);
}
