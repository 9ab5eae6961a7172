// The methods about patches and the reviews of them: input as JSON schemas, input and output as types.
import { LIMITS } from '../domain/limits.ts';
import { PATCH_MACHINE } from '../domain/patch.ts';
import { REVIEWER_KINDS, type ReviewerKind } from '../domain/review.ts';
import { statesOf } from '../lib/machine.ts';
import type { PatchQuery } from '../ports/find-patches.ts';
import { type CommandParams, commandSchema } from './command-methods.ts';
import type { MergePreview } from './merge-preview.ts';
import type { PatchCheckReport } from './patch-check.ts';
import type { ReviewView } from './review-view.ts';
import { id, object, policyFile } from './schema-parts.ts';
import type { PatchDetail, PatchView } from './views.ts';

export interface FileSidesReport {
  readonly path: string;
  readonly oldPath: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly note: string | null;
}

/** A vote on a review: `patchId` and `head` are what whoever votes had before them. */
export interface VoteParams extends CommandParams {
  readonly reviewId: string;
  readonly patchId: string;
  readonly head: string;
  /** The user of this machine unless told. */
  readonly reviewer?: string;
  readonly reviewerKind?: ReviewerKind;
}

/** Method name → input and output. */
export interface PatchMethods {
  /** What waits for a person, of one run or of all, newest first; `all`: with what was decided. */
  'review.list': {
    params: { readonly runId?: string; readonly all?: boolean; readonly limit?: number };
    result: { readonly reviews: readonly ReviewView[] };
  };
  'review.show': { params: { readonly reviewId: string }; result: { readonly review: ReviewView } };
  /** Refused where the patch is not the one that the decision is about. */
  'review.approve': { params: VoteParams; result: { readonly review: ReviewView } };
  'review.reject': { params: VoteParams; result: { readonly review: ReviewView } };
  'patch.list': {
    params: Partial<PatchQuery>;
    /** `next`: what `before` has to be for the rest; null when all has been looked at. */
    result: { readonly patches: readonly PatchView[]; readonly next: string | null };
  };
  /** The ledger entry as UET v1 documents with our detail. */
  'patch.show': {
    params: { readonly patchId: string };
    result: { readonly patch: PatchDetail; readonly artifact: unknown; readonly ledger_entry: unknown };
  };
  /** The diff as text; invalid UTF-8 is replaced (use `patch export` for the bytes). */
  'patch.diff': { params: { readonly patchId: string }; result: { readonly diff: string } };
  /** The diff's bytes in base64. */
  'patch.export': {
    params: { readonly patchId: string };
    result: { readonly base64: string; readonly sha256: string };
  };
  /** The validator alone, on a patch in base64 that is in no run. `base` is a revision, HEAD where it is left out. */
  'patch.check': {
    params: {
      readonly base64: string;
      readonly base?: string;
      readonly policy?: { readonly file: string; readonly text: string };
    };
    result: PatchCheckReport;
  };
  /** What integrating it now, or all that waits in a run's train, would give; nothing is changed. */
  'patch.preview': { params: { readonly patchId: string }; result: MergePreview };
  'run.preview': { params: { readonly runId: string }; result: MergePreview };
  /** A patch in base64 enters a run, for itself or in place of what a task made. Refused before anything is changed where it cannot be read or does not fit. */
  'patch.import': {
    params: CommandParams & { readonly base64: string; readonly file: string; readonly taskId?: string };
    result: {
      /** The task that brings it. */
      readonly taskId: string;
    };
  };
  'patch.file': { params: { readonly patchId: string; readonly path: string }; result: FileSidesReport };
}

/** Made anew for each: of one object for two methods the validators would be compiled twice under one name. */
const vote = () =>
  commandSchema(
    { reviewId: id, patchId: id, head: { type: 'string', pattern: '^[0-9a-f]{40}$' } },
    { reviewer: { type: 'string', minLength: 1, maxLength: 200 }, reviewerKind: { enum: REVIEWER_KINDS } },
  );

const revision = { type: 'string', minLength: 1, maxLength: 1000 } as const;
/** In base64: a third longer than the bytes, and what is too long is told by the reader of patches. */
const patchBytes = {
  type: 'string',
  maxLength: Math.ceil(LIMITS.patchMaxBytes / 3) * 4 + 4,
  pattern: '^[A-Za-z0-9+/]*={0,2}$',
};

export const PATCH_SCHEMAS: { readonly [M in keyof PatchMethods]: object } = {
  'review.list': object({
    runId: id,
    all: { type: 'boolean' },
    limit: { type: 'integer', minimum: 1, maximum: 10000 },
  }),
  'review.show': object({ reviewId: id }, ['reviewId']),
  'review.approve': vote(),
  'review.reject': vote(),
  'patch.list': object({
    runId: id,
    state: { enum: statesOf(PATCH_MACHINE) },
    taskId: { type: 'string', minLength: 1, maxLength: 1000 },
    tool: { type: 'string', minLength: 1, maxLength: 100 },
    file: { type: 'string', minLength: 1, maxLength: 4096 },
    text: { type: 'string', minLength: 1, maxLength: LIMITS.patchTextLength },
    before: id,
    limit: { type: 'integer', minimum: 1, maximum: 10000 },
  }),
  'patch.show': object({ patchId: id }, ['patchId']),
  'patch.diff': object({ patchId: id }, ['patchId']),
  'patch.preview': object({ patchId: id }, ['patchId']),
  'run.preview': object({ runId: id }, ['runId']),
  'patch.export': object({ patchId: id }, ['patchId']),
  'patch.import': commandSchema(
    { base64: patchBytes, file: { type: 'string', minLength: 1, maxLength: 1000 } },
    { taskId: { type: 'string', minLength: 1, maxLength: 1000 } },
  ),
  'patch.check': object({ base64: patchBytes, base: revision, policy: policyFile }, ['base64']),
  'patch.file': object({ patchId: id, path: { type: 'string', minLength: 1, maxLength: 4096 } }, ['patchId', 'path']),
};
