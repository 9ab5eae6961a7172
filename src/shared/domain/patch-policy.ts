// A patch policy: limits on patches, each with who set it, and how two become one that is as tight as both.

import { gravestOf } from './rule-action.ts';

/** Where a limit was written. */
export interface PolicyPlace {
  /** For sentences: "the project", "phase `PH-01`", "policy `global`". */
  readonly owner: string;
  /** Empty where the limit stands in no file. */
  readonly file: string;
  /** From 1; 0 where it has no line. */
  readonly line: number;
  /** JSON pointer. */
  readonly path: string;
}

/**
 * How two values of a field combine: the smaller or the larger number, true once one says true, all entries of both
 * lists, only the entries that are in both, or of the entries for one rule the gravest.
 */
export type Combination = 'least' | 'most' | 'any' | 'union' | 'common' | 'gravest';

/** The fields of `patch_policy.v1`, and those that only a project and the levels of a plan have. */
export const POLICY_FIELDS = {
  patch_required: 'any',
  max_lines_changed: 'least',
  max_files_changed: 'least',
  allowed_formats: 'common',
  forbid_binary_patches: 'any',
  forbid_touching_paths: 'union',
  require_tests_for_paths: 'union',
  protect_paths: 'union',
  forbid_symlinks: 'any',
  forbid_submodules: 'any',
  require_issue_ref: 'any',
  min_reviewers: 'most',
  // A longer look back and fewer repetitions find more.
  oscillation_window: 'most',
  oscillation_threshold: 'least',
  tests_must_run: 'any',
  tests_must_pass: 'any',
  ascii_only: 'any',
  require_doc_update: 'any',
  issue_ref_formats: 'common',
  /** Limits of single files: `50 src/core/**`. */
  strict: 'union',
  /** What findings of a rule lead to at least: `secrets=drop`. */
  rules: 'gravest',
} as const satisfies Record<string, Combination>;

export type PolicyField = keyof typeof POLICY_FIELDS;
export const POLICY_FIELD_NAMES = Object.keys(POLICY_FIELDS) as PolicyField[]; // exactly the keys by its type

export type PolicyValue = number | boolean | string;

/** One value and everybody who set it. */
export interface PolicyEntry {
  readonly value: PolicyValue;
  readonly from: readonly PolicyPlace[];
}

/** A number or a switch has one entry; a list has one for each member. A field that nobody set is absent. */
export type PatchPolicy = { readonly [F in PolicyField]?: readonly PolicyEntry[] };

export const EMPTY_POLICY: PatchPolicy = {};

/** The policy that holds both: never looser than either, whatever the order. */
export function combinePolicies(a: PatchPolicy, b: PatchPolicy): PatchPolicy {
  // Most levels say nothing of their own: the same object then tells that it is the same policy.
  if (a === b || isEmpty(b)) return a;
  if (isEmpty(a)) return b;
  const combined: { [F in PolicyField]?: readonly PolicyEntry[] } = {};
  for (const field of POLICY_FIELD_NAMES) {
    const entries = combineField(POLICY_FIELDS[field], a[field], b[field]);
    if (entries !== undefined) combined[field] = entries;
  }
  return combined;
}

function isEmpty(policy: PatchPolicy): boolean {
  for (const _ in policy) return false;
  return true;
}

/** A value that would be looser than what stands above it. */
export interface Loosening {
  readonly field: PolicyField;
  readonly own: PolicyEntry;
  readonly above: readonly PolicyEntry[];
}

/** What `own` would loosen if it replaced `above`; a union cannot loosen, it only adds. */
export function loosenings(above: PatchPolicy, own: PatchPolicy): readonly Loosening[] {
  return POLICY_FIELD_NAMES.flatMap((field) => {
    const [upper, lower] = [above[field], own[field]];
    if (upper === undefined || lower === undefined || POLICY_FIELDS[field] === 'union') return [];
    const allowed = combineField(POLICY_FIELDS[field], upper, lower) ?? [];
    return lower
      .filter((entry) => allowed.every((one) => one.value !== entry.value))
      .map((entry) => ({ field, own: entry, above: upper }));
  });
}

type Entries = readonly PolicyEntry[];

function combineField(how: Combination, a: Entries | undefined, b: Entries | undefined): Entries | undefined {
  if (a === undefined || b === undefined) return inOrder(a ?? b);
  switch (how) {
    case 'least':
    case 'most':
    case 'any':
      return inOrder(tightest(how, [...a, ...b]));
    case 'union':
      return inOrder([...a, ...b]);
    case 'gravest':
      return inOrder(gravestOf([...a, ...b]));
    case 'common': {
      const both = (one: PolicyEntry) => [a, b].every((list) => list.some((other) => other.value === one.value));
      return inOrder([...a, ...b].filter(both));
    }
  }
}

function tightest(how: 'least' | 'most' | 'any', entries: Entries): Entries {
  const numbers = entries.map((entry) => Number(entry.value));
  const wanted = how === 'least' ? Math.min(...numbers) : Math.max(...numbers);
  return entries.filter((entry) => Number(entry.value) === wanted);
}

/** Equal values become one entry with all their places; the order never depends on who came first. */
function inOrder(entries: Entries | undefined): Entries | undefined {
  if (entries === undefined) return undefined;
  const places = new Map<PolicyValue, Map<string, PolicyPlace>>();
  for (const { value, from } of entries) {
    const known = places.get(value) ?? new Map<string, PolicyPlace>();
    for (const place of from) known.set(JSON.stringify([place.owner, place.file, place.line, place.path]), place);
    places.set(value, known);
  }
  const sorted = <V>(map: ReadonlyMap<PolicyValue, V>) => [...map].sort(([x], [y]) => (String(x) < String(y) ? -1 : 1));
  return sorted(places).map(([value, from]) => ({ value, from: sorted(from).map(([, place]) => place) }));
}
