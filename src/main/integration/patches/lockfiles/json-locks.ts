// Lockfiles that are JSON: npm, Pipenv, Composer, NuGet, Deno.
import type { LockEntry } from './lock-entry.ts';

type Json = Readonly<Record<string, unknown>>;

/** Versions 1 to 3 of package-lock.json and npm-shrinkwrap.json. */
export function readPackageLock(text: string): readonly LockEntry[] {
  const lock = asJson(JSON.parse(text));
  const packages = Object.entries(asJson(lock['packages']));
  if (packages.length > 0) {
    return packages
      .filter(([path, entry]) => path.includes('node_modules/') && asJson(entry)['link'] !== true)
      .map(([path, entry]) => npmEntry(path.replace(/^.*node_modules\//, ''), asJson(entry)));
  }
  return nested(asJson(lock['dependencies']));
}

function nested(dependencies: Json): readonly LockEntry[] {
  return Object.entries(dependencies).flatMap(([name, value]) => {
    const entry = asJson(value);
    return [npmEntry(name, entry), ...nested(asJson(entry['dependencies']))];
  });
}

function npmEntry(name: string, entry: Json): LockEntry {
  const version = String(entry['version'] ?? '');
  const isAddress = /^(?:https?|git|file|github)[+:]/.test(version);
  const bundled = entry['bundled'] === true || entry['inBundle'] === true;
  return {
    id: `${name}@${version}`,
    source: asText(entry['resolved']) ?? (isAddress ? version : null),
    // What lies inside another package is covered by the hash of that one.
    hash: asText(entry['integrity']) ?? (bundled ? 'bundled' : null),
    line: 0,
  };
}

export function readPipfileLock(text: string): readonly LockEntry[] {
  const lock = asJson(JSON.parse(text));
  const sources = (asJson(lock['_meta'])['sources'] ?? []) as readonly Json[]; // a list by the format; anything else throws
  const named = new Map(sources.map((one) => [String(one['name']), asText(one['url'])]));
  const entries = [lock['default'], lock['develop']].flatMap((group) => Object.entries(asJson(group)));
  const ofPackages = entries.map(([name, value]) => {
    const entry = asJson(value);
    const index = asText(entry['index']);
    const source =
      asText(entry['git']) ?? asText(entry['file']) ?? (index === null ? null : (named.get(index) ?? null));
    return {
      id: `${name}@${String(entry['version'] ?? entry['ref'] ?? '')}`,
      source,
      hash: hashesOf(entry['hashes']),
      line: 0,
    };
  });
  const ofSources = sources.map((one) => ({
    id: `source ${String(one['name'])}`,
    source: asText(one['url']),
    hash: 'source',
    line: 0,
  }));
  return [...ofSources, ...ofPackages];
}

function hashesOf(value: unknown): string | null {
  return Array.isArray(value) && value.length > 0 ? value.map(String).toSorted().join(' ') : null;
}

export function readComposerLock(text: string): readonly LockEntry[] {
  const lock = asJson(JSON.parse(text));
  const packages = [lock['packages'], lock['packages-dev']].flatMap((list) => (Array.isArray(list) ? list : []));
  return packages.map((value) => {
    const entry = asJson(value);
    const dist = asJson(entry['dist']);
    const hash = [asText(dist['reference']), asText(dist['shasum'])].filter(Boolean).join(' ');
    return {
      id: `${String(entry['name'])}@${String(entry['version'])}`,
      source: asText(dist['url']),
      hash: hash || null,
      line: 0,
    };
  });
}

export function readNugetLock(text: string): readonly LockEntry[] {
  const frameworks = Object.values(asJson(asJson(JSON.parse(text))['dependencies']));
  return frameworks.flatMap((framework) =>
    Object.entries(asJson(framework))
      .filter(([, value]) => asJson(value)['type'] !== 'Project')
      .map(([name, value]) => {
        const entry = asJson(value);
        return {
          id: `${name}@${String(entry['resolved'])}`,
          source: null,
          hash: asText(entry['contentHash']),
          line: 0,
        };
      }),
  );
}

export function readDenoLock(text: string): readonly LockEntry[] {
  const lock = asJson(JSON.parse(text));
  const packages = { ...asJson(lock['packages']), ...lock };
  const registry = [packages['npm'], packages['jsr']].flatMap((group) => Object.entries(asJson(group)));
  const ofRegistry = registry.map(([id, value]) => ({
    id,
    source: null,
    hash: asText(asJson(value)['integrity']),
    line: 0,
  }));
  const remote = Object.entries(asJson(lock['remote'])).map(([url, hash]) => ({
    id: url,
    source: url,
    hash: asText(hash),
    line: 0,
  }));
  return [...ofRegistry, ...remote];
}

function asJson(value: unknown): Json {
  // An object of JSON has string keys and anything for values.
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
