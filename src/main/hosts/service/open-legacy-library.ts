// The runs of old pipelines that a project shows, read from their own databases whenever they are asked for.
import { join } from 'node:path';
import { shownId } from '../../../shared/domain/shown-id.ts';
import { asPatchbayError, PatchbayError } from '../../../shared/lib/errors.ts';
import { FLAG_DEFAULTS } from '../../../shared/plan/project-flags.ts';
import type { LegacyCount, LegacyLibrary, LegacyRun } from '../../../shared/ports/legacy-library.ts';
import { loadProject } from '../../projects/load-project.ts';
import { repositoryRoot } from '../../projects/repository-root.ts';
import { type LegacyReader, readLegacy } from '../../store/legacy/read-legacy.ts';
import { legacyRegistry } from './legacy-registry.ts';
import { projectPaths } from './project-paths.ts';

export interface LegacyLibraryOrder {
  readonly projectDir: string;
  readonly dataDir: string;
  /** How long another program's lock on a database is waited for; 5 seconds when not said. */
  readonly waitMs?: number;
}

/** Throws `E_NOT_A_REPOSITORY` where there is no project. */
export async function openLegacyLibrary({ projectDir, dataDir, waitMs }: LegacyLibraryOrder): Promise<LegacyLibrary> {
  const { root } = await projectPaths(projectDir, dataDir);
  const registry = legacyRegistry(join(root, 'legacy.json'));
  const ulidEnabled = registry.databases().length === 0 || (await readUlidEnabled(projectDir));
  const problems = new Map<string, string>();
  /** What one database answers; one that cannot be read answers nothing, and is named. */
  const ask = <T>(database: string, read: (reader: LegacyReader) => readonly T[]): readonly T[] => {
    try {
      return readLegacy(database, read, waitMs);
    } catch (thrown) {
      const { message } = asPatchbayError(thrown);
      problems.set(database, `Runs of an old pipeline are not shown: ${message} (${database})`);
      return [];
    }
  };
  const askAll = <T>(read: (reader: LegacyReader) => readonly T[]) =>
    registry.databases().flatMap((database) => ask(database, read));
  return {
    runs: (limit) =>
      newest(
        askAll((reader) => reader.runs(limit)),
        limit,
      ),
    runCount: () => askAll((reader) => [reader.runCount()]).reduce((total, count) => total + count, 0),
    counts: (runs) => countsOf(runs, ask),
    find: (id) =>
      theOnly(
        id,
        askAll((reader) => [reader.find(id)].filter((run) => run !== null)),
      ),
    findPatch: (id) =>
      theOnly(
        id,
        askAll((reader) => [reader.findPatch(id)].filter((patch) => patch !== null)),
      ),
    records: (run, limit) => ask(run.database, (reader) => reader.records(run.ulid, limit)),
    events: (run, page) => ask(run.database, (reader) => reader.events(run.ulid, page)),
    patches: (run, limit) =>
      run === null
        ? newest(
            askAll((reader) => reader.patches(null, limit)),
            limit,
          )
        : ask(run.database, (reader) => reader.patches(run.ulid, limit)),
    problems: () => [...problems.values()],
    shown: (record) => shownId(record, ulidEnabled),
    add: (database) => registry.add(database),
    remove: (database) => registry.remove(database),
  };
}

type Ask = <T>(database: string, read: (reader: LegacyReader) => readonly T[]) => readonly T[];

/** Each database is opened once, however many of the runs are its own. */
function countsOf(runs: readonly LegacyRun[], ask: Ask): ReadonlyMap<string, readonly LegacyCount[]> {
  const databases = [...new Set(runs.map((run) => run.database))];
  const found = databases.flatMap((database) => {
    const own = runs.filter((run) => run.database === database).map((run) => run.ulid);
    return ask(database, (reader) => reader.counts(own));
  });
  return new Map(found);
}

async function readUlidEnabled(projectDir: string): Promise<boolean> {
  const root = await repositoryRoot(projectDir, { createRepository: false });
  return loadProject(root).settings?.flags.ulidEnabled ?? FLAG_DEFAULTS.ulidEnabled;
}

function newest<T extends { readonly ulid: string }>(records: readonly T[], limit: number): readonly T[] {
  return [...records].sort((a, b) => (a.ulid < b.ulid ? 1 : -1)).slice(0, limit);
}

function theOnly<T extends { readonly ulid: string; readonly database: string }>(
  id: string,
  found: readonly T[],
): T | null {
  const [only = null, second] = found;
  if (second === undefined) return only;
  const names = found.map(({ ulid, database }) => `${ulid} (${database})`).join(', ');
  const message = `More than one old database has the id ${id}`;
  throw new PatchbayError('E_USAGE', message, `Give the ULID: ${names}.`, { id });
}
