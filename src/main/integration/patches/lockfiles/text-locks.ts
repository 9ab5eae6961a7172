// Lockfiles that are text: Yarn, pnpm, Bun, Cargo, Poetry, uv, Go, Bundler. Read by their lines, not as full documents.
import type { LockEntry } from './lock-entry.ts';

interface Block {
  readonly line: number;
  readonly head: string;
  readonly lines: readonly string[];
}

/** A block begins where `starts` matches, and goes to the next one. */
function blocks(text: string, starts: RegExp): readonly Block[] {
  const found: { line: number; head: string; lines: string[] }[] = [];
  text.split('\n').forEach((line, at) => {
    if (starts.test(line)) found.push({ line: at + 1, head: line, lines: [] });
    else found.at(-1)?.lines.push(line);
  });
  return found;
}

/** The first group of the first line that matches. */
function pick({ lines }: Pick<Block, 'lines'>, pattern: RegExp): string | null {
  for (const line of lines) {
    const value = pattern.exec(line)?.[1];
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** Classic (version 1) and Berry. */
export function readYarnLock(text: string): readonly LockEntry[] {
  return blocks(text, /^[^\s#].*:$/)
    .filter(({ head }) => !head.startsWith('__metadata'))
    .flatMap((block) => {
      const resolution = pick(block, /^\s+resolution:\s*"?([^"]+)"?$/);
      if (resolution?.includes('@workspace:') === true || resolution?.includes('@patch:') === true) return [];
      const version = pick(block, /^\s+version:?\s+"?([^"\s]+)"?$/) ?? '';
      const name = (resolution ?? block.head).replace(/^"/, '').replace(/(?<=.)@.*$/s, '');
      const resolved = pick(block, /^\s+resolved\s+"([^"]+)"/);
      const outside =
        resolution === null || /@npm:/.test(resolution) ? null : resolution.replace(/^.+?@(?=\w+[:+])/, '');
      return [
        {
          id: `${name}@${version}`,
          source: resolved ?? outside,
          hash: pick(block, /^\s+(?:integrity|checksum):?\s+"?([^"\s]+)"?$/) ?? resolved?.split('#')[1] ?? null,
          line: block.line,
        },
      ];
    });
}

export function readPnpmLock(text: string): readonly LockEntry[] {
  return blocks(text, /^ {2}\S.*:$/).flatMap((block) => {
    const resolution = pick(block, /^ {4}resolution:\s*\{(.*)\}/);
    if (resolution === null) return [];
    const tarball = /tarball:\s*([^,}\s]+)/.exec(resolution)?.[1] ?? /repo:\s*([^,}\s]+)/.exec(resolution)?.[1];
    const hash = /integrity:\s*([^,}\s]+)/.exec(resolution)?.[1] ?? /commit:\s*([^,}\s]+)/.exec(resolution)?.[1];
    return [
      { id: block.head.trim().replace(/:$|['"]/g, ''), source: tarball ?? null, hash: hash ?? null, line: block.line },
    ];
  });
}

/** `"name": ["name@1.0.0", "registry or empty", { … }, "sha512-…"]`. */
export function readBunLock(text: string): readonly LockEntry[] {
  const entry = /^\s+"[^"]+":\s*\["([^"]+)"(.*)\],?$/;
  return text.split('\n').flatMap((line, at) => {
    const [, id, rest = ''] = entry.exec(line) ?? [];
    if (id === undefined || /@(?:workspace|link|file):/.test(id)) return [];
    const source = /^,\s*"(https?:[^"]*)"/.exec(rest)?.[1] ?? /@((?:git|github|https?)[+:].*)$/.exec(id)?.[1] ?? null;
    return [{ id, source, hash: /"(sha\d+-[^"]+)"/.exec(rest)?.[1] ?? null, line: at + 1 }];
  });
}

export function readCargoLock(text: string): readonly LockEntry[] {
  return blocks(text, /^\[\[package\]\]/).flatMap((block) => {
    const source = pick(block, /^source = "([^"]+)"/);
    // Without a source it is a package of the workspace.
    if (source === null) return [];
    const id = `${pick(block, /^name = "([^"]+)"/) ?? ''}@${pick(block, /^version = "([^"]+)"/) ?? ''}`;
    const pinned = /^git\+.*#([0-9a-f]{40})$/.exec(source)?.[1] ?? null;
    return [{ id, source, hash: pick(block, /^checksum = "([^"]+)"/) ?? pinned, line: block.line }];
  });
}

/** Poetry's and uv's: both are TOML with a table for each package. */
export function readPythonLock(text: string): readonly LockEntry[] {
  return blocks(text, /^\[\[package\]\]/).flatMap((block) => {
    const id = `${pick(block, /^name = "([^"]+)"/) ?? ''}@${pick(block, /^version = "([^"]+)"/) ?? ''}`;
    if (block.lines.some((line) => /^source = \{ (?:virtual|editable|directory|workspace) = /.test(line))) return [];
    const inline = pick(block, /^source = \{ (?:registry|git|url|path) = "([^"]+)"/);
    const hashes = block.lines.flatMap((line) => /hash = "([^"]+)"/.exec(line)?.[1] ?? []).toSorted();
    const files = block.lines.flatMap((line) => /\burl = "(https?:[^"]+)"/.exec(line)?.[1] ?? []);
    const odd = files.find((url) => !url.startsWith('https://files.pythonhosted.org/'));
    const source = odd ?? inline ?? pick(block, /^url = "([^"]+)"/);
    return [{ id, source, hash: hashes.join(' ') || null, line: block.line }];
  });
}

export function readGoSum(text: string): readonly LockEntry[] {
  return text.split('\n').flatMap((line, at) => {
    const [name, version, hash = null] = line.split(' ');
    return name === undefined || version === undefined
      ? []
      : [{ id: `${name}@${version}`, source: null, hash, line: at + 1 }];
  });
}

/** Where the gems come from; checksums where Bundler wrote them. */
export function readGemfileLock(text: string): readonly LockEntry[] {
  const remotes = text.split('\n').flatMap((line, at) => {
    const source = /^ {2}remote: (\S+)/.exec(line)?.[1];
    return source === undefined ? [] : [{ id: `source ${source}`, source, hash: 'source', line: at + 1 }];
  });
  const sums = text.split('\n').flatMap((line, at) => {
    const [, name, version, hash] = /^ {2}(\S+) \(([^)]+)\) (sha\d+=\S+)/.exec(line) ?? [];
    return name === undefined
      ? []
      : [{ id: `${name}@${version ?? ''}`, source: null, hash: hash ?? null, line: at + 1 }];
  });
  return [...remotes, ...sums];
}
