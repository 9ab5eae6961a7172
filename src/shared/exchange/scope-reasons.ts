// Order from file scopes: who makes a file comes before who changes or reads it; two who change it keep the order of the file.
import { isLiteral, literalPrefix, mayOverlap, normaliseGlob } from '../lib/glob.ts';
import type { OrderNode } from './order-nodes.ts';
import type { OrderReason, OrderRule } from './order-reason.ts';

type Access = 'read' | 'write' | 'create';

interface Claim {
  readonly node: OrderNode;
  readonly access: Access;
  readonly glob: string;
}

/** Pairs of globs that are compared at most. */
const MAX_COMPARISONS = 500_000;

/** Literal paths are compared by name, globs by whether they may share a file; a glob that means everything says nothing. */
export function scopeReasons(nodes: readonly OrderNode[]): readonly OrderReason[] {
  const claims = nodes.flatMap((node) =>
    (['create', 'write', 'read'] as const).flatMap((access) =>
      node[access].map((glob): Claim => ({ node, access, glob: normaliseGlob(glob) })),
    ),
  );
  const literal = claims.filter((claim) => isLiteral(claim.glob));
  const globs = claims.filter((claim) => !isLiteral(claim.glob) && literalPrefix(claim.glob).length > 0);
  const byPath = Map.groupBy(literal, (claim) => claim.glob);
  return [...[...byPath.values()].flatMap(reasonsOfPath), ...reasonsOfGlobs(globs, [...literal, ...globs])];
}

function reasonsOfPath(claims: readonly Claim[]): readonly OrderReason[] {
  const [creators, editors, readers] = (['create', 'write', 'read'] as const).map((access) =>
    claims.filter((claim) => claim.access === access).map((claim) => claim.node),
  );
  const path = claims[0]?.glob ?? '';
  if (creators === undefined || editors === undefined || readers === undefined) return [];
  const makes = new Set(creators);
  const changers = editors.filter((node) => !makes.has(node));
  const changes = new Set(changers);
  const reasons = [...inFileOrder(creators, path, 'create'), ...inFileOrder(changers, path, 'write')];
  for (const after of [...changers, ...readers]) {
    const { node: before } = nearestBefore(creators, after);
    const isReader = !changes.has(after);
    const rule = isReader ? 'read-after-write' : 'edit-after-create';
    const access = isReader ? 'read' : 'write';
    if (before !== undefined) reasons.push(reason(rule, before, after, { path, access, confidence: 0.85 }));
  }
  for (const after of readers) {
    const { node: before, isEarlier } = nearestBefore(changers, after);
    const confidence = isEarlier ? 0.8 : 0.5;
    if (before !== undefined)
      reasons.push(reason('read-after-write', before, after, { path, access: 'read', confidence }));
  }
  return reasons;
}

interface Nearest {
  readonly node: OrderNode | undefined;
  readonly isEarlier: boolean;
}

/** The last of `nodes`, which are in the order of the file, that stands before `after`; the first where none does. */
function nearestBefore(nodes: readonly OrderNode[], after: OrderNode): Nearest {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.position ?? 0) < after.position) low = middle + 1;
    else high = middle;
  }
  return { node: nodes[low - 1] ?? nodes[0], isEarlier: low > 0 };
}

/** Neighbours suffice: whoever changes the file third waits for the second. */
function inFileOrder(nodes: readonly OrderNode[], path: string, access: Access): OrderReason[] {
  return nodes.flatMap((after, index) => {
    const before = nodes[index - 1];
    return before === undefined ? [] : [reason('same-file', before, after, { path, access, confidence: 0.7 })];
  });
}

interface Where {
  readonly path: string;
  readonly access: Access;
  readonly confidence: number;
}

const WORDS: Readonly<Record<string, (before: string, after: string, path: string) => string>> = {
  'edit-after-create': (before, after, path) => `\`${after}\` changes \`${path}\`, which \`${before}\` makes.`,
  'read-after-write': (before, after, path) => `\`${after}\` reads \`${path}\`, which \`${before}\` writes.`,
  'same-file': (before, after, path) => `Both write \`${path}\`, and \`${before}\` stands before \`${after}\`.`,
};

function reason(
  rule: OrderRule,
  before: OrderNode,
  after: OrderNode,
  { path, access, confidence }: Where,
): OrderReason {
  const words = WORDS[rule]?.(before.id, after.id, path) ?? '';
  const scope = after.record['resource_scope'] === undefined ? 'resource_scope_delta' : 'resource_scope';
  return { rule, before, after, confidence, words, pointer: `/${scope}/${access}` };
}

function reasonsOfGlobs(globs: readonly Claim[], all: readonly Claim[]): readonly OrderReason[] {
  const reasons: OrderReason[] = [];
  let left = MAX_COMPARISONS;
  const shown = new Set<string>();
  for (const claim of globs) {
    for (const other of all) {
      if (left === 0) return reasons;
      left -= 1;
      if (other.node === claim.node || (claim.access === 'read' && other.access === 'read')) continue;
      const key = [claim.node.position, other.node.position].sort((a, b) => a - b).join();
      if (shown.has(key) || !mayOverlap(claim.glob, other.glob)) continue;
      shown.add(key);
      reasons.push(reasonOfPair(claim, other));
    }
  }
  return reasons;
}

/** Reading comes last and making first; between equals the order of the file decides. */
function reasonOfPair(a: Claim, b: Claim): OrderReason {
  const rank: Readonly<Record<Access, number>> = { create: 0, write: 1, read: 2 };
  const [before = a, after = b] = [a, b].sort(
    (x, y) => rank[x.access] - rank[y.access] || x.node.position - y.node.position,
  );
  const path = after.glob === before.glob ? after.glob : `${before.glob}\` and \`${after.glob}`;
  if (after.access === 'read') {
    return reason('read-after-write', before.node, after.node, { path, access: 'read', confidence: 0.5 });
  }
  const isMade = before.access === 'create' && after.access === 'write';
  const rule = isMade ? 'edit-after-create' : 'same-file';
  return reason(rule, before.node, after.node, { path, access: after.access, confidence: isMade ? 0.5 : 0.4 });
}
