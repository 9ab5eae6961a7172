// A document as it was read from text: its value, where everything in it stands, and what is wrong with the text.
import type { Problem } from '../lib/errors.ts';

export interface ParsedDocument {
  /** Undefined when the text could not be read. */
  readonly value: unknown;
  /** Line of a JSON pointer, from 1; of its nearest parent when it is not there. */
  readonly lineOf: (pointer: string) => number;
  readonly problems: readonly Problem[];
}

export function unreadDocument(problem: Problem): ParsedDocument {
  return { value: undefined, lineOf: () => 0, problems: [problem] };
}
