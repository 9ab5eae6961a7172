// Looks at a YAML tree before it becomes a value: fields of one name, and aliases that multiply or contain themselves.
import { type Alias, type Document, isAlias, isCollection, isMap, isPair, isScalar, type Pair } from 'yaml';
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import { duplicateField, syntaxProblem } from './syntax-problems.ts';

type LineAt = (offset: number) => number;

/** Everything that is wrong, in the order of the text. The tree must not be deep: `judgeYaml` comes first. */
export function checkTree(document: Document, lineAt: LineAt): readonly Problem[] {
  const walk = new TreeWalk(lineAt);
  const size = walk.sizeOf(document.contents);
  if (size > LIMITS.documentValues) walk.problems.push(multiplying(1));
  return walk.problems;
}

/** Counts what the document holds with every alias written out, without writing one out. */
class TreeWalk {
  readonly problems: Problem[] = [];
  readonly #lineAt: LineAt;
  /** What an anchor's name means at this place: the newest of that name. */
  readonly #anchors = new Map<string, unknown>();
  /** Not a number for what is being counted, so that an alias inside it can tell. */
  readonly #sizes = new Map<unknown, number>();

  constructor(lineAt: LineAt) {
    this.#lineAt = lineAt;
  }

  sizeOf(node: unknown): number {
    if (isPair(node)) return this.sizeOf(node.key) + this.sizeOf(node.value);
    if (isAlias(node)) return this.#sizeOfAlias(node);
    if ((isCollection(node) || isScalar(node)) && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (!isCollection(node)) return 1;
    this.#sizes.set(node, Number.NaN);
    if (isMap(node)) this.#noteRepeated(node.items);
    const size = node.items.reduce((sum: number, item) => sum + this.sizeOf(item), 1);
    this.#sizes.set(node, size);
    return size;
  }

  #sizeOfAlias(alias: Alias): number {
    const target = this.#anchors.get(alias.source);
    const size = this.#sizes.get(target) ?? 1;
    if (target !== undefined && !Number.isNaN(size)) return size;
    const fault = target === undefined ? 'has no anchor before it' : 'stands inside of what it stands for';
    const advice = `Write out what is meant, or quote it: "*${alias.source}".`;
    this.problems.push(
      syntaxProblem(this.#lineAt(offsetOf(alias)), `The alias \`*${alias.source}\` ${fault}.`, advice),
    );
    return 1;
  }

  #noteRepeated(pairs: readonly Pair[]): void {
    const names = new Set<string>();
    for (const { key } of pairs) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (names.has(name) && this.problems.length <= LIMITS.documentProblems)
        this.problems.push(duplicateField(name, this.#lineAt(offsetOf(key))));
      names.add(name);
    }
  }
}

function multiplying(line: number): Problem {
  const message = `With its aliases written out the document has more than ${LIMITS.documentValues} values.`;
  return syntaxProblem(line, message, 'Write out what is meant, or split the document.');
}

function offsetOf(node: { readonly range?: readonly [number, number, number] | null | undefined }): number {
  return node.range?.[0] ?? 0;
}
