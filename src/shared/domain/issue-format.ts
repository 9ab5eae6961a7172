// The forms in which a task may name the issue it belongs to.

export const ISSUE_FORMATS = {
  /** `#12` */
  number: /^#\d+$/,
  /** `owner/name#12` */
  repository: /^[\w.-]+\/[\w.-]+#\d+$/,
  /** `ABC-12` */
  key: /^[A-Z][A-Z0-9]{1,9}-\d+$/,
  /** Its address. */
  address: /^https?:\/\/\S+\/(?:issues|browse|work-items)\/\S+$/,
} as const satisfies Record<string, RegExp>;

export type IssueFormat = keyof typeof ISSUE_FORMATS;

/** Null where it is of none of them. */
export function issueFormat(reference: string): IssueFormat | null {
  const names = Object.keys(ISSUE_FORMATS) as IssueFormat[]; // exactly the keys by its type
  return names.find((name) => ISSUE_FORMATS[name].test(reference.trim())) ?? null;
}
