// Remembers which repository a folder of data belongs to, and which projects were open together.
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../shared/domain/limits.ts';

export interface KnownProject {
  readonly key: string;
  readonly name: string;
  readonly folder: string;
}

const CARD = 'project.json';
const ALSO_OPEN = 'also-open.json';

/** `ownerDir` must exist. */
export function rememberProject({ name, folder, ownerDir }: Omit<KnownProject, 'key'> & { ownerDir: string }): void {
  write(join(ownerDir, CARD), { name, folder, opened_at: new Date().toISOString() });
}

/** Projects that were opened with this folder of data, newest first; what cannot be read is left out. */
export function knownProjects(dataDir: string): readonly KnownProject[] {
  const projects = join(dataDir, 'projects');
  return namesIn(projects)
    .flatMap((key) => {
      const card = read(join(projects, key, CARD));
      const { name, folder, opened_at: openedAt } = typeof card === 'object' && card !== null ? fields(card) : {};
      if (typeof name !== 'string' || typeof folder !== 'string' || typeof openedAt !== 'string') return [];
      return [{ key, name, folder, openedAt }];
    })
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt))
    .slice(0, LIMITS.knownProjects)
    .map(({ key, name, folder }) => ({ key, name, folder }));
}

/** Folders of the projects that were open beside the one whose folder of data this is. */
export function alsoOpen(ownerDir: string): readonly string[] {
  const list = read(join(ownerDir, ALSO_OPEN));
  if (!Array.isArray(list)) return [];
  return list.filter((folder): folder is string => typeof folder === 'string').slice(0, LIMITS.openProjects);
}

export function keepAlsoOpen(ownerDir: string, folders: readonly string[]): void {
  if (folders.length === 0 && alsoOpen(ownerDir).length === 0) return;
  write(join(ownerDir, ALSO_OPEN), folders);
}

/** Whole or not at all: these files are read by the next start, also after a power cut. */
function write(file: string, content: unknown): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // absent or damaged: these are conveniences, not records
  }
}

function fields(card: object): Readonly<Record<string, unknown>> {
  return { ...card };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever opened
  }
}
