// `verify` names whatever does not agree: a real run's ledger and repository are damaged in one place at a time.
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openService } from '../../../../src/main/hosts/service/open-service.ts';
import { projectPaths } from '../../../../src/main/hosts/service/project-paths.ts';
import type { RunReport } from '../../../../src/shared/ipc/contract.ts';
import type { VerifyReport } from '../../../../src/shared/ipc/log-reports.ts';
import { present } from '../../../../src/shared/lib/assert.ts';
import { type TempRepository, tempRepository } from '../../../fakes/temp-repository.ts';

const APP_ROOT = join(import.meta.dirname, '../../../..');
const PLAN = `schema: patchbay/plan.v1
plan_id: two
project_id: test
strategy: sequential
gates:
  - { gate_id: unit, kind: unit, command: [git, --version] }
phases:
  - phase_id: PH
    name: Phase
    workstreams:
      - workstream_id: WS
        name: Work
        objective: Two commits
        tasks:
          - { task_id: one, name: One, kind: code_edit, gates: [unit], tool: script, script: { edits: [{ write: one.txt, text: "1\\n" }] } }
          - { task_id: two, name: Two, kind: code_edit, tool: script, script: { edits: [{ write: two.txt, text: "2\\n" }] } }
`;

let repo: TempRepository;
let dataDir = '';
let ledger = '';
let run: RunReport;
/** Commits of the run, oldest first. */
let commits: readonly string[] = [];
let ref = '';

const open = (role: 'engine' | 'reader') =>
  openService({ projectDir: repo.root, dataDir, role, log: () => {}, appRoot: APP_ROOT });

beforeAll(async () => {
  repo = tempRepository('verify');
  repo.commit({ 'two.plan.yaml': PLAN });
  dataDir = join(repo.folder, 'data');
  const service = await open('engine');
  const { runId } = await service.call('run.start', { planFile: 'two.plan.yaml' });
  run = await service.call('run.wait', { runId });
  await service.close();
  expect(run.state).toBe('succeeded');
  ref = `refs/patchbay/runs/${runId}/head`;
  commits = repo.git('rev-list', '--reverse', `${run.base}..${ref}`).split('\n');
  ledger = (await projectPaths(repo.root, dataDir)).ledger;
  expect(existsSync(`${ledger}-wal`)).toBe(false); // closed in order: the one file is the whole ledger
  copyFileSync(ledger, `${ledger}.whole`);
});

afterEach(() => {
  copyFileSync(`${ledger}.whole`, ledger);
  repo.git('update-ref', ref, run.head);
});

afterAll(() => repo.remove());

async function verify(): Promise<VerifyReport> {
  const reader = await open('reader');
  try {
    return await reader.call('run.verify', { runId: run.run_id });
  } finally {
    await reader.close();
  }
}

/** Changes the ledger behind its own back: without its triggers, checks and references. */
function damage(sql: string, ...values: readonly unknown[]): void {
  const db = new Database(ledger);
  try {
    const triggers = db.prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all();
    for (const name of triggers) db.exec(`DROP TRIGGER ${name}`);
    db.pragma('ignore_check_constraints = ON');
    db.pragma('foreign_keys = OFF');
    expect(db.prepare(sql).run(...values).changes).toBe(1);
  } finally {
    db.close();
  }
}

function one(sql: string): string {
  const db = new Database(ledger, { readonly: true });
  try {
    return String(db.prepare(sql).pluck().get());
  } finally {
    db.close();
  }
}

const firstPatch = () =>
  present(
    run.patches.find((patch) => patch.commit === commits[0]),
    'patch of the first commit',
  ).patch_id;

test('a whole run agrees in its chain, its tables and its commits', async () => {
  const report = await verify();
  expect(report).toMatchObject({ ok: true, problems: [], git: { ok: true, commits: 2 }, rebuilt: { ok: true } });
  expect(report.events.count).toBe(Number(one('SELECT count(*) FROM run_events')));
});

test('a changed event is named by its number', async () => {
  const seq = one(`SELECT seq FROM run_events WHERE event_type = 'attempt-finished' ORDER BY seq LIMIT 1`);
  damage(`UPDATE run_events SET timestamp = '2001-01-01T00:00:00.000Z' WHERE seq = ?`, seq);
  const { ok, events, problems } = await verify();
  expect({ ok, events: events.ok }).toEqual({ ok: false, events: false });
  expect(problems).toContain(`Event ${seq} is not what was written: its hash does not fit.`);
});

test('an event with a new hash of its own breaks the link to the next', async () => {
  const seq = one(`SELECT seq FROM run_events WHERE event_type = 'task-completed' ORDER BY seq LIMIT 1`);
  damage(`UPDATE run_events SET hash = upper(hash) WHERE seq = ?`, seq);
  expect((await verify()).problems).toContain(`Event ${Number(seq) + 1} does not follow from event ${seq}.`);
});

test('an event that is missing in the middle is named', async () => {
  const seq = one(`SELECT seq FROM run_events WHERE event_type = 'attempt-started' ORDER BY seq LIMIT 1`);
  damage('DELETE FROM run_events WHERE seq = ?', seq);
  expect((await verify()).problems).toContain(`Events ${seq} to ${seq} are missing from the log.`);
});

test('events that contradict each other or cannot be read are a finding and no fault', async () => {
  const seq = one(`SELECT seq FROM run_events WHERE event_type = 'attempt-started' ORDER BY seq LIMIT 1`);
  damage('DELETE FROM run_events WHERE seq = ?', seq);
  const missing = await verify();
  expect(missing.rebuilt.ok).toBe(false);
  expect(missing.problems.join('\n')).toContain(`the events of run ${run.run_id} contradict each other: attempt`);
  damage(`UPDATE run_events SET payload = 'no JSON' WHERE event_type = 'run-finished'`);
  const unreadable = await verify();
  expect(unreadable.problems.join('\n')).toContain(`the events of run ${run.run_id} contradict each other`);
});

test('an unknown run is refused by its name', async () => {
  const reader = await open('reader');
  await expect(reader.call('run.verify', { runId: '01UNKNOWN' })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  await reader.close();
});

test('an event cut off the end of the log is missed', async () => {
  const last = Number(one('SELECT max(seq) FROM run_events'));
  damage('DELETE FROM run_events WHERE seq = ?', last);
  const { events, problems } = await verify();
  expect(events.ok).toBe(false);
  expect(problems).toContain(
    `The log ends at event ${last - 1}, but the ledger remembers event ${last} as its last one.`,
  );
});

test.each([
  ['runs', 'run_id', `control_reason = 'because'`],
  ['workstreams', 'workstream_ulid', `state = 'failed'`],
  ['tasks', 'task_ulid', `attempts = attempts + 1`],
  ['attempts', 'attempt_ulid', `state = 'error'`],
  ['patches', 'patch_id', `line_insertions = 9`],
  ['patch_ledger_entries', 'ledger_id', `state = 'quarantined'`],
  ['gate_runs', 'gate_run_id', `state = 'failed'`],
])('a changed row of %s is named by its table and key', async (table, key, change) => {
  const id = one(`SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1`);
  damage(`UPDATE ${table} SET ${change} WHERE ${key} = ?`, id);
  const report = await verify();
  expect(report).toMatchObject({ ok: false, events: { ok: true }, rebuilt: { ok: false }, git: { ok: true } });
  expect(report.problems).toEqual([`table ${table}, row ${id}: the ledger's row is not what its events give`]);
});

test('a history that was changed by hand breaks its own chain, too', async () => {
  const id = one('SELECT patch_id FROM patch_ledger_entries ORDER BY ledger_id LIMIT 1');
  const changed = `UPDATE patch_ledger_entries SET state_history = replace(state_history, '"created"', '"dropped"')`;
  damage(`${changed} WHERE patch_id = ?`, id);
  const { problems } = await verify();
  expect(problems).toContain(`patch ${id}: entry 1 of its history does not follow from those before it`);
});

test('a row that is gone is named', async () => {
  const id = one('SELECT gate_run_id FROM gate_runs');
  damage('DELETE FROM gate_runs WHERE gate_run_id = ?', id);
  expect((await verify()).problems).toEqual([
    `table gate_runs, row ${id}: the ledger's row is not what its events give`,
  ]);
});

test('a diff that lost its last byte is named by its patch', async () => {
  const patchId = firstPatch();
  damage('UPDATE patches SET diff_text = substr(diff_text, 1, length(diff_text) - 1) WHERE patch_id = ?', patchId);
  const { ok, problems } = await verify();
  expect(ok).toBe(false);
  expect(problems).toContain(`The diff of patch ${patchId} does not have the sha256 that was recorded for it.`);
  expect(problems).toContain(`patch ${patchId}: its diff is not the recorded one`);
});

test('a patch that is gone is named with its diff', async () => {
  const patchId = firstPatch();
  damage('DELETE FROM patches WHERE patch_id = ?', patchId);
  const { problems } = await verify();
  expect(problems).toContain(`table patches, row ${patchId}: the ledger's row is not what its events give`);
  expect(problems).toContain(`patch ${patchId}: its diff is missing`);
});

test('a ref that was moved back is named with the commit that is missing', async () => {
  const [first = '', second = ''] = commits;
  repo.git('update-ref', ref, first);
  const report = await verify();
  expect(report).toMatchObject({
    ok: false,
    events: { ok: true },
    rebuilt: { ok: true },
    git: { ok: false, commits: 1 },
  });
  const patchId = run.patches.find((patch) => patch.commit === second)?.patch_id;
  expect(report.problems).toEqual([
    `git's ${ref} stands at ${first}, the ledger's head is ${second}`,
    `patch ${patchId}: commit ${second} is not in git's history of the run`,
  ]);
});

test('a ref that was deleted is named', async () => {
  repo.git('update-ref', '-d', ref);
  const { git, problems } = await verify();
  expect(git.ok).toBe(false);
  expect(problems).toEqual([`git has no ref ${ref}, the ledger says ${run.head}`]);
});

test('a foreign commit on the ref of the run is named', async () => {
  const foreign = repo.git('commit-tree', `${run.head}^{tree}`, '-p', run.head, '-m', 'not of this run');
  repo.git('update-ref', ref, foreign);
  const { problems } = await verify();
  expect(problems).toEqual([
    `git's ${ref} stands at ${foreign}, the ledger's head is ${run.head}`,
    `commit ${foreign} in git's history of the run is not in the ledger`,
  ]);
});

test('a second commit of the same patch is named as one too many', async () => {
  const message = repo.git('log', '-1', '--format=%B', run.head);
  const twice = repo.git('commit-tree', `${run.head}^{tree}`, '-p', run.head, '-m', message);
  repo.git('update-ref', ref, twice);
  const patchId = run.patches.find((patch) => patch.commit === run.head)?.patch_id;
  expect((await verify()).problems).toContain(`patch ${patchId} is in git's history twice`);
});

test('verify changes nothing that it finds wrong', async () => {
  const id = one('SELECT task_ulid FROM tasks ORDER BY task_ulid LIMIT 1');
  damage(`UPDATE tasks SET attempts = 7 WHERE task_ulid = ?`, id);
  const first = await verify();
  expect(await verify()).toEqual(first);
  expect(one(`SELECT attempts FROM tasks WHERE task_ulid = '${id}'`)).toBe('7');
});
