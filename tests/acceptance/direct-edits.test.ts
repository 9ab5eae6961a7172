// Direct-edit mode through the real command line: unprotected and said so, but gated, merged, recovered and proved like patches.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkoutSnapshot } from './checkout-snapshot.ts';
import { type EventShape, type LedgerShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, type TaskDocument } from './plan-document.ts';

let desk: Desk;
afterEach(() => desk.remove());

const WRITE = (file: string, text: string) => ['node', '-e', `require('fs').writeFileSync('${file}', '${text}')`];
/** Refuses a tree in which a file of the name says BROKEN. */
const GATE = {
  gate_id: 'unit',
  command: ['node', '-e', "process.exit(require('fs').readFileSync('checked.txt', 'utf8').includes('BROKEN') ? 7 : 0)"],
};

/** A repository whose project file holds these flags. */
function openWith(flags: object): void {
  desk = openDesk('direct');
  const settings = { schema: 'patchbay/project.v1', project_id: 'direct', flags };
  desk.repository.commit({
    'patchbay.yaml': JSON.stringify(settings),
    'checked.txt': 'fine\n',
    'src/a.txt': 'one\ntwo\nthree\n',
  });
}

async function runTasks(tasks: readonly TaskDocument[], settings: object = {}) {
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(planDocument(tasks, { ...settings }))]);
  return { run: json, code: answer.code, said: answer.stderr };
}

function trailers(commit: string): Readonly<Record<string, string>> {
  const text = desk.repository.git('log', '-1', '--format=%(trailers:only=true,unfold=true)', commit);
  return Object.fromEntries(text.split('\n').map((row) => row.split(': ')));
}

async function expectProved(run: RunShape): Promise<void> {
  const verified = await desk.ask<{ readonly ok: boolean; readonly problems: readonly string[] }>([
    'verify',
    run.run_id,
  ]);
  expect(verified.json.problems).toEqual([]);
  expect(verified.answer.code).toBe(0);
  expect(desk.repository.git('fsck', '--strict', '--no-dangling', '--no-progress')).toBe('');
}

const ourRefs = () => desk.repository.git('for-each-ref', '--format=%(refname)', 'refs/patchbay');

test('direct edits and patches share a run, its gates and its line, and only the patches are in the ledger', async () => {
  openWith({ tools: { command: { patch_mode: false } } });
  const before = checkoutSnapshot(desk.root);
  const big = "require('fs').writeFileSync('big.txt', 'line\\n'.repeat(900))";
  const { run, code, said } = await runTasks(
    [
      commandTask('old', WRITE('src/a.txt', 'ONE\\ntwo\\nthree\\n')),
      scriptTask('new', [{ replace: 'src/a.txt', find: 'three', with: 'THREE' }]),
      commandTask('big', ['node', '-e', big], { depends_on: ['old', 'new'] }),
    ],
    { gates: [GATE] },
  );
  expect(code).toBe(0);
  expect(said).toMatch(/Unprotected: 2 of 3 tasks run as direct edits.*`old`, `big`.*tools\.command.*2027-02-28/);
  expect(run.notes.some((note) => note.startsWith('Unprotected: 2 of 3'))).toBe(true);
  expect(run.tasks.map(({ task_id, patch_mode }) => [task_id, patch_mode])).toEqual([
    ['old', false],
    ['new', true],
    ['big', false],
  ]);
  expect(run.patches.map((patch) => [patch.task_id, patch.state])).toEqual([['new', 'committed']]);
  expect(run.direct_changes.map((change) => [change.task_id, change.state, change.unprotected])).toEqual(
    expect.arrayContaining([
      ['old', 'committed', true],
      ['big', 'committed', true],
    ]),
  );
  expect(run.direct_changes.find((change) => change.task_id === 'big')?.findings).toMatchObject([
    { rule: 'size', severity: 'error' },
  ]);
  expect(taskOf(run, 'old').patch_ids).toEqual([]);
  expect(desk.repository.git('show', `${run.head}:src/a.txt`)).toBe('ONE\ntwo\nTHREE');
  expect(checkoutSnapshot(desk.root)).toEqual(before);
  await expectProved(run);

  const change = run.direct_changes.find((one) => one.task_id === 'old');
  expect(trailers(change?.commit ?? '')).toMatchObject({
    'Patchbay-Run': run.run_id,
    'Patchbay-Task': 'old',
    'Patchbay-Change': change?.change_id,
    'Patchbay-Unprotected': 'direct-edit',
  });
  expect(trailers(run.patches[0]?.commit ?? '')['Patchbay-Unprotected']).toBeUndefined();
  expect(ourRefs()).toBe(`refs/patchbay/runs/${run.run_id}/head`);

  const { json } = await desk.ask<{ readonly patches: readonly LedgerShape[] }>(['patch', 'list']);
  expect(json.patches.map((patch) => patch.task_id)).toEqual(['new']);
  const events = jsonLines<EventShape>((await desk.run(['events', run.run_id, '--json'])).stdout);
  const ofOld = events.filter((event) => event.id === change?.change_id).map(({ kind }) => kind);
  expect(ofOld.filter((kind) => kind.startsWith('direct-change'))).toEqual([
    'direct-change-captured',
    'direct-change-queued',
    'direct-change-committed',
  ]);
  expect(ofOld.filter((kind) => kind.startsWith('patch-'))).toEqual([]);
  const text = await desk.run(['events', run.run_id]);
  expect(text.stdout).toMatch(/Direct edit of old, unprotected: 1 file/);
});

test('validate and plan warn of direct edits and say whose word it is', async () => {
  openWith({ patch_mode: false, workstreams: { 'WS-1': { patch_mode: false } } });
  const file = desk.plan(planDocument([scriptTask('a', [{ write: 'a.txt', text: 'a\n' }])]));
  const checked = await desk.ask<{ readonly files: readonly { readonly problems: readonly object[] }[] }>([
    'validate',
    file,
  ]);
  expect(checked.answer.code).toBe(0);
  expect(checked.json.files[0]?.problems).toMatchObject([{ code: 'E_UNPROTECTED', severity: 'warning' }]);
  const { json } = await desk.ask<{ readonly tasks: readonly object[] }>(['plan', file]);
  expect(json.tasks).toMatchObject([
    {
      id: 'a',
      patch_mode: false,
      patch_mode_by: 'workstream',
      patch_mode_place: 'patchbay.yaml: flags.workstreams.WS-1.patch_mode',
    },
  ]);
  expect((await desk.run(['plan', file])).stdout).toMatch(
    /a +script +plan +direct edit \(patchbay\.yaml: flags\.workstreams\.WS-1\.patch_mode\)/,
  );
});

test('init says that a project file which is there allows direct edits', async () => {
  openWith({ tools: { command: { patch_mode: false } } });
  const { json } = await desk.ask<{ readonly needs_person: readonly string[] }>(['init']);
  expect(json.needs_person.join('\n')).toMatch(
    /direct edits \(flags\.tools\.command\.patch_mode\), which end after 2027-02-28/,
  );
});

test('a gate that fails keeps a direct edit out, and the next attempt takes its place', async () => {
  openWith({ patch_mode: false });
  const script = {
    attempts: [
      { edits: [{ write: 'checked.txt', text: 'BROKEN\n' }] },
      { edits: [{ write: 'checked.txt', text: 'mended\n' }] },
    ],
  };
  const { run, code } = await runTasks([scriptTask('a', [], { script })], { gates: [GATE] });
  expect(code).toBe(0);
  expect(run.direct_changes.map(({ state, commit }) => [state, commit])).toEqual([
    ['dropped', null],
    ['committed', run.head],
  ]);
  expect(run.direct_changes[0]?.reason).toMatch(/gate unit failed.*another attempt takes its place/);
  expect(desk.repository.git('rev-list', '--count', `${run.base}..${run.head}`)).toBe('1');
  await expectProved(run);
});

test.each([
  ['leaves the scope of its task', [{ write: 'elsewhere.txt', text: 'x\n' }], /outside the scope/],
  ['writes a file of git', [{ write: 'src/.gitmodules', text: 'x\n' }], /submodules/],
  ['gives a file a name that no other system can hold', [{ write: 'src/aux.txt', text: 'x\n' }], /aux/i],
])('a direct edit that %s is refused and kept on a ref', async (_, edits, reason) => {
  openWith({ patch_mode: false });
  const scope = { resource_scope: { type: 'files', write: ['src/**'] } };
  const { run, code, said } = await runTasks([scriptTask('a', edits, scope)]);
  expect(code).toBe(1);
  expect(run.head).toBe(run.base);
  const [change] = run.direct_changes;
  expect(change).toMatchObject({ state: 'kept', commit: null });
  expect(change?.reason).toMatch(reason);
  expect(taskOf(run, 'a').reason).toMatch(/its change was refused/);
  const ref = `refs/patchbay/changes/${change?.change_id}`;
  expect(said).toContain(`git show ${ref}`);
  const [file = ''] = change?.files ?? [];
  expect(desk.repository.git('show', `${ref}:${file}`)).toBe('x');
  await expectProved(run);
});

test('what a direct edit had changed when its tool failed is kept on a ref, through a git gc', async () => {
  openWith({ patch_mode: false });
  const argv = ['node', '-e', "require('fs').writeFileSync('half.txt', 'half'); process.exit(3)"];
  const { run, code } = await runTasks([commandTask('a', argv, { execution: { max_attempts: 1 } })]);
  expect(code).toBe(1);
  desk.repository.git('gc', '--prune=now', '--quiet');
  expect(run.direct_changes).toMatchObject([{ state: 'kept', files: ['half.txt'] }]);
  expect(desk.repository.git('show', `refs/patchbay/changes/${run.direct_changes[0]?.change_id}:half.txt`)).toBe(
    'half',
  );
  await expectProved(run);
});

test('two direct edits of one place conflict, and the second gives way to an attempt on the new head', async () => {
  openWith({ patch_mode: false });
  const slow = { script: { wait_seconds: 1, edits: [{ replace: 'src/a.txt', find: 'one', with: 'slow' }] } };
  const tasks = [
    scriptTask('quick', [{ replace: 'src/a.txt', find: 'one', with: 'one quick' }]),
    scriptTask('slow', [], slow),
  ];
  const { run } = await runTasks(tasks);
  expect(run.state).toBe('succeeded');
  expect(run.direct_changes.filter(({ state }) => state === 'dropped')).toMatchObject([
    { task_id: 'slow', reason: expect.stringMatching(/does not fit the run's head/) },
  ]);
  expect(desk.repository.git('show', `${run.head}:src/a.txt`)).toBe('slow quick\ntwo\nthree');
  await expectProved(run);
});

test('a process killed at any point of a direct edit goes on to the same end', { timeout: 120_000 }, async () => {
  openWith({ patch_mode: false });
  const plan = desk.plan(planDocument([scriptTask('a', [{ write: 'made.txt', text: 'made\n' }])], { gates: [GATE] }));
  // From the second run on the gate's verdict on this tree is known, so that all have the same points.
  expect((await desk.run(['run', plan])).code).toBe(0);
  const log = join(desk.repository.folder, 'points.log');
  writeFileSync(log, '');
  expect((await desk.run(['run', plan], { env: { PATCHBAY_FAIL_LOG: log } })).code).toBe(0);
  const points = readFileSync(log, 'utf8').trim().split('\n');
  const wanted = ['attempt-after-capture', 'change-after-hold', 'candidate-after-keep', 'swap-before', 'swap-after'];
  for (const name of wanted) {
    const at = points.lastIndexOf(name) + 1;
    expect(at, name).toBeGreaterThan(0);
    const killed = await desk.run(['run', plan, '--json'], { env: { PATCHBAY_FAIL_AT: String(at) } });
    expect(killed.code, name).toBeNull();
    const { json } = await desk.ask<{ readonly runs: readonly { readonly run_id: string; readonly state: string }[] }>([
      'status',
    ]);
    const open = json.runs.find((run) => run.state === 'running');
    const { json: run } = await desk.ask<RunShape>(['resume', open?.run_id ?? '']);
    expect(run.state, name).toBe('succeeded');
    expect(
      run.direct_changes.filter(({ state }) => state === 'committed'),
      name,
    ).toHaveLength(1);
    expect(desk.repository.git('rev-list', '--count', `${run.base}..${run.head}`), name).toBe('1');
    expect(desk.repository.git('show', `${run.head}:made.txt`), name).toBe('made');
    await expectProved(run);
  }
});

test('a squashed publish says that not all of it was a patch', async () => {
  openWith({ tools: { command: { patch_mode: false } } });
  const { run } = await runTasks([
    commandTask('old', WRITE('src/a.txt', 'ONE\\n')),
    scriptTask('new', [{ write: 'src/b.txt', text: 'b\n' }]),
  ]);
  expect((await desk.run(['publish', run.run_id, '--mode', 'squash', '--to', 'squashed'])).code).toBe(0);
  expect(trailers('squashed')).toMatchObject({ 'Patchbay-Run': run.run_id, 'Patchbay-Unprotected': 'direct-edit' });
});
