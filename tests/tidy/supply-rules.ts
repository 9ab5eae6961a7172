// Rules on package-lock.json: whole, from the registry, under a licence we accept, with no script of its own.

interface LockEntry {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** May be shipped inside the app. */
const SHIPPED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'BlueOak-1.0.0',
  'Unlicense',
]);

/** Only used to build and test, never shipped: file-level copyleft, data and documentation licences do not reach us. */
const BUILD_ONLY = new Set([...SHIPPED, 'MPL-2.0', 'Python-2.0', 'PSF-2.0', 'CC-BY-4.0']);

/** Every entry but the project itself, with what is wrong about it. */
export function supplyViolations(lock: Lock, allowedScripts: readonly string[]): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .flatMap(([path, entry]) => entryProblems(path, entry, allowedScripts));
}

function entryProblems(path: string, entry: LockEntry, allowedScripts: readonly string[]): readonly string[] {
  const problems: string[] = [];
  const name = path.replace(/^.*node_modules\//, '');
  if (entry.link === true || /^(git|file|http:)/.test(entry.resolved ?? ''))
    problems.push(`${path} is not from the registry`);
  if (!entry.integrity?.startsWith('sha512-')) problems.push(`${path} has no sha512`);
  const accepted = entry.dev === true ? BUILD_ONLY : SHIPPED;
  if (!licenceAccepted(entry.license, accepted)) problems.push(`${path} has the licence ${entry.license ?? 'none'}`);
  if (entry.hasInstallScript === true && !allowedScripts.includes(name))
    problems.push(`${path} runs a script when installed`);
  return problems;
}

/** `A OR B` needs one of them, `A AND B` both. */
function licenceAccepted(expression: string | undefined, accepted: ReadonlySet<string>): boolean {
  if (expression === undefined) return false;
  const terms = expression.replace(/[()]/g, '').split(' OR ');
  return terms.some((term) => term.split(' AND ').every((one) => accepted.has(one.trim())));
}
