// Writes files that are not there yet: all of them or none, each appearing whole, and never over something.
import { constants, copyFileSync, linkSync, lstatSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PatchbayError } from '../../../shared/lib/errors.ts';

export interface NewFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface WrittenFiles {
  readonly created: readonly string[];
  /** Those that were there. */
  readonly skipped: readonly string[];
}

/** Throws `E_DISK` when one cannot be written; what this call had made is gone again then. */
export function writeNewFiles(root: string, files: readonly NewFile[]): WrittenFiles {
  const undo: (() => void)[] = [];
  const created: string[] = [];
  try {
    const drafts = files
      .filter((file) => !isThere(join(root, file.path)))
      .map((file, at) => ({ ...file, draft: draftOf(root, file, { at, undo }) }));
    for (const { path, draft } of drafts) {
      if (appear(draft, join(root, path))) {
        created.push(path);
        undo.push(() => rmSync(join(root, path), { force: true }));
      }
      rmSync(draft, { force: true });
    }
  } catch (thrown) {
    for (const step of undo.reverse()) attempt(step);
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new PatchbayError(
      'E_DISK',
      `The project files cannot be written to ${root}: ${reason}`,
      'Make room on the disk, and see that you may write there. Nothing was changed.',
      { root },
    );
  }
  return { created, skipped: files.map((file) => file.path).filter((path) => !created.includes(path)) };
}

/** A link to nowhere is something, too. Below a file there is nothing, which the making of folders then says. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOTDIR') return false;
    throw thrown;
  }
}

function draftOf(root: string, file: NewFile, step: { readonly at: number; readonly undo: (() => void)[] }): string {
  const folder = dirname(join(root, file.path));
  makeFolders(root, dirname(file.path), step.undo);
  const draft = join(folder, `.patchbay-${process.pid}-${step.at}.tmp`);
  step.undo.push(() => rmSync(draft, { force: true }));
  writeFileSync(draft, file.text, { flag: 'wx' });
  return draft;
}

/** Folder by folder, so that only those made here are taken away again. A link in their place could lead out of the repository. */
function makeFolders(root: string, path: string, undo: (() => void)[]): void {
  if (path === '.') return;
  let at = root;
  for (const part of path.split('/')) {
    at = join(at, part);
    const facts = lstatSync(at, { throwIfNoEntry: false });
    if (facts?.isDirectory()) continue;
    if (facts !== undefined) throw new Error(`${at} is no folder`);
    const made = at;
    mkdirSync(made);
    undo.push(() => rmdirSync(made));
  }
}

/** False when something appeared there meanwhile. A hard link never replaces; where there are none, an exclusive copy does not either. */
function appear(draft: string, file: string): boolean {
  try {
    try {
      linkSync(draft, file);
    } catch (thrown) {
      if (codeOf(thrown) === 'EEXIST') throw thrown;
      copyFileSync(draft, file, constants.COPYFILE_EXCL);
    }
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error ? Reflect.get(thrown, 'code') : null;
}

/** A folder that somebody else has put something into stays. */
function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // What cannot be taken back is named by the error that led here.
  }
}
