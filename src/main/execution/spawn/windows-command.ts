// How a program is called on Windows, where batch files and cmd.exe read their arguments by rules of their own.
import { win32 } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { ProgramCall } from './program-call.ts';

/**
 * What cmd.exe may act upon inside a batch file's arguments. There is no quoting that holds for all of them ("BatBadBut",
 * CVE-2024-27980; `%VAR%` is replaced even between quotes), so an argument with one of them is refused instead of guessed at.
 */
const UNSAFE = /["%!^&|<>()\r\n\0]/;

/** `file` is the absolute path that PATH and PATHEXT led to. */
export function windowsCommand(file: string, args: readonly string[]): ProgramCall {
  const [disable, strip, run, line] = args;
  if (win32.basename(file).toLowerCase() === 'cmd.exe' && disable === '/d' && strip === '/s' && run === '/c') {
    // The person's own command line: cmd.exe strips the outer quotes (/s) and reads the rest as it was written.
    return { file, args: ['/d', '/s', '/c', `"${line ?? ''}"`], verbatim: true };
  }
  if (!/\.(cmd|bat)$/i.test(file)) return { file, args, verbatim: false };
  const unsafe = [file, ...args].find((part) => UNSAFE.test(part));
  if (unsafe !== undefined) {
    throw new PatchbayError(
      'E_SPAWN',
      `${win32.basename(file)} is a batch file and cannot take the argument ${JSON.stringify(unsafe)} safely`,
      'Hand the text over through stdin or a file, or name the program behind the batch file (for npm tools: `node` and the .js file).',
      { file, argument: unsafe },
    );
  }
  const quoted = [file, ...args].map((part) => `"${part.replace(/\\+$/, '$&$&')}"`).join(' ');
  const shell = win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'cmd.exe');
  return { file: shell, args: ['/d', '/s', '/c', `"${quoted}"`], verbatim: true };
}
