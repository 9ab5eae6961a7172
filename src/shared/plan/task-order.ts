// Answers "must one of these two tasks come before the other?" in O(1) for a chosen set of tasks.
import { buildTaskGraph, type Ordered, orderNodes } from './task-graph.ts';

/** Holds one row of bits per node: which of the chosen tasks come before it. Memory: nodes × chosen / 8 bytes. */
export class TaskOrder {
  readonly #column: ReadonlyMap<string, number>;
  readonly #row: ReadonlyMap<string, number>;
  readonly #position: ReadonlyMap<string, number>;
  readonly #bits: Uint32Array;
  readonly #words: number;

  /** `chosen` may name a task several times. The plan's order must have no cycle. */
  constructor(plan: Ordered, chosen: readonly string[]) {
    const graph = buildTaskGraph(plan);
    this.#row = new Map(graph.ids.map((id, index) => [id, index]));
    this.#column = new Map([...new Set(chosen)].map((id, index) => [id, index]));
    this.#words = Math.ceil(this.#column.size / 32);
    this.#bits = new Uint32Array(graph.predecessors.length * this.#words);
    const order = orderNodes(graph);
    this.#position = new Map(order.map((node, index) => [graph.ids[node] ?? '', index]));
    for (const node of order) {
      for (const before of graph.predecessors[node] ?? []) this.#inherit(node, before, graph.ids[before]);
    }
  }

  /** True when the plan puts one of them, both chosen, before the other. */
  ordered(a: string, b: string): boolean {
    return this.#isBefore(a, b) || this.#isBefore(b, a);
  }

  /** True when every two of `ids` are ordered: neighbours suffice, since order is transitive. */
  isChain(ids: readonly string[]): boolean {
    const sorted = [...new Set(ids)].sort((a, b) => (this.#position.get(a) ?? 0) - (this.#position.get(b) ?? 0));
    return sorted.every((id, index) => index === 0 || this.#isBefore(sorted[index - 1] ?? '', id));
  }

  #inherit(node: number, before: number, id: string | undefined): void {
    const to = node * this.#words;
    const from = before * this.#words;
    for (let word = 0; word < this.#words; word += 1) {
      this.#bits[to + word] = (this.#bits[to + word] ?? 0) | (this.#bits[from + word] ?? 0);
    }
    const column = id === undefined ? undefined : this.#column.get(id);
    if (column === undefined) return;
    const word = to + (column >> 5);
    this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (column & 31));
  }

  #isBefore(a: string, b: string): boolean {
    const column = this.#column.get(a);
    const row = this.#row.get(b);
    if (column === undefined || row === undefined) return false;
    return (((this.#bits[row * this.#words + (column >> 5)] ?? 0) >>> (column & 31)) & 1) === 1;
  }
}
