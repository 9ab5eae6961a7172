// Reads the files of an import: those that are named, and in folders every document, in the order of their names.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { ImportFile } from '../../../shared/exchange/import-plan.ts';
import type { Problem } from '../../../shared/lib/errors.ts';
import { readDocument } from '../../projects/read-document.ts';

export interface ImportFiles {
  readonly files: readonly ImportFile[];
  /** One for each file that cannot be read. */
  readonly problems: readonly (Problem & { readonly file: string })[];
}

/** `find` turns a name into a path; reports speak of the names. */
export function readImportFiles(names: readonly string[], find: (name: string) => string): ImportFiles {
  const found = names.flatMap((name) => filesOf(name, find(name)));
  const files: ImportFile[] = [];
  const problems: (Problem & { file: string })[] = [];
  if (found.length > LIMITS.importFiles) {
    return { files, problems: [tooMuch(names, `${found.length} files`, `${LIMITS.importFiles} files`)] };
  }
  let size = 0;
  for (const { name, path } of found) {
    const input = readDocument(path);
    if ('problem' in input) problems.push({ ...input.problem, file: name });
    else {
      files.push({ file: name, text: input.text });
      size += input.text.length;
    }
    if (size > LIMITS.importBytes) {
      return { files: [], problems: [tooMuch(names, 'more', `${LIMITS.importBytes} bytes in all`)] };
    }
  }
  return { files, problems };
}

interface Found {
  readonly name: string;
  readonly path: string;
}

function filesOf(name: string, path: string): readonly Found[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [{ name, path }];
  const below = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((one) => /\.(json|ya?ml)$/i.test(one));
  // A byte order, so that the same folder gives the same plan everywhere.
  const sorted = below.map((one) => one.replaceAll('\\', '/')).sort();
  return sorted.map((one) => ({ name: `${name.replace(/[\\/]+$/, '')}/${one}`, path: join(path, one) }));
}

function tooMuch(names: readonly string[], found: string, allowed: string): Problem & { readonly file: string } {
  return {
    code: 'E_FILE_UNREADABLE',
    severity: 'error',
    file: names[0] ?? '',
    path: '',
    line: 0,
    message: `There is too much to import: ${found}.`,
    advice: `At most ${allowed} are read at once; name fewer.`,
  };
}
