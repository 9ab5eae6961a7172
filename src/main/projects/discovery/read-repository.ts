// Reads what discovery needs of a repository: names of all files, a few files whole, the beginning of some others.
import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { MANIFESTS } from './ecosystems/registry.ts';
import { baseName, type RepositoryFacts } from './evidence.ts';
import { isVendored } from './file-weight.ts';
import { needsContent } from './language-of-content.ts';
import { listFiles } from './list-files.ts';

/** Files of which the beginning tells what they are: CI, Kubernetes, Ansible, tests and DAGs in Python. */
const HEADS =
  /\.ya?ml$|(?:^|\/)(?:Jenkinsfile|\.gitmodules|\.gitattributes)$|(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$|(?:^|\/)dags\/.*\.py$/i;

/** Of this kind no more than its share is read, so that one kind cannot use up what the others need. */
const SHARE = 4;

export interface ReadOptions {
  readonly platform?: NodeJS.Platform;
  readonly limit?: number;
}

export async function readRepository(root: string, options: ReadOptions = {}): Promise<RepositoryFacts> {
  const { paths: listed, cut } = await listFiles(root, options.limit);
  const paths = [...listed].sort();
  const texts = readTexts(root, paths);
  return {
    name: basename(root),
    paths,
    submodules: submodulesOf(texts.get('.gitmodules') ?? ''),
    cut,
    texts,
    sizes: sampleSizes(root, paths),
    windows: (options.platform ?? process.platform) === 'win32',
  };
}

function readTexts(root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const most = LIMITS.discoveryReads / SHARE;
  const kinds = [
    { bytes: LIMITS.discoveryManifestBytes, left: most * 2, wants: (path: string) => MANIFESTS.test(baseName(path)) },
    { bytes: LIMITS.discoveryHeadBytes, left: most, wants: (path: string) => HEADS.test(path) },
    { bytes: LIMITS.discoveryHeadBytes, left: most, wants: needsContent },
  ];
  // Files near the root first: they say more about the whole, and the limits then cut what is deep.
  const near = paths.filter((path) => !isVendored(path) && kinds.some((kind) => kind.wants(path)));
  for (const path of near.sort((a, b) => depth(a) - depth(b))) {
    const kind = kinds.find((one) => one.left > 0 && one.wants(path));
    if (kind === undefined) continue;
    const text = readStart(join(root, path), kind.bytes);
    if (text === null) continue;
    kind.left -= 1;
    texts.set(path, text);
  }
  return texts;
}

function depth(path: string): number {
  let count = 0;
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) count += 1;
  return count;
}

/** Null for what is no ordinary file (a link may lead anywhere), cannot be read, or is not text. */
function readStart(file: string, bytes: number): string | null {
  try {
    const facts = lstatSync(file);
    if (!facts.isFile()) return null;
    const handle = openSync(file, 'r');
    try {
      const buffer = Buffer.alloc(Math.min(bytes, facts.size));
      const head = buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
      if (head[0] === 0xff && head[1] === 0xfe) return head.subarray(2).toString('utf16le');
      return head.includes(0) ? null : head.toString('utf8').replace(/^\uFEFF/, '');
    } finally {
      closeSync(handle);
    }
  } catch {
    return null;
  }
}

/** Every n-th file, so that sizes cost the same for a large repository as for a small one. */
function sampleSizes(root: string, paths: readonly string[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const step = Math.max(1, Math.ceil(paths.length / LIMITS.discoverySizes));
  for (let at = 0; at < paths.length; at += step) {
    const path = paths[at] ?? '';
    const facts = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (facts?.isFile()) sizes.set(path, facts.size);
  }
  return sizes;
}

function submodulesOf(text: string): readonly string[] {
  return [...text.matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)].flatMap((match) => match[1] ?? []).sort();
}
