// Tools that misbehave, all in one run beside a good one: each is stopped or recorded, the user is told, nothing is lost.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '../fakes/processes-alive.ts';
import { checkoutSnapshot } from './checkout-snapshot.ts';
import { type EventShape, type LedgerShape, type RunShape, taskOf } from './cli-shapes.ts';
import { type Answer, type Desk, jsonLines, openDesk } from './patchbay-program.ts';
import { commandTask, planDocument, scriptTask, type TaskDocument } from './plan-document.ts';
import { processesBelow } from './processes-below.ts';

const EVIL = resolve(import.meta.dirname, '..', 'fakes', 'evil-tool.ts');
const ONCE = { max_attempts: 1 };

type More = Readonly<Record<string, unknown>>;

/** A mode of the tool that misbehaves on request. */
function evil(id: string, args: readonly string[], limits: More = {}): TaskDocument {
  return commandTask(id, [process.execPath, EVIL, ...args], { execution: { ...ONCE, ...limits } });
}

function code(id: string, text: string, more: More = {}): TaskDocument {
  const argv = [process.execPath, '-e', `const fs = require('fs'); ${text}`];
  return commandTask(id, argv, { execution: ONCE, ...more });
}

function tasks(daemonPid: string): readonly TaskDocument[] {
  return [
    evil('talks-forever', ['chatter'], { timeout_seconds: 1 }),
    evil('hangs', ['edit-and-hang', 'partial.txt'], { idle_timeout_seconds: 1 }),
    evil('floods', ['flood']),
    code('no-utf8', "fs.writeFileSync('text.txt', 'text\\n'); fs.writeSync(1, Buffer.from([0x66, 0xff, 0xfe, 0, 10]))"),
    code('forbidden', "fs.mkdirSync('secret'); fs.writeFileSync('secret/x.txt', 'x')", {
      resource_scope_delta: { forbidden: ['secret/**'] },
    }),
    code('elsewhere', "fs.writeFileSync('elsewhere.txt', 'x')", {
      resource_scope_delta: { write: ['src/**'], create: ['src/**'] },
    }),
    evil('writes-outside', ['write-outside']),
    { ...scriptTask('script-outside', [{ write: '../outside.txt', text: 'x' }]), execution: ONCE },
    { ...scriptTask('script-git', [{ write: '.git/hooks/pre-commit', text: 'x' }]), execution: ONCE },
    code(
      'hooks',
      "fs.mkdirSync('.git/hooks', { recursive: true }); fs.writeFileSync('.git/hooks/pre-commit', 'exit 1'); fs.writeFileSync('hooked.txt', 'x')",
    ),
    code('nothing', ''),
    code('nothing-allowed', '', { allow_no_change: true }),
    evil('deletes-everything', ['delete-everything']),
    evil('leaves-a-daemon', ['daemon-holding-output', daemonPid]),
    evil('hundred-files', ['many-files', '100']),
    code('link', "fs.symlinkSync('/etc/passwd', 'link')"),
    code('binary', "fs.writeFileSync('picture.bin', Buffer.from([0, 1, 2, 255]))"),
    code('binary-forbidden', "fs.writeFileSync('other.bin', Buffer.from([0, 1, 2, 255]))", {
      constraints_delta: { patch: { forbid_binary_patches: true } },
    }),
    evil('fails', ['edit-and-fail', 'half.txt']),
    code('complains', "console.error('no licence found'); process.exit(2)"),
    commandTask('missing', ['no-such-program'], { execution: ONCE }),
    scriptTask('good', [{ write: 'good.txt', text: 'good\n' }]),
  ];
}

let desk: Desk;
let before: ReturnType<typeof checkoutSnapshot>;
let run: RunShape;
let answer: Answer;
let ledger: readonly LedgerShape[];
let pidFile: string;

beforeAll(async () => {
  desk = openDesk('bad-tools');
  const files = Array.from({ length: 12 }, (_, at) => [`file-${at}.txt`, `${at}\n`]);
  desk.repository.commit(Object.fromEntries(files));
  before = checkoutSnapshot(desk.root);
  pidFile = join(desk.repository.folder, 'daemon.pid');
  const plan = desk.plan(planDocument(tasks(pidFile)));
  ({ answer, json: run } = await desk.ask<RunShape>(['run', plan, '--max-parallel', '4']));
  ({ patches: ledger } = (
    await desk.ask<{ patches: readonly LedgerShape[] }>(['patch', 'list', '--run', run.run_id])
  ).json);
});
afterAll(() => desk.remove());

function patchOf(taskId: string): LedgerShape | undefined {
  return ledger.find((patch) => patch.task_id === taskId);
}

describe('a tool that', () => {
  test.each<[id: string, reason: RegExp]>([
    ['talks-forever', /longer than 1 s/],
    ['hangs', /no output for 1 s/],
    ['floods', /more than 67108864 bytes of output/],
    ['forbidden', /secret\/x\.txt is forbidden/],
    ['elsewhere', /elsewhere\.txt was created outside the scope/],
    ['script-outside', /"\.\.\/outside\.txt" is not a place inside the workspace/],
    ['script-git', /"\.git\/hooks\/pre-commit" is not a place inside the workspace/],
    ['nothing', /changed nothing/],
    ['deletes-everything', /\d+ changed files, at most 10 are allowed/],
    ['leaves-a-daemon', /changed nothing/],
    ['hundred-files', /100 changed files, at most 10 are allowed/],
    ['link', /link is a symbolic link/],
    ['binary-forbidden', /other\.bin is a binary file/],
    ['fails', /exit code 3; success is 0/],
    ['complains', /exit code 2; success is 0\. It said last: no licence found/],
    ['missing', /no-such-program was not found.*PATH/],
  ])('misbehaves (%s) fails with a sentence that says how', (id, reason) => {
    expect(taskOf(run, id)).toMatchObject({ state: 'failed', attempts: 1, reason: expect.stringMatching(reason) });
    expect(answer.stderr).toMatch(new RegExp(`^${id}: failed: `, 'm'));
  });

  test.each(['no-utf8', 'writes-outside', 'hooks', 'nothing-allowed', 'binary', 'good'])(
    'does its work all the same (%s) is completed',
    (id) => {
      expect(taskOf(run, id)).toMatchObject({ state: 'completed', reason: '' });
    },
  );

  test.each<[id: string, note: RegExp]>([
    ['no-utf8', /not valid UTF-8/],
    ['writes-outside', /files appeared outside its workspace: .*outside/],
    ['leaves-a-daemon', /A process outlived the tool and was killed/],
  ])('does something odd (%s) leaves a note for the user', async (id, note) => {
    expect(taskOf(run, id).notes.join(' ')).toMatch(note);
    expect((await desk.run(['status', run.run_id])).stdout).toMatch(new RegExp(`${id}: .*${note.source}`));
  });
});

test('what was refused or broken off is kept in quarantine with its reason, and nothing of it is committed', () => {
  for (const id of ['forbidden', 'elsewhere', 'deletes-everything', 'hundred-files', 'link', 'binary-forbidden']) {
    expect(patchOf(id), id).toMatchObject({ state: 'quarantined', recovered: false, commit: null });
    expect(patchOf(id)?.findings.length, id).toBeGreaterThan(0);
  }
  for (const [id, file] of [
    ['hangs', 'partial.txt'],
    ['fails', 'half.txt'],
  ] as const) {
    expect(patchOf(id)).toMatchObject({ state: 'quarantined', recovered: true, commit: null, files: [file] });
    expect(patchOf(id)?.reason).toMatch(/kept for you to read/);
  }
});

test('the head holds the good work alone', () => {
  const changed = desk.repository.git('diff', '--name-status', run.base, run.head).split('\n').sort();
  const good = ['good.txt', 'hooked.txt', 'inside.txt', 'picture.bin', 'text.txt'];
  expect(changed).toEqual(good.map((path) => `A\t${path}`));
});

test('the run failed, with the first cause and the number of others, and says where to look', () => {
  expect(answer.code).toBe(1);
  expect(run.state).toBe('failed');
  expect(run.reason).toMatch(/^Task .+: .+\. \d+ more failed\.$/);
  expect(answer.stderr).toMatch(/Kept for you to read, not committed: 8 of \d+ patches/);
  expect(answer.stderr).toMatch(new RegExp(`patchbay events ${run.run_id}`));
});

test("the user's checkout and its hooks are what they were", () => {
  expect(checkoutSnapshot(desk.root)).toEqual(before);
  expect(existsSync(join(desk.root, '.git', 'hooks', 'pre-commit'))).toBe(false);
});

test('no process is left', () => {
  expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false);
  expect(processesBelow(desk.repository.folder)).toEqual([]);
});

test('the ledger agrees with itself and with git', async () => {
  expect((await desk.run(['verify', run.run_id])).code).toBe(0);
  expect(desk.repository.git('fsck', '--strict', '--no-dangling')).toBe('');
});

test('the log says where the output of a failed tool is', async () => {
  const events = jsonLines<EventShape>((await desk.run(['events', run.run_id, '--json'])).stdout);
  const ended = events.find((event) => event.kind === 'attempt-finished' && event.data['taskId'] === 'complains');
  expect(readFileSync(join(String(ended?.data['logs']), 'stderr.log'), 'utf8')).toBe('no licence found\n');
});
