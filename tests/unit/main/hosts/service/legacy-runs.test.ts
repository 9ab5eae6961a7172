// What the service tells the window of old pipelines' runs: real databases, a real project, nothing changed.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLegacyLibrary } from '../../../../../src/main/hosts/service/open-legacy-library.ts';
import { openService } from '../../../../../src/main/hosts/service/open-service.ts';
import { applyMigration } from '../../../../../src/main/store/legacy/apply-migration.ts';
import type { Service } from '../../../../../src/shared/ports/service.ts';
import { type TempRepository, tempRepository, writeFile } from '../../../../fakes/temp-repository.ts';
import { LATER, type LegacyFolder, legacyFolder, OLDEST, PORTS, sha } from '../../store/legacy/legacy-fixture.ts';

const APP_ROOT = join(import.meta.dirname, '../../../../..');

let place: LegacyFolder;
let repository: TempRepository;
let service: Service;
beforeEach(async () => {
  place = legacyFolder();
  repository = tempRepository('repo');
  repository.commit({ 'a.txt': 'a\n' });
  service = await openService({ ...project(), role: 'engine', log: () => {}, appRoot: APP_ROOT });
});
afterEach(async () => {
  await service.close();
  place.remove();
  repository.remove();
});

const project = () => ({ projectDir: repository.root, dataDir: join(place.folder, 'data') });
const ask = () => service.call('legacy.runs', {});

/** Migrates a database for the project, as the command line does beside a running service. */
async function migrated(sql: string, name?: string): Promise<string> {
  const file = place.make(sql, name);
  await applyMigration(file, PORTS);
  (await openLegacyLibrary(project())).add(file);
  return file;
}

test('a project without an old database has none', async () => {
  expect(await ask()).toEqual({ runs: [], total: 0, problems: [] });
});

test('they are listed newest first with their own words and counts, and the file stays as it is', async () => {
  const file = await migrated(OLDEST);
  const before = sha(file);
  const { runs, total, problems } = await ask();
  expect(runs).toMatchObject([
    { otherId: '30', state: 'running', createdAt: null },
    { otherId: '7', state: 'running', createdAt: '2025-01-01T00:00:00.000Z' },
    { otherId: '2', state: 'FAILED' },
    { otherId: '1', state: 'completed', createdAt: '2025-01-02T03:04:05.000Z', database: file },
  ]);
  expect(runs.map(({ counts }) => counts.map(({ role, count }) => `${count} ${role}`))).toEqual([
    ['0 workstream', '0 attempt'],
    ['1 workstream', '1 attempt'],
    ['0 workstream', '0 attempt'],
    ['2 workstream', '3 attempt'],
  ]);
  expect(runs.every((run) => run.key === run.ulid && run.shownId === run.ulid)).toBe(true);
  expect({ total, problems }).toEqual({ total: 4, problems: [] });
  expect(sha(file)).toBe(before);
});

test('patches and errors of the later shape are counted', async () => {
  await migrated(LATER);
  const { runs } = await ask();
  const found = Object.fromEntries(runs.map((run) => [run.otherId, run.counts]));
  expect(found['run-b']).toContainEqual({ role: 'patch', count: 1 });
  expect(found['run-a']).toContainEqual({ role: 'error', count: 1 });
  expect(found['run-a']).toContainEqual({ role: 'patch', count: 0 });
});

test('the old id goes first where the project says so', async () => {
  await migrated(OLDEST);
  const yaml = 'schema: patchbay/project.v1\nproject_id: demo\nflags: { ulid_enabled: false }\n';
  writeFile(join(repository.root, 'patchbay.yaml'), yaml);
  const { runs } = await ask();
  expect(runs.map((run) => run.shownId)).toEqual(['30', '7', '2', '1']);
  expect(runs.every((run) => run.otherId === run.ulid)).toBe(true);
});

test('of very many the newest are listed and all are counted', async () => {
  const many = `INSERT INTO runs (status, created_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
    SELECT 'completed', '2025-02-01 00:00:00' FROM n;`;
  await migrated(`${OLDEST} ${many}`);
  await migrated(LATER, 'later.db');
  const { runs, total } = await ask();
  expect(runs).toHaveLength(200);
  expect(total).toBe(256);
  expect(runs.map(({ ulid }) => ulid)).toEqual(runs.map(({ ulid }) => ulid).sort((a, b) => (a < b ? 1 : -1)));
});

test('a database that another program has locked is named at once, and the others are listed', async () => {
  const file = await migrated(OLDEST);
  await migrated(LATER, 'later.db');
  const other = new Database(file);
  other.exec('BEGIN EXCLUSIVE');
  const began = performance.now();
  const { runs, problems } = await ask();
  expect(performance.now() - began).toBeLessThan(3_000);
  other.close();
  expect(runs.map((run) => run.otherId).sort()).toEqual(['run-a', 'run-b']);
  expect(problems).toEqual([expect.stringContaining(file)]);
  expect((await ask()).total).toBe(6);
});
