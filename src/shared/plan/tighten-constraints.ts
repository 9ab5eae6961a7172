// Limits on a patch, combined over project, phase, workstream and task: each level may only tighten.
import { LIMITS } from '../domain/limits.ts';
import { normaliseGlob } from '../lib/glob.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import type { DraftLevel } from './draft.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import type { PatchConstraints } from './plan.ts';
import type { PolicyLimits } from './project-settings.ts';
import { asBoolean, asNumber, asRecord, asTexts, field } from './read-json.ts';

/** A limit and who set it; `owner` is null while it is only the product's default, which any level may replace. */
interface Limit {
  readonly value: number;
  readonly owner: string | null;
}

export interface Tightened {
  readonly lines: Limit;
  readonly files: Limit;
  readonly forbidPaths: readonly string[];
  /** Switches that are on, with who turned them on. */
  readonly switches: ReadonlyMap<string, string>;
}

/** Limits of a patch that a level may set. */
const PATCH_KEYS = [
  'patch_required',
  'max_lines_changed',
  'max_files_changed',
  'forbid_binary_patches',
  'forbid_paths',
];
const FORBID_BINARY = 'patch.forbid_binary_patches';

/** Switches that a level may turn on and none below may turn off. */
const SWITCHES = [
  'patch.patch_required',
  FORBID_BINARY,
  'tests.tests_must_run',
  'tests.tests_must_pass',
  'behavior.ascii_only',
  'behavior.require_doc_update',
] as const;

/** Where every chain of levels starts: the limits of the project or of the policy given on the command line. */
export function startLimits(policies: readonly PolicyLimits[]): Tightened {
  const least = (values: readonly (number | null)[], otherwise: number): Limit => {
    const set = values.filter((one): one is number => one !== null);
    return set.length > 0 ? { value: Math.min(...set), owner: 'the policy' } : { value: otherwise, owner: null };
  };
  return {
    lines: least(
      policies.map((one) => one.maxLinesChanged),
      LIMITS.patchMaxLines,
    ),
    files: least(
      policies.map((one) => one.maxFilesChanged),
      LIMITS.patchMaxFiles,
    ),
    forbidPaths: policies.flatMap((one) => one.forbidPaths.map(normaliseGlob)),
    switches: new Map(policies.some((one) => one.forbidBinary) ? [[FORBID_BINARY, 'the policy']] : []),
  };
}

/** Adds one level's own limits; what would loosen is reported and has no effect. */
export function tighten(
  above: Tightened,
  level: DraftLevel,
): { readonly limits: Tightened; readonly findings: readonly Finding[] } {
  const { value, pointer } = level.constraints;
  if (value === undefined) return { limits: above, findings: [] };
  const owner = `${level.noun} \`${level.id}\``;
  const patch = field(value, 'patch');
  const findings: Finding[] = [...unknownLimits(patch, `${pointer}/patch`)];
  const narrow = (limit: Limit, key: string): Limit => {
    const own = asNumber(field(patch, key));
    if (own === null) return limit;
    if (limit.owner === null || own <= limit.value) return { value: own, owner };
    findings.push(
      loosened({ path: `${pointer}/patch/${key}`, key, owner, own, above: limit.value, setBy: limit.owner }),
    );
    return limit;
  };
  const switches = new Map(above.switches);
  for (const name of SWITCHES) {
    const [group = '', key = ''] = name.split('.');
    const own = asBoolean(field(field(value, group), key));
    const setBy = switches.get(name);
    if (own === true && setBy === undefined) switches.set(name, owner);
    if (own === false && setBy !== undefined) {
      findings.push(loosened({ path: `${pointer}/${group}/${key}`, key, owner, own, above: true, setBy }));
    }
  }
  const forbidPaths = [...above.forbidPaths, ...(asTexts(field(patch, 'forbid_paths')) ?? []).map(normaliseGlob)];
  const limits = {
    lines: narrow(above.lines, 'max_lines_changed'),
    files: narrow(above.files, 'max_files_changed'),
    forbidPaths: [...new Set(forbidPaths)],
    switches,
  };
  return { limits, findings };
}

/** UET v1 leaves room for keys of others; a limit that is misspelt and holds nothing back must not go by in silence. */
function unknownLimits(patch: unknown, pointer: string): readonly Finding[] {
  const keys = Object.keys(asRecord(patch) ?? {}).filter((key) => !PATCH_KEYS.includes(key));
  return keys.map((key) =>
    warningFinding('E_SCHEMA', {
      path: `${pointer}/${key}`,
      message: `\`${key}\` is no limit of ours and has no effect.`,
      advice: `Use one of: ${PATCH_KEYS.join(', ')}.${didYouMean(key, PATCH_KEYS)}`,
    }),
  );
}

export function toConstraints(limits: Tightened): PatchConstraints {
  return {
    maxLinesChanged: limits.lines.value,
    maxFilesChanged: limits.files.value,
    forbidBinary: limits.switches.has(FORBID_BINARY),
    forbidPaths: limits.forbidPaths,
  };
}

interface Loosening {
  readonly path: string;
  readonly key: string;
  readonly owner: string;
  readonly own: number | boolean;
  readonly above: number | boolean;
  readonly setBy: string;
}

function loosened({ path, key, owner, own, above, setBy }: Loosening): Finding {
  return errorFinding('E_LOOSENED', {
    path,
    message: `\`${key}\` of ${owner} is ${own}, but ${setBy} allows only ${above}.`,
    advice: `Write ${typeof above === 'number' ? `${above} or less` : above}, or change it in ${setBy}: a level may only tighten.`,
  });
}
