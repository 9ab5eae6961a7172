// What a change of package.json means: scripts that run by themselves, programs, and where packages come from.
import type { Finding } from '../../../../shared/domain/patch.ts';
import { reachesNetwork, shellFault } from '../code/shell-text.ts';
import { finding, forReview, type PatchFacts, type Rule } from '../rule.ts';

const NAME = 'package-manifest';
/** These run when a package is installed, packed or published, without anybody calling them. */
const LIFECYCLE =
  /^(?:(?:pre|post)?(?:install|uninstall|prepare|publish|pack|version|restart|shrinkwrap)|prepublishOnly|dependencies)$/;
const DEPENDENCIES = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'bundleDependencies',
  'bundledDependencies',
  'overrides',
  'resolutions',
];
/** Sections that steer package managers, builds and checks. */
const STEERING = [
  'bin',
  'directories',
  'workspaces',
  'packageManager',
  'devEngines',
  'allowScripts',
  'trustedDependencies',
  'dependenciesMeta',
  'pnpm',
  'config',
  'gypfile',
  'publishConfig',
  'imports',
  'husky',
  'simple-git-hooks',
  'lint-staged',
  'jest',
  'vitest',
  'mocha',
  'ava',
  'c8',
  'nyc',
  'babel',
  'eslintConfig',
  'stylelint',
  'xo',
];

export const packageManifestRule: Rule = {
  name: NAME,
  part: 'constraints',
  reads: ({ path }) => isManifest(path),
  check: (facts) =>
    facts.files
      .filter(({ path, change }) => isManifest(path) && change !== 'deleted')
      .flatMap(({ path }) => compare(facts, path)),
};

export function isManifest(path: string): boolean {
  return /(?:^|\/)package\.json$/i.test(path);
}

interface Manifest {
  readonly path: string;
  readonly text: string;
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

function compare({ contents }: PatchFacts, path: string): readonly Finding[] {
  const { before, after } = contents.get(path) ?? { before: null, after: null };
  const read = readObject(after);
  if (after === null || read === null) {
    const message = `${path} is no JSON object, or too large`;
    return [finding({ rule: NAME, path, action: 'review' }, message, 'Mend it; package managers need it.')];
  }
  const manifest = { path, text: after, before: readObject(before) ?? {}, after: read };
  return [...scripts(manifest), ...DEPENDENCIES.flatMap((group) => packages(manifest, group)), ...sections(manifest)];
}

function scripts(manifest: Manifest): readonly Finding[] {
  return changes(manifest, 'scripts').map(({ name, value }) => {
    const place = placeOf(manifest, name);
    if (value === undefined) {
      return forReview(
        { rule: NAME, path: manifest.path },
        `The script "${name}" is taken away`,
        'Check that nothing, a check above all, relies on it.',
      );
    }
    const text = String(value);
    const fault =
      shellFault(text) ?? (LIFECYCLE.test(name) && reachesNetwork(text) ? 'reaches into the network' : null);
    if (LIFECYCLE.test(name)) {
      const message = `The script "${name}" runs by itself${fault === null ? '' : `, and it ${fault}`}`;
      return finding(
        { ...place, severity: fault === null ? 'warning' : 'error', action: 'review' },
        message,
        'Read what it does: it runs on the machine of everybody who installs this.',
      );
    }
    if (fault !== null)
      return finding({ ...place, action: 'review' }, `The script "${name}" ${fault}`, 'Read what it does.');
    return forReview(place, `The script "${name}" changes`, 'Check that it still does what its name says.');
  });
}

function packages(manifest: Manifest, group: string): readonly Finding[] {
  return changes(manifest, group)
    .filter(({ value }) => value !== undefined)
    .map(({ name, value }) => {
      const place = placeOf(manifest, name);
      const from = typeof value === 'string' ? originOf(value) : null;
      if (from !== null)
        return finding(
          { ...place, action: 'review' },
          `The package ${name} comes ${from}, not from the registry`,
          'Use a published version.',
        );
      return forReview(
        place,
        `${group}: ${name} is new or another version`,
        'Check that it is the package you mean, well kept and under a licence you accept.',
      );
    });
}

/** Null for a range of versions of the registry. */
function originOf(spec: string): string | null {
  if (
    /^(?:git[+:@]|git@|ssh:|(?:github|gitlab|bitbucket|gist):)/i.test(spec) ||
    /^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(spec)
  )
    return 'from a git repository';
  if (/^https?:/i.test(spec)) return 'from an address';
  if (/^(?:file|link|portal):|^\.{0,2}\//i.test(spec)) return 'from a folder';
  if (/^npm:/i.test(spec)) return 'under the name of another one';
  return null;
}

function sections({ path, text, before, after }: Manifest): readonly Finding[] {
  return STEERING.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) =>
    forReview(
      { rule: NAME, path, line: lineOf(text, name) },
      `The section "${name}" changes`,
      'It steers tools: read it.',
    ),
  );
}

interface Change {
  readonly name: string;
  /** Undefined where it is gone. */
  readonly value: unknown;
}

function changes({ before, after }: Manifest, group: string): readonly Change[] {
  const [old, now] = [asEntries(before[group]), asEntries(after[group])];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  return names
    .filter((name) => JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name)))
    .map((name) => ({ name, value: now.get(name) }));
}

function asEntries(value: unknown): ReadonlyMap<string, unknown> {
  if (Array.isArray(value)) return new Map(value.map((one) => [String(one), true]));
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
}

function placeOf({ path, text }: Manifest, name: string) {
  return { rule: NAME, path, line: lineOf(text, name) };
}

/** Of the key, where it is found by its text; else the file as a whole. */
function lineOf(text: string, key: string): number {
  const at = text.indexOf(`${JSON.stringify(key)}`);
  return at === -1 ? 0 : text.slice(0, at).split('\n').length;
}

function readObject(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    // A JSON object has string keys and anything for values.
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
