// The limits of a policy document, of a project or of a level of a plan → a policy with the place of each.
import {
  type PatchPolicy,
  POLICY_FIELD_NAMES,
  POLICY_FIELDS,
  type PolicyEntry,
  type PolicyField,
  type PolicyPlace,
} from '../domain/patch-policy.ts';
import { ruleAction } from '../domain/rule-action.ts';
import { RULE_NAMES } from '../domain/rule-names.ts';
import { normaliseGlob } from '../lib/glob.ts';
import { readPattern } from '../lib/legacy-pattern.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import { errorFinding, type Finding, warningFinding } from './finding.ts';
import { asBoolean, asList, asNumber, asRecord, asText } from './read-json.ts';

/** Our own shorter names, beside those of `patch_policy.v1`. */
const SHORT_NAMES: Readonly<Record<string, PolicyField>> = {
  forbid_binary: 'forbid_binary_patches',
  forbid_paths: 'forbid_touching_paths',
};

/** Every name that a limit may have. */
export const POLICY_NAMES: readonly string[] = [...POLICY_FIELD_NAMES, ...Object.keys(SHORT_NAMES)];

export interface FieldGroup {
  readonly value: unknown;
  /** Place of the group in its document. */
  readonly pointer: string;
  readonly placeOf: (path: string) => PolicyPlace;
}

export interface PolicyFieldsReading {
  readonly policy: PatchPolicy;
  /** About globs that look like regular expressions. Other faults of form are the schema's. */
  readonly findings: readonly Finding[];
}

/** Reads what can be read; a value of the wrong type is left out. */
export function readPolicyFields({ value, pointer, placeOf }: FieldGroup): PolicyFieldsReading {
  const policy: { [F in PolicyField]?: readonly PolicyEntry[] } = {};
  const findings: Finding[] = [];
  for (const [name, own] of Object.entries(asRecord(value) ?? {})) {
    const field = policyField(name);
    if (field === null) continue;
    const path = `${pointer}/${name}`;
    const entries = readEntries(field, own, { path, placeOf, findings });
    if (entries !== null) policy[field] = [...(policy[field] ?? []), ...entries];
  }
  return { policy, findings };
}

/** Null for a name that is no limit. */
export function policyField(name: string): PolicyField | null {
  if (Object.hasOwn(SHORT_NAMES, name)) return SHORT_NAMES[name] ?? null;
  return POLICY_FIELD_NAMES.find((field) => field === name) ?? null;
}

interface Reading {
  readonly path: string;
  readonly placeOf: (path: string) => PolicyPlace;
  readonly findings: Finding[];
}

function readEntries(field: PolicyField, value: unknown, reading: Reading): readonly PolicyEntry[] | null {
  const { path, placeOf } = reading;
  switch (POLICY_FIELDS[field]) {
    case 'any': {
      const flag = asBoolean(value);
      return flag === null ? null : [{ value: flag, from: [placeOf(path)] }];
    }
    case 'least':
    case 'most': {
      const number = asNumber(value);
      return number === null ? null : [{ value: number, from: [placeOf(path)] }];
    }
    case 'gravest':
      return asRecord(value) === null ? null : readRules(value, reading);
    case 'common':
    case 'union':
      if (!Array.isArray(value)) return null;
      return field === 'strict' ? readFileLimits(value, reading) : readList(field, value, reading);
  }
}

function readList(field: PolicyField, value: unknown, { path, placeOf, findings }: Reading): readonly PolicyEntry[] {
  return asList(value).flatMap((item, index) => {
    if (typeof item !== 'string') return [];
    const own = `${path}/${index}`;
    const isName = field === 'allowed_formats' || field === 'issue_ref_formats';
    const text = isName ? item : meantGlob(item, own, findings);
    return text === null ? [] : [{ value: text, from: [placeOf(own)] }];
  });
}

/** Entries such as `{ path: 'src/core/**', max_lines_changed: 50 }`. */
function readFileLimits(value: unknown, { path, placeOf, findings }: Reading): readonly PolicyEntry[] {
  return asList(value).flatMap((item, index) => {
    const own = `${path}/${index}`;
    const glob = asText(asRecord(item)?.['path']);
    const lines = asNumber(asRecord(item)?.['max_lines_changed']);
    if (glob === null || lines === null) return [];
    const meant = meantGlob(glob, `${own}/path`, findings);
    return meant === null ? [] : [{ value: `${lines} ${meant}`, from: [placeOf(own)] }];
  });
}

/** Rule → action. A rule that there is not would be waited for in vain, so its name is an error. */
function readRules(value: unknown, { path, placeOf, findings }: Reading): readonly PolicyEntry[] {
  return Object.entries(asRecord(value) ?? {}).flatMap(([rule, action]) => {
    const own = `${path}/${rule}`;
    if (!(RULE_NAMES as readonly string[]).includes(rule)) {
      const advice = `Name one of the rules.${didYouMean(rule, RULE_NAMES)} They are listed in docs/policies.md.`;
      findings.push(
        errorFinding('E_UNKNOWN_REFERENCE', { path: own, message: `There is no rule \`${rule}\`.`, advice }),
      );
      return [];
    }
    return typeof action === 'string' ? [{ value: ruleAction(rule, action), from: [placeOf(own)] }] : [];
  });
}

/** The glob that an entry means; null, with an error, where a regular expression leaves that open. */
export function meantGlob(text: string, path: string, findings: Finding[]): string | null {
  const reading = readPattern(text);
  if (reading.kind === 'glob') return normaliseGlob(reading.glob);
  if (reading.kind === 'converted') {
    findings.push(
      warningFinding('E_SCHEMA', {
        path,
        message: `\`${text}\` is no glob: ${reading.why}. It is read as \`${reading.glob}\`.`,
        advice: `Write \`${reading.glob}\`.`,
      }),
    );
    return normaliseGlob(reading.glob);
  }
  const names = reading.candidates.map((glob) => `\`${glob}\``);
  findings.push(
    errorFinding('E_SCHEMA', {
      path,
      message: `\`${text}\` is not clear: ${reading.why}.`,
      advice:
        names.length > 0 ? `Write the glob that is meant: ${names.join(' or ')}.` : 'Write the glob that is meant.',
    }),
  );
  return null;
}
