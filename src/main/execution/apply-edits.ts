// Carries out the edits of the built-in `script` tool, inside the workspace and nowhere else.
import { appendFile, lstat, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { ScriptEdit } from '../../shared/plan/plan.ts';

/** Rejects with `E_SCRIPT` at the first edit that cannot be made; those before it stay made. */
export async function applyEdits(workspace: string, edits: readonly ScriptEdit[]): Promise<void> {
  for (const [at, edit] of edits.entries()) {
    try {
      await applyEdit(workspace, edit);
    } catch (error) {
      throw atEdit(at, edit, error);
    }
  }
}

async function applyEdit(workspace: string, edit: ScriptEdit): Promise<void> {
  if ('write' in edit) return write(await place(workspace, edit.write), edit.text);
  if ('append' in edit) {
    const file = await place(workspace, edit.append);
    await mkdir(dirname(file), { recursive: true });
    return appendFile(file, edit.text);
  }
  if ('replace' in edit) return replace(await place(workspace, edit.replace), edit);
  if ('delete' in edit) {
    const file = await place(workspace, edit.delete);
    await lstat(file); // a missing file is a fault of the plan, `force` would hide it
    return rm(file, { recursive: true });
  }
  const [from, to] = [await place(workspace, edit.move), await place(workspace, edit.to)];
  await mkdir(dirname(to), { recursive: true });
  return rename(from, to);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/**
 * The first occurrence; a text that is not there means that the plan expected another file. Byte by byte: what else the
 * file holds may be in another encoding than UTF-8 and stays as it is.
 */
async function replace(file: string, edit: { readonly find: string; readonly with: string }): Promise<void> {
  const before = await readFile(file);
  const find = Buffer.from(edit.find);
  const at = before.indexOf(find);
  if (at === -1) throw new PatchbayError('E_SCRIPT', `the text to find is not in the file: ${quote(edit.find)}`, '');
  await writeFile(
    file,
    Buffer.concat([before.subarray(0, at), Buffer.from(edit.with), before.subarray(at + find.length)]),
  );
}

/** The absolute path of an edit. Throws when it is not inside the workspace, also by a link that lies in it. */
async function place(workspace: string, path: string): Promise<string> {
  const parts = path.split(/[\\/]/);
  const outside = path === '' || /^([\\/]|[A-Za-z]:)/.test(path) || parts.includes('..') || path.includes('\0');
  const git = parts.some((part) => part.toLowerCase().replace(/[. ]+$/, '') === '.git');
  const real = outside || git ? null : await realPlace(await realpath(workspace), path);
  if (real === null) throw new PatchbayError('E_SCRIPT', `${quote(path)} is not a place inside the workspace`, '');
  return real;
}

/** Follows links as the file system will: the deepest part that exists must resolve to a place inside `root`. */
async function realPlace(root: string, path: string): Promise<string | null> {
  const file = join(root, path);
  if (file === root) return null;
  for (let part = file; part.length > root.length; part = dirname(part)) {
    if (!(await lstat(part).catch(() => null))) continue;
    const real = await realpath(part).catch(() => null); // null: a link to nowhere, which a write would create
    return real !== null && (real === root || real.startsWith(root + sep)) && !isGit(root, real) ? file : null;
  }
  return file;
}

function isGit(root: string, real: string): boolean {
  return (
    real
      .slice(root.length + 1)
      .split(sep)[0]
      ?.toLowerCase() === '.git'
  );
}

function atEdit(at: number, edit: ScriptEdit, error: unknown): PatchbayError {
  const reason = error instanceof Error ? error.message : String(error);
  const verb = Object.keys(edit)[0] ?? 'edit';
  return new PatchbayError(
    'E_SCRIPT',
    `Edit ${at + 1} (${verb}) of the script could not be made: ${reason}`,
    'Correct the edit in the plan: paths are relative to the root of the repository, and texts must match the file as it is.',
    { edit: at + 1, verb },
  );
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
