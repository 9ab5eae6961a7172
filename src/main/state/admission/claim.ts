// What tasks have for themselves while they are in hand, as the state of a run keeps it.

/** A conflict group, or files that are read or written, with the tasks that have it and those that wait for it. */
export interface Claim<T> {
  readonly key: string;
  readonly kind: 'group' | 'write' | 'read';
  /** One task at a time has it; else all those who share it. */
  readonly exclusive: boolean;
  readonly globs: readonly string[];
  readonly holders: Set<T>;
  /** The longest waiting first. */
  readonly waiting: Set<T>;
  /** How often the one that has waited longest was overtaken. */
  overtaken: number;
  /** Where patches are committed in plan order: the ids of all its tasks in that order. */
  readonly line: string[];
}
