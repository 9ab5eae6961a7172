// `patchbay migrate-legacy` as people and programs meet it, and every command of its page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LATER, type LegacyFolder, legacyFolder, OLDEST, sha } from '../../store/legacy/legacy-fixture.ts';
import { cli } from './cli-rig.ts';

let place: LegacyFolder;
beforeEach(() => {
  place = legacyFolder();
});
afterEach(() => place.remove());

const migrate = (file: string, ...args: readonly string[]) => cli(['migrate-legacy', file, ...args, '--json']);

describe('misuse', () => {
  test.each([
    [[], /exactly one of --dry-run, --apply, --rollback, --finalize/],
    [['--apply', '--rollback'], /More than one/],
    [['--apply', '--discard-new-rows'], /belongs to --rollback/],
    [['--dry-run', 'more'], /too many arguments/],
  ])('of %j changes nothing and says what to do', async (args, words) => {
    const file = place.make(OLDEST);
    const before = sha(file);
    const { code, stderr } = await cli(['migrate-legacy', file, ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(words);
    expect(sha(file)).toBe(before);
  });
});

test('the answer has its shape, with every problem in one list', async () => {
  const file = place.make(LATER);
  const { code, json } = await migrate(file, '--dry-run');
  expect(code).toBe(0);
  expect(json).toMatchObject({ ok: true, mode: 'dry-run', backup: null, rows: 14, tables: expect.any(Array) });
  expect(json).toMatchObject({
    problems: [{ code: 'E_LEGACY', severity: 'warning', path: '/patches' }, { path: '/events/run_id' }],
  });
});

test('a dry run of what would be refused ends with 2 and names every fault', async () => {
  const file = place.make([OLDEST, 'CREATE VIEW patches AS SELECT 1', 'CREATE VIEW run_events AS SELECT 1']);
  const { code, json } = await migrate(file, '--dry-run');
  expect(code).toBe(2);
  expect(json).toMatchObject({ ok: false, problems: [{ path: '/patches' }, { path: '/run_events' }] });
  const refused = await migrate(file, '--apply');
  expect(refused.code).toBe(2);
  expect(refused.json).toMatchObject({ ok: false, problems: [{ path: '/patches' }, { path: '/run_events' }] });
});

test('a file that is none, and one that is missing, end with 2', async () => {
  expect((await migrate(join(place.folder, 'none.db'), '--apply')).json).toMatchObject({
    error: { code: 'E_FILE_UNREADABLE' },
  });
  expect((await migrate(place.make(''), '--apply')).json).toMatchObject({ error: { code: 'E_LEGACY' } });
});

test('people read a table, where the backup is, and that a second time does nothing', async () => {
  const file = place.make(OLDEST, 'pipeline.db');
  const first = await cli(['migrate-legacy', 'pipeline.db', '--apply'], { cwd: place.folder });
  expect(first.stdout).toMatch(/attempts +4 +attempt, by attempt_id +attempt_ulid run_ulid workstream_ulid/);
  expect(first.stdout).toContain(`Backup: ${file}.before-migration`);
  expect((await cli(['migrate-legacy', file, '--apply'])).stdout).toMatch(/migrated already; nothing was changed/);
});

test('a terminal is shown how far it is, and left clean', async () => {
  const { stderr } = await cli(['migrate-legacy', place.make(OLDEST), '--apply'], { tty: true });
  expect(stderr).toMatch(/backup \d+ %/);
  expect(stderr.endsWith('\r\x1b[K')).toBe(true);
});

test('every command of docs/legacy-database.md does what the page says, in its order', async () => {
  const page = readFileSync('docs/legacy-database.md', 'utf8');
  const commands = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
  const file = place.make(OLDEST, 'pipeline_state.db');
  const before = sha(file);
  const said: string[] = [];
  for (const command of commands) {
    const [program, ...args] = command.split(' ');
    expect(program).toBe('patchbay');
    // What the page says in between: rows came, and after going back it was applied again.
    if (args.includes('--discard-new-rows') || args.includes('--finalize')) {
      await cli(['migrate-legacy', file, '--apply']);
      if (!args.includes('--finalize')) place.use(file, (db) => db.exec(`INSERT INTO runs (status) VALUES ('new')`));
    }
    const { code, json, stderr } = await cli([...args, '--json'], { cwd: place.folder });
    expect(code, `${command}: ${stderr}`).toBe(0);
    said.push(`${args.slice(2).join(' ')}: ${String(Reflect.get(Object(json), 'state'))}`);
    if (args.includes('--rollback')) expect(sha(file)).toBe(before);
  }
  expect(said).toEqual([
    '--dry-run: old',
    '--apply: migrated',
    '--rollback: old',
    '--rollback --discard-new-rows: old',
    '--finalize: finalized',
  ]);
  expect(place.names()).toContain('pipeline_state.db.discarded-1');
});
