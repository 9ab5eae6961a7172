// Finds the report files of one run of a gate: those it wrote, inside of its workspace.
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { matchAny } from '../../../../shared/lib/glob.ts';

/** Real path → what tells whether it was written anew. */
export type ReportFiles = ReadonlyMap<string, string>;

const MAX_FILES = 500;

/** The last part of `file` may be a glob. Only what lies inside of `folder`, whatever links say. */
export async function noteReports(folder: string, file: string | null): Promise<ReportFiles> {
  const found = new Map<string, string>();
  if (file === null) return found;
  const root = await realpath(folder).catch(() => folder);
  const parent = dirname(join(folder, file));
  const pattern = file.slice(file.lastIndexOf('/') + 1);
  const isWanted = /[*?[{]/.test(pattern) ? matchAny([pattern]) : (name: string) => name === pattern;
  const names = (await readdir(parent).catch(() => [])).filter((name) => isWanted(name)).sort();
  for (const name of names.slice(0, MAX_FILES)) {
    const path = await realpath(join(parent, name)).catch(() => null);
    if (path === null || !path.startsWith(root + sep)) continue;
    const state = await stat(path, { bigint: true }).catch(() => null);
    if (state?.isFile() === true) found.set(path, [state.mtimeNs, state.ctimeNs, state.size, state.ino].join(':'));
  }
  return found;
}

/** What was there before and is untouched is of the repository, and says nothing about this run. */
export async function newReports(folder: string, file: string, before: ReportFiles): Promise<readonly string[]> {
  const after = await noteReports(folder, file);
  return [...after].filter(([path, state]) => before.get(path) !== state).map(([path]) => path);
}
