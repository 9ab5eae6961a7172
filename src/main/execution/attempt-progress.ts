// What an attempt is at, kept up to date for those who look whether it still lives.

export interface AttemptProgress {
  /** A tool's process runs, or Patchbay itself is at work before it, after it or in its place. */
  at: 'ours' | 'tool';
}
