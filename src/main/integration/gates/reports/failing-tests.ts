// Makes what a report says fit for a ledger: paths of the repository, plain text, the limits.
import { pathToFileURL } from 'node:url';
import type { FailingTest } from '../../../../shared/domain/gate.ts';
import { LIMITS } from '../../../../shared/domain/limits.ts';
import { plainText } from '../output-tail.ts';

/** The folder in which the gate ran, as it and as the system may name it. */
export type Folders = readonly string[];

export function failingTests(failures: readonly FailingTest[], folders: Folders): readonly FailingTest[] {
  return failures.slice(0, LIMITS.failingTests).map((test) => ({
    // Workspaces differ from run to run: with their names in it, no two failures would be the same.
    name: cut(withoutFolder(oneLine(test.name), folders), LIMITS.failingTestName) || 'a test without a name',
    file: test.file === null ? null : repositoryPath(test.file, folders),
    line: test.line,
    message: cut(withoutFolder(clean(test.message).trim(), folders), LIMITS.failingTestMessage),
  }));
}

/** Null for what lies outside, or is no path. */
export function repositoryPath(written: string, folders: Folders): string | null {
  let path = clean(written).replace(/^file:\/\/(?:localhost)?(?=\/)/, '');
  if (/^[a-z][a-z0-9+.-]+:(?!\\)/i.test(path)) return null;
  path = path.replace(/^\/(?=[A-Za-z]:[\\/])/, '').replaceAll('\\', '/');
  const folder = folders.map((one) => one.replaceAll('\\', '/')).find((one) => path.startsWith(`${one}/`));
  if (folder !== undefined) path = path.slice(folder.length + 1);
  path = path.replace(/^(?:\.\/)+/, '');
  const isOutside = path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..');
  return isOutside || path === '' || path.includes('\n') ? null : path.slice(0, 1024);
}

/** Also before anything is read: the name of a workspace may hold what ends a path elsewhere, such as a blank. */
export function withoutFolder(text: string, folders: Folders): string {
  let short = text;
  for (const folder of folders) {
    if (folder.length < 4) continue;
    const { href } = pathToFileURL(folder);
    for (const prefix of [`${href}/`, `file://${folder}/`, `${folder}/`, `${folder}\\`])
      short = short.replaceAll(prefix, '');
  }
  return short;
}

function clean(text: string): string {
  return plainText(Buffer.from(text));
}

function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** Never in the middle of a character of two units. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text[most - 2] ?? '') ? most - 2 : most - 1;
  return `${text.slice(0, end)}\u2026`;
}
