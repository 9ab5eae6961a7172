// What the schemas of the contract's inputs are made of.

export const id = { type: 'string', pattern: '^[0-9A-HJKMNP-TV-Z]{26}$' } as const;
export const object = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
