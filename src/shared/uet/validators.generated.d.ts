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
export const checkpointV1: Validator;
export const compensationV1: Validator;
export const costRecordV1: Validator;
export const errorEventV1: Validator;
export const fixV1: Validator;
export const gateV1: Validator;
export const planV1: Validator;
export const projectV1: Validator;
export const reviewV1: Validator;
export const toolProfileV1: Validator;
export const workerV1: Validator;
export const bootstrapDiscoveryV1: Validator;
export const bootstrapReportV1: Validator;
export const docMetaV1: Validator;
export const executionRequestV1: Validator;
export const patchArtifactV1: Validator;
export const patchLedgerEntryV1: Validator;
export const patchPolicyV1: Validator;
export const phaseSpecV1: Validator;
export const profileExtensionV1: Validator;
export const projectProfileV1: Validator;
export const promptInstanceV1: Validator;
export const routerConfigV1: Validator;
export const runEventV1: Validator;
export const runRecordV1: Validator;
export const stepAttemptV1: Validator;
export const taskSpecV1: Validator;
export const workstreamSpecV1: Validator;
