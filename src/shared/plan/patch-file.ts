// Patches that a plan names by file: how their bytes get into the plan.

/** The bytes of a patch in base64, or why there are none, as a sentence. `file` is the name for messages. */
export type PatchFile =
  | { readonly file: string; readonly base64: string }
  | { readonly file: string; readonly problem: string };

/** Finds a patch that a plan names, relative to the project's root. Never throws. */
export type PatchLookup = (name: string) => PatchFile;

/** For callers that look at plans only, such as an export: the plan names its patches and does not hold them. */
export const NAMED_ONLY: PatchLookup = (file) => ({ file, base64: '' });
