// Policies by name: what a lookup gives back, and which names Patchbay brings along.

/** The policies below `resources/policies`; any other name is a file of the project. */
export const BUILT_IN_POLICIES = ['global', 'python_strict', 'docs_permissive'] as const;

/** A policy's text with the name that messages give its file, or why there is none, as a sentence. */
export type PolicyFile =
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly problem: string };

/** Finds the policy that a plan, a project or the command line names. Never throws. */
export type PolicyLookup = (name: string) => PolicyFile;

/** A policy named somewhere: its name and the place of the mention. */
export interface PolicyMention {
  readonly name: string;
  readonly pointer: string;
}

/** For callers that have no files to look into, such as tests. */
export const NO_LOOKUP: PolicyLookup = (name) => ({ file: name, problem: 'Policies cannot be looked up here.' });
