// The nodes of a syntax tree that stand on given lines.
import type { Node } from '@vscode/tree-sitter-wasm';

/** More than a person would look at; the rest of such a patch is for review anyway. */
const MAX_NODES = 2_000;

/** Of the given types, in the order of the text; a node that spans lines counts when one of them is given. */
export function nodesOnLines(root: Node, types: readonly string[], lines: ReadonlySet<number>): readonly Node[] {
  const found = new Map<number, Node>();
  for (const [first, last] of ranges(lines)) {
    const [from, to] = [
      { row: first - 1, column: 0 },
      { row: last, column: 0 },
    ];
    for (const node of root.descendantsOfType([...types], from, to)) {
      if (node === null || found.size >= MAX_NODES) continue;
      const [start, end] = [node.startPosition.row + 1, node.endPosition.row + 1];
      if (start <= last && end >= first) found.set(node.id, node);
    }
  }
  return [...found.values()].toSorted((one, other) => one.startIndex - other.startIndex);
}

/** Lines that follow each other, as first and last. */
function ranges(lines: ReadonlySet<number>): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const line of [...lines].toSorted((one, other) => one - other)) {
    const last = joined.at(-1);
    if (last !== undefined && last[1] + 1 === line) last[1] = line;
    else joined.push([line, line]);
  }
  return joined;
}
