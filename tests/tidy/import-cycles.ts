// Finds groups of files that import each other in a circle, types included.
import { importsOf } from './imports-of.ts';
import type { SourceFile } from './source-files.ts';

/** Each circle as the path of its files; the first one is repeated at its end. At most one circle a starting file. */
export function importCycles(files: readonly SourceFile[]): readonly string[] {
  const graph = new Map(files.map((file) => [file.path, importsOf(file).flatMap(({ target }) => target ?? [])]));
  const done = new Set<string>();
  return files.flatMap((file) => walk({ path: file.path, graph, done, trail: [] }));
}

interface Walk {
  readonly path: string;
  readonly graph: ReadonlyMap<string, readonly string[]>;
  readonly done: Set<string>;
  readonly trail: readonly string[];
}

function walk({ path, graph, done, trail }: Walk): readonly string[] {
  const seen = trail.indexOf(path);
  if (seen >= 0) return [[...trail.slice(seen), path].join(' → ')];
  if (done.has(path)) return [];
  const cycles = (graph.get(path) ?? []).flatMap((next) => walk({ path: next, graph, done, trail: [...trail, path] }));
  done.add(path);
  return cycles;
}
