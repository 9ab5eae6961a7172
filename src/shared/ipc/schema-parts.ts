// What the schemas of the contract's inputs are made of.
import { LIMITS } from '../domain/limits.ts';

export const id = { type: 'string', pattern: '^[0-9A-HJKMNP-TV-Z]{26}$' } as const;
export const object = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
/** A `patch_policy.v1` document with its name. */
export const policyFile = object(
  {
    file: { type: 'string', minLength: 1, maxLength: 4096 },
    text: { type: 'string', maxLength: LIMITS.policyFileCharacters },
  },
  ['file', 'text'],
);
