// A `patch_policy.v1` document → a policy, where it holds, and everything that is wrong with it.
import { combinePolicies, type PatchPolicy, type PolicyPlace } from '../domain/patch-policy.ts';
import type { Problem } from '../lib/errors.ts';
import { DOCUMENT_SCHEMAS } from '../uet/recognise-schema.ts';
import { schemaFaults } from '../uet/schema-faults.ts';
import { parsePlan, placeFaults } from './parse-plan.ts';
import { asText, field } from './read-json.ts';
import { readPolicyFields } from './read-policy-fields.ts';

export interface PolicyReading {
  readonly id: string;
  readonly policy: PatchPolicy;
  /** Null where it holds for any. */
  readonly projectId: string | null;
  readonly phaseId: string | null;
  readonly problems: readonly Problem[];
}

/** Never throws for what the text says. `file` is for messages and places. */
export function readPolicy({ file, text }: { readonly file: string; readonly text: string }): PolicyReading {
  const parsed = parsePlan(text);
  const id = asText(field(parsed.value, 'patch_policy_id')) ?? file;
  const placeOf = (path: string): PolicyPlace => ({ owner: `policy \`${id}\``, file, line: parsed.lineOf(path), path });
  const group = { value: field(parsed.value, 'constraints'), pointer: '/constraints', placeOf };
  const { policy, findings } = readPolicyFields(group);
  const faults = parsed.problems.length > 0 ? [] : schemaFaults(DOCUMENT_SCHEMAS['patch_policy.v1'], parsed.value);
  const scope = field(parsed.value, 'scope');
  return {
    id,
    policy: combinePolicies(policy, impliedBy(policy, placeOf)),
    projectId: asText(field(scope, 'project_id')),
    phaseId: asText(field(scope, 'phase_id')),
    problems: [...parsed.problems, ...placeFaults(parsed, [...faults, ...findings])],
  };
}

/**
 * What v1 takes for granted where a policy says nothing: patches only, no binaries. Its other two defaults, an issue
 * for every patch and one reviewer, hold only where they are written (docs/decisions).
 */
function impliedBy(policy: PatchPolicy, placeOf: (path: string) => PolicyPlace): PatchPolicy {
  const implied = [{ value: true, from: [placeOf('/constraints')] }];
  return {
    ...(policy.patch_required ? {} : { patch_required: implied }),
    ...(policy.forbid_binary_patches ? {} : { forbid_binary_patches: implied }),
  };
}
