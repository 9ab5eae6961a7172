// The repository that fuzzed patches are applied to: few files, one of each kind that makes patches odd.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedEntry, objectOf, treeOf } from '../../src/main/integration/git/git-objects.ts';
import type { ObjectReader } from '../../src/main/integration/git/object-reader.ts';
import type { TreeEntry } from '../../src/shared/ports/git.ts';
import { type TempRepository, tempRepository } from '../fakes/temp-repository.ts';

export interface FuzzBase {
  readonly repository: TempRepository;
  readonly commit: string;
  readonly tree: string;
  /** Bytes of git's index for the base. */
  readonly index: Buffer;
  /** Its objects, in memory. */
  readonly reader: ObjectReader;
}

const SUBMODULE = '1234567890123456789012345678901234567890';

export function numbered(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, line) => `line ${from + line}\n`).join('');
}

export const BASE_FILES = {
  'plain.txt': numbered(1, 40),
  'repeated.txt': `${'same\n'.repeat(12)}other\n${'same\n'.repeat(12)}`,
  'unfinished.txt': 'first\nsecond\nlast',
  'blanks.txt': 'a\n\n\n  \nb \n\tc\n',
  'crlf.txt': numbered(1, 12).replaceAll('\n', '\r\n'),
  'empty.txt': '',
  'with space.txt': numbered(1, 8),
  'ümlaut.txt': numbered(3, 9),
  'tab\there.txt': 'x\ny\nz\n',
  'deep/er/down.ts': numbered(1, 20),
  'deep/sibling.ts': numbered(5, 25),
  'binary.bin': Buffer.from(Array.from({ length: 700 }, (_, at) => (at * 7) % 251)),
  'a/a/a.txt': 'a\n',
  link: { link: 'plain.txt' },
} as const;

export function makeFuzzBase(): FuzzBase {
  const repository = tempRepository('fuzz');
  repository.commit({ ...BASE_FILES, 'run.sh': '#!/bin/sh\necho hi\n' });
  repository.git('update-index', '--chmod=+x', 'run.sh');
  repository.git('update-index', '--add', '--cacheinfo', `160000,${SUBMODULE},vendor`);
  repository.git('commit', '-q', '-m', 'modes');
  const commit = repository.git('rev-parse', 'HEAD');
  repository.git('read-tree', 'HEAD');
  const index = readFileSync(join(repository.root, '.git/index'));
  const objects = new Map<string, { readonly type: string; readonly body: Buffer }>();
  const blobs = Object.values(BASE_FILES).map((spec) =>
    Buffer.from(typeof spec === 'object' && 'link' in spec ? spec.link : spec),
  );
  for (const body of [...blobs, Buffer.from('#!/bin/sh\necho hi\n')]) {
    objects.set(objectOf('blob', body).oid, { type: 'blob', body });
  }
  const tree = treeOfFiles(indexEntries(index), (oid, body) => objects.set(oid, { type: 'tree', body }));
  const reader: ObjectReader = {
    read: async (oid) => objects.get(oid) ?? null,
    header: async () => null,
    close: async () => undefined,
  };
  return { repository, commit, tree, index, reader };
}

/** What an index lists, by path as latin1. */
export function indexEntries(index: Buffer): ReadonlyMap<string, TreeEntry> {
  const count = index.readUInt32BE(8);
  const entries = new Map<string, TreeEntry>();
  for (let at = 12, seen = 0; seen < count; seen += 1) {
    const nul = index.indexOf(0, at + 62);
    const mode = index.readUInt32BE(at + 24).toString(8);
    entries.set(index.toString('latin1', at + 62, nul), { mode, oid: index.toString('hex', at + 40, at + 60) });
    at += Math.ceil((nul + 1 - at) / 8) * 8;
  }
  return entries;
}

/** The name of the tree that holds these files. */
export function treeOfFiles(
  files: ReadonlyMap<string, TreeEntry>,
  keep: (oid: string, body: Buffer) => void = () => undefined,
): string {
  const here: NamedEntry[] = [];
  const below = new Map<string, Map<string, TreeEntry>>();
  for (const [path, entry] of files) {
    const slash = path.indexOf('/');
    if (slash === -1) here.push({ name: path, ...entry });
    else {
      const folder = path.slice(0, slash);
      below.set(folder, (below.get(folder) ?? new Map()).set(path.slice(slash + 1), entry));
    }
  }
  for (const [name, inside] of below) here.push({ name, mode: '40000', oid: treeOfFiles(inside, keep) });
  const { oid, content } = treeOf(here);
  keep(oid, content.subarray(content.indexOf(0) + 1));
  return oid;
}
