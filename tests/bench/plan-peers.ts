// Other people's topological sorting of the same graph, in this process.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BenchOptions } from './bench-options.ts';
import { installPeer, type PeerName, peerLabel } from './peers/peer-cache.ts';
import type { PlanFile } from './plan-shapes.ts';

export interface SortingPeer {
  readonly name: string;
  /** Makes the graph ready; what it answers with is timed and gives the number of tasks that were sorted. */
  readonly prepare: (file: PlanFile) => () => number;
}

interface Toposort {
  array(nodes: readonly string[], edges: readonly (readonly [string, string])[]): readonly string[];
}
interface Graphlib {
  readonly Graph: new () => { setNode(id: string): void; setEdge(from: string, to: string): void };
  readonly alg: { topsort(graph: object): readonly string[] };
}

export function sortingPeers({ say }: BenchOptions): readonly SortingPeer[] {
  const names: readonly PeerName[] = ['toposort', '@dagrejs/graphlib'];
  return names.flatMap((name) => {
    const peer = installPeer(name);
    if ('why' in peer) {
      say(`${name} is left out: ${peer.why}`);
      return [];
    }
    const module: unknown = createRequire(join(peer.folder, 'package.json'))(name);
    return [{ name: peerLabel(name), prepare: name === 'toposort' ? withToposort(module) : withGraphlib(module) }];
  });
}

function withToposort(module: unknown): SortingPeer['prepare'] {
  const { array } = module as Toposort; // of the version in peer-cache.ts
  return ({ after }) => {
    const nodes = after.map((_, n) => `t${n}`);
    const edges = after.flatMap((before, n) => before.map((one) => [`t${one}`, `t${n}`] as const));
    return () => array(nodes, edges).length;
  };
}

function withGraphlib(module: unknown): SortingPeer['prepare'] {
  const { Graph, alg } = module as Graphlib; // of the version in peer-cache.ts
  return ({ after }) => {
    const graph = new Graph();
    for (let n = 0; n < after.length; n += 1) graph.setNode(`t${n}`);
    after.forEach((before, n) => {
      for (const one of before) graph.setEdge(`t${one}`, `t${n}`);
    });
    return () => alg.topsort(graph).length;
  };
}
