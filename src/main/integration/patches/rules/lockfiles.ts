// A lockfile changes with its manifest only; its packages come from known registries and are what they were.
import type { Finding } from '../../../../shared/domain/patch.ts';
import type { LockEntry, LockFormat } from '../lockfiles/lock-entry.ts';
import { LOCK_FORMATS } from '../lockfiles/lock-formats.ts';
import { finding, forReview, type PatchFacts, type Rule, touchedPaths } from '../rule.ts';

const NAME = 'lockfiles';
const MAX_FINDINGS = 20;

export const lockfilesRule: Rule = {
  name: NAME,
  part: 'constraints',
  reads: ({ path }) => formatOf(path) !== undefined,
  check: (facts) =>
    facts.files.flatMap(({ path, change }) => {
      const format = formatOf(path);
      if (format === undefined) return [];
      const said = forReview(
        { rule: NAME, path },
        `${path} decides which packages are installed`,
        'Read which of them change.',
      );
      return [said, ...alone(facts, format, path), ...(change === 'deleted' ? [] : packages(facts, format, path))];
    }),
};

function formatOf(path: string): LockFormat | undefined {
  return LOCK_FORMATS.find(({ files }) => files.test(path));
}

function alone(facts: PatchFacts, format: LockFormat, path: string): readonly Finding[] {
  if (touchedPaths(facts).some((one) => one !== path && format.manifests.test(one))) return [];
  const message = `${path} changes, and nothing that says which packages are wanted does`;
  return [graver(path, 0, message, 'Change the manifest, and let the package manager write the lockfile.')];
}

function packages({ contents }: PatchFacts, format: LockFormat, path: string): readonly Finding[] {
  if (format.read === null) return [];
  const { before, after } = contents.get(path) ?? { before: null, after: null };
  const [old, now] = [entriesOf(format, before), entriesOf(format, after)];
  if (after === null || now === null) {
    return [
      graver(
        path,
        0,
        `${path} cannot be read as a lockfile of ${format.name}, or is too large`,
        'Let the package manager write it.',
      ),
    ];
  }
  const known = new Map((old ?? []).map((entry) => [entry.id, entry]));
  const hosts = new Set([
    ...format.hosts,
    ...(old ?? []).flatMap(({ source }) => (isSafe(source) ? hostOf(source) : [])),
  ]);
  return now
    .filter((entry) => !isSame(known.get(entry.id), entry))
    .flatMap((entry) => faultsOf(entry, { path, hosts, hashed: format.hashed, was: known.get(entry.id) }))
    .slice(0, MAX_FINDINGS);
}

function entriesOf({ read }: LockFormat, text: string | null): readonly LockEntry[] | null {
  if (text === null || read === null) return null;
  try {
    return read(text);
  } catch {
    return null;
  }
}

function isSame(one: LockEntry | undefined, other: LockEntry): boolean {
  return one !== undefined && one.source === other.source && one.hash === other.hash;
}

interface Around {
  readonly path: string;
  readonly hosts: ReadonlySet<string>;
  readonly hashed: boolean;
  /** The same package and version before. */
  readonly was: LockEntry | undefined;
}

function faultsOf({ id, source, hash, line }: LockEntry, { path, hosts, hashed, was }: Around): readonly Finding[] {
  const faults: Finding[] = [];
  if (
    was !== undefined &&
    was.hash !== null &&
    hash !== null &&
    was.hash !== hash &&
    was.source === source &&
    !isMore(was.hash, hash)
  ) {
    const message = `${id} is expected with another content than before, under the same version`;
    faults.push(
      finding({ rule: NAME, path, line }, message, 'Published versions do not change: find out who changed what.'),
    );
  }
  if (hash === null && hashed) {
    faults.push(
      graver(
        path,
        line,
        `${id} has no hash, so anything may come in its place`,
        'Let the package manager write it with its hash.',
      ),
    );
  }
  if (source !== null && !isSafe(source)) {
    faults.push(
      graver(path, line, `${id} comes from ${shown(source)}, not over https from a registry`, 'Use the registry.'),
    );
  } else if (source !== null && !hostOf(source).some((host) => hosts.has(host))) {
    faults.push(
      graver(
        path,
        line,
        `${id} comes from ${shown(source)}, a place that this project did not use before`,
        'Check that it is yours.',
      ),
    );
  }
  return faults;
}

/** More hashes for the same version: a registry got another file of it. */
function isMore(before: string, after: string): boolean {
  const now = new Set(after.split(' '));
  return before.split(' ').every((one) => now.has(one));
}

function isSafe(source: string | null): source is string {
  return source !== null && /^(?:(?:registry|sparse)\+)?https:\/\//.test(source);
}

/** The host, and the host with the first two folders for registries that share one. */
function hostOf(source: string): readonly string[] {
  const address = source.replace(/^(?:registry|sparse)\+/, '');
  if (!URL.canParse(address)) return [];
  const { host, pathname } = new URL(address);
  return [host, `${host}${pathname.split('/').slice(0, 3).join('/')}`];
}

function shown(source: string): string {
  const address = source.replace(/^(?:registry|sparse)\+/, '');
  // Never a password that stands in an address.
  return URL.canParse(address) ? `${new URL(address).protocol}//${new URL(address).host}` : source.slice(0, 60);
}

/** Grave, and a person decides: a private registry begins like this, too. */
function graver(path: string, line: number, message: string, advice: string): Finding {
  return finding({ rule: NAME, path, line, action: 'review' }, message, advice);
}
