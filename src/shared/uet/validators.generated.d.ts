// Generated from schema/ by build/compile-schemas.ts; do not edit.
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly schema: unknown;
  readonly parentSchema: unknown;
  readonly data: unknown;
}
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
export const planV1: Validator;
export const projectV1: Validator;
export const patchArtifactV1: Validator;
export const patchLedgerEntryV1: Validator;
export const phaseSpecV1: Validator;
export const taskSpecV1: Validator;
export const workstreamSpecV1: Validator;
