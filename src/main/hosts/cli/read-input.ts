// Reads a document a person named, or says why it cannot be read.
import { readFileSync, statSync } from 'node:fs';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { Problem } from '../../../shared/lib/errors.ts';

export type ReadInput = { readonly text: string } | { readonly problem: Problem };

export function readInput(file: string): ReadInput {
  try {
    const facts = statSync(file);
    if (!facts.isFile()) return { problem: unreadable('it is no file', 'Name a file, not a folder.') };
    const { size } = facts;
    if (size > LIMITS.planFileBytes)
      return { problem: unreadable(`it has ${size} bytes`, `Keep it below ${LIMITS.planFileBytes} bytes.`) };
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: unreadable(why, 'Check the name and the folder.') };
  }
}

function unreadable(why: string, advice: string): Problem {
  return {
    code: 'E_FILE_UNREADABLE',
    severity: 'error',
    path: '',
    line: 0,
    message: `The file cannot be read: ${why}`,
    advice,
  };
}
