// Facts about a repository that exists only in memory, as reading it would have given them.
import type { RepositoryFacts } from '../../../../../src/main/projects/discovery/evidence.ts';

export function madeFacts(files: Readonly<Record<string, string>>, windows = false): RepositoryFacts {
  const paths = Object.keys(files).sort();
  return {
    name: 'made',
    paths,
    submodules: [],
    cut: false,
    texts: new Map(paths.map((path) => [path, files[path] ?? ''])),
    sizes: new Map(paths.map((path) => [path, (files[path] ?? '').length])),
    windows,
  };
}
