// What the policy of a task means for its patches: product limits filled in, and the rules' own view of it.
import { LIMITS } from '../domain/limits.ts';
import { type PatchPolicy, POLICY_FIELD_NAMES, type PolicyField, type PolicyPlace } from '../domain/patch-policy.ts';
import { parseRuleAction } from '../domain/rule-action.ts';
import type { GateDefinition, PatchConstraints } from './plan.ts';

const PRODUCT: PolicyPlace = { owner: 'Patchbay', file: '', line: 0, path: '' };

/** The product's own limits hold only where nobody says a number. */
export function withProductLimits(policy: PatchPolicy): PatchPolicy {
  const own = (value: number) => [{ value, from: [PRODUCT] }];
  return {
    ...policy,
    max_lines_changed: policy.max_lines_changed ?? own(LIMITS.patchMaxLines),
    max_files_changed: policy.max_files_changed ?? own(LIMITS.patchMaxFiles),
  };
}

/** Kinds of gates that run tests. */
const TEST_KINDS = new Set(['unit', 'integration', 'test', 'tests']);

/** `gates` are those of the task. */
export function toConstraints(policy: PatchPolicy, gates: readonly GateDefinition[]): PatchConstraints {
  const number = (field: PolicyField, otherwise: number) => Number(policy[field]?.[0]?.value ?? otherwise);
  const isOn = (field: PolicyField) => policy[field]?.[0]?.value === true;
  // Said to be off by somebody, and on by nobody: silence is no permission.
  const isOff = (field: PolicyField) => policy[field]?.[0]?.value === false;
  const texts = (field: PolicyField) => (policy[field] ?? []).map((entry) => String(entry.value));
  const everywhere = isOn('tests_must_run') || isOn('tests_must_pass') ? ['**'] : [];
  return {
    patchRequired: isOn('patch_required'),
    maxLinesChanged: number('max_lines_changed', LIMITS.patchMaxLines),
    maxFilesChanged: number('max_files_changed', LIMITS.patchMaxFiles),
    forbidBinary: isOn('forbid_binary_patches'),
    forbidPaths: texts('forbid_touching_paths'),
    requireTestsFor: [...texts('require_tests_for_paths'), ...everywhere],
    testGates: gates
      .filter((gate) => gate.required && gate.blocking !== false && gate.waveBoundary !== true && isTestGate(gate))
      .map((gate) => gate.gateId),
    asciiOnly: isOn('ascii_only'),
    requireDocUpdate: isOn('require_doc_update'),
    ...(isOff('forbid_symlinks') ? { allowLinks: true } : {}),
    ...(isOff('forbid_submodules') ? { allowSubmodules: true } : {}),
    ...(policy.protect_paths === undefined ? {} : { protectPaths: texts('protect_paths') }),
    ...some('minReviewers', number('min_reviewers', 0)),
    ...some('oscillationWindow', number('oscillation_window', 0)),
    ...some('oscillationThreshold', number('oscillation_threshold', 0)),
    ...many('fileLimits', texts('strict').flatMap(fileLimit)),
    ...many(
      'ruleActions',
      texts('rules').flatMap((text) => parseRuleAction(text) ?? []),
    ),
  };
}

/** What asks for nothing is left out, so that a plan says only what holds. */
function some<K extends string>(key: K, value: number): { readonly [P in K]?: number } {
  return value > 0 ? ({ [key]: value } as { readonly [P in K]?: number }) : {}; // the one key that it is typed with
}

function many<K extends string, T>(key: K, values: readonly T[]): { readonly [P in K]?: readonly T[] } {
  return values.length > 0 ? ({ [key]: values } as { readonly [P in K]?: readonly T[] }) : {}; // as above
}

/** `50 src/core/**`: at most so many lines of each file that matches. */
function fileLimit(text: string): readonly { readonly glob: string; readonly maxLines: number }[] {
  const [lines = '', ...glob] = text.split(' ');
  return [{ glob: glob.join(' '), maxLines: Number(lines) }];
}

function isTestGate({ kind, gateId }: GateDefinition): boolean {
  return TEST_KINDS.has(kind.toLowerCase()) || gateId === 'GATE_UNIT' || gateId === 'GATE_INTEGRATION';
}

/** A limit as programs read it: one entry for each member of a list. */
export interface PolicyLine {
  readonly limit: PolicyField;
  readonly value: number | boolean | string;
  readonly from: readonly PolicyPlace[];
}

export function policyLines(policy: PatchPolicy): readonly PolicyLine[] {
  return POLICY_FIELD_NAMES.flatMap((limit) => (policy[limit] ?? []).map((entry) => ({ limit, ...entry })));
}
