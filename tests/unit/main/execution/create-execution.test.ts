// The evil-tool suite: whatever a tool does, the attempt ends as an outcome and its work is captured.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScriptEdit, TaskPlan, WorkspaceSetup } from '../../../../src/shared/plan/plan.ts';
import type { AttemptOrder, AttemptOutcome, AttemptStarted } from '../../../../src/shared/ports/execution.ts';
import { isAlive, pidFrom, until } from '../../../fakes/processes-alive.ts';
import { evilTask, NO_SETUP, TASK, type WorkspaceFixture, workspaceFixture } from '../../../fakes/workspace-fixture.ts';

let fixture: WorkspaceFixture;
let base: string;
let checkoutBefore: string;
beforeAll(async () => {
  fixture = await workspaceFixture({ 'a.txt': 'a\n', 'src/b.txt': 'b\n', '.gitignore': 'ignored/\n' });
  base = fixture.git('rev-parse', 'HEAD');
  checkoutBefore = fixture.git('status', '--porcelain=v2', '--branch');
});
afterAll(async () => {
  expect(fixture.git('status', '--porcelain=v2', '--branch')).toBe(checkoutBefore);
  expect(fixture.git('fsck', '--no-dangling')).toBe('');
  await fixture.close();
});

let last = 0;
const orderFor = (task: TaskPlan, number = 1, setup: WorkspaceSetup = NO_SETUP): AttemptOrder => {
  last += 1;
  return { runId: 'run', attemptId: `attempt-${process.pid}-${last}`, task, number, base, setup, handoffs: [] };
};

interface Ended {
  readonly outcome: AttemptOutcome;
  readonly started: readonly AttemptStarted[];
  readonly files: readonly string[];
  readonly stdout: () => string;
}

async function run(task: TaskPlan, number = 1, setup: WorkspaceSetup = NO_SETUP): Promise<Ended> {
  const order = orderFor(task, number, setup);
  const started: AttemptStarted[] = [];
  const outcome = await fixture.execution.runAttempt(order, (start) => started.push(start));
  await fixture.execution.release(order.attemptId);
  const files = outcome.patch?.files.map((file) => `${file.change} ${file.path}`) ?? [];
  return { outcome, started, files, stdout: () => readFileSync(join(outcome.logs ?? '', 'stdout.log'), 'utf8') };
}

const evil = (args: readonly string[], more: Partial<TaskPlan> = {}) => run(evilTask(args, more));

describe('outcomes', () => {
  it('is a patch when the tool changed something, and no_change when it did not', async () => {
    const edited = await evil(['edit', 'a.txt', 'changed']);
    expect(edited.outcome).toMatchObject({ result: 'patch', failure: null, usage: { exitCode: 0 }, notes: [] });
    expect(edited.files).toEqual(['modified a.txt']);
    expect(edited.started).toEqual([
      expect.objectContaining({ pid: expect.any(Number), workspace: expect.any(String) }),
    ]);
    expect((await evil(['exit', '0'])).outcome).toMatchObject({ result: 'no_change', patch: null });
  });

  it('keeps what a failing tool did', async () => {
    const { outcome, files } = await evil(['edit-and-fail', 'new.txt']);
    expect(outcome).toMatchObject({ result: 'failed', failure: { code: 'E_TOOL_FAILURE', message: /exit code 3/ } });
    expect(files).toEqual(['added new.txt']);
  });

  it('keeps what a tool did before its limit', async () => {
    const { outcome, files } = await evil(['edit-and-hang', 'new.txt'], { timeoutMs: 800 });
    expect(outcome).toMatchObject({ result: 'failed', failure: { code: 'E_TIMEOUT' } });
    expect(files).toEqual(['added new.txt']);
    const idle = await evil(['edit-and-hang', 'new.txt'], { idleTimeoutMs: 800 });
    expect(idle.outcome).toMatchObject({ result: 'failed', failure: { code: 'E_IDLE' }, patch: { base } });
  });

  it('is stopped on request, with the work so far', async () => {
    const order = orderFor(evilTask(['edit-and-hang', 'new.txt']));
    const running = fixture.execution.runAttempt(order, () => {});
    await until(() => existsSync(log(order)) && readFileSync(log(order), 'utf8') !== '');
    fixture.execution.stopAttempt(order.attemptId, 'a test asks for it');
    fixture.execution.stopAttempt('nobody', 'unknown ids are nothing');
    const outcome = await running;
    expect(outcome).toMatchObject({ result: 'stopped', failure: null });
    expect(outcome.patch?.files.map((file) => file.path)).toEqual(['new.txt']);
    await fixture.execution.release(order.attemptId);
  });

  it('says that a program is missing, that set-up failed, that a tool is unknown', async () => {
    const missing = { ...evilTask([]), launch: launchOf(['no-such-tool']) };
    expect((await run(missing)).outcome).toMatchObject({
      result: 'failed',
      failure: { code: 'E_SPAWN', message: /not found on PATH/ },
    });
    expect((await run(TASK)).outcome).toMatchObject({ result: 'failed', failure: { code: 'E_UNKNOWN_TOOL' } });
    const setup = { ...NO_SETUP, commands: [[process.execPath, '-e', 'process.exit(1)']] };
    const failed = await fixture.execution.runAttempt({ ...orderFor(evilTask(['exit', '0'])), setup }, () => {});
    expect(failed).toMatchObject({ result: 'failed', failure: { code: 'E_SETUP_FAILED' } });
    const nowhere = await fixture.execution.runAttempt(
      { ...orderFor(evilTask(['exit', '0'])), base: '0'.repeat(40) },
      () => {},
    );
    expect(nowhere).toMatchObject({ result: 'failed', failure: { code: 'E_GIT' } });
  });

  it('ends attempts on close and waits for them', async () => {
    const other = await workspaceFixture({ 'a.txt': 'a\n' });
    const order = { ...orderFor(evilTask(['hang-ignoring-sigterm'])), base: other.git('rev-parse', 'HEAD') };
    let pid = 0;
    const running = other.execution.runAttempt(order, (started) => {
      pid = started.pid ?? 0;
    });
    await until(() => pid !== 0);
    await other.close();
    expect((await running).result).toBe('stopped');
    expect(isAlive(pid)).toBe(false);
  }, 20_000);
});

describe('what a tool sees', () => {
  it('is an allow-list, a home of its own, and a git that leads nowhere', async () => {
    process.env.PATCHBAY_TEST_SECRET = 'leak';
    const { stdout } = await evil(['environment']);
    const seen = JSON.parse(stdout());
    expect(Object.keys(seen).filter((name) => /SECRET|NODE_OPTIONS|^LD_|SSH|VITEST/.test(name))).toEqual([]);
    expect(seen).toMatchObject({ CI: '1', TERM: 'dumb', GIT_CONFIG_NOSYSTEM: '1' });
    expect([seen.HOME, seen.TMPDIR].every((path) => path.startsWith(fixture.folder))).toBe(true);
  });
});

describe('evil tools', () => {
  it('writing outside the workspace are told on', async () => {
    const { outcome, files } = await evil(['write-outside']);
    expect(outcome.result).toBe('patch');
    expect(files).toEqual(['added inside.txt']);
    expect(outcome.notes.join()).toMatch(/outside its workspace: .*outside\.txt.*outside-too\.txt/);
    expect((await evil(['exit', '0'])).outcome.notes).toEqual([]);
  });

  it('deleting everything, the decoy included, make a patch that deletes', async () => {
    const deleted = ['deleted .gitignore', 'deleted a.txt', 'deleted src/b.txt'];
    expect((await evil(['delete-everything'])).files).toEqual(deleted);
    expect((await evil(['delete-workspace'])).files).toEqual(deleted);
    expect((await evil(['exit', '0'])).outcome.result).toBe('no_change');
  });

  it.skipIf(process.platform === 'win32')(
    'putting a link in place of the workspace reach nothing behind it',
    async () => {
      const precious = join(fixture.folder, 'precious');
      writeFileSync(precious, 'precious');
      const { outcome } = await evil(['replace-workspace-by-link', fixture.folder]);
      expect(outcome).toMatchObject({ result: 'failed', failure: { code: 'E_TOOL_FAILURE' }, patch: null });
      await fixture.workspaces.close();
      expect(existsSync(precious)).toBe(true);
    },
  );

  it.each(['git-as-file', 'git-as-link'])('with %s change nothing of the capture', async (mode) => {
    expect((await evil([mode])).files).toEqual(['added new.txt']);
    expect((await evil(['exit', '0'])).outcome.result).toBe('no_change');
  });

  it.skipIf(process.platform === 'win32')('leaving pipes and devices neither hang nor hide', async () => {
    const { outcome, files } = await evil(['special-files']);
    expect(files).toEqual(['deleted a.txt', 'added new.txt']);
    expect(outcome.notes.join()).toMatch(/no regular file: a\.txt, a\.txt\.fifo, /);
    expect((await evil(['exit', '0'])).outcome).toMatchObject({ result: 'no_change', notes: [] });
  });

  // macOS and Windows have no such names.
  it.runIf(process.platform === 'linux')(
    'making files whose names are no text are told on, and leave none',
    async () => {
      const { outcome, files } = await evil(['names-of-bytes']);
      expect(files).toEqual(['added new.txt']);
      expect(outcome.notes.join()).toMatch(/a file name is not valid UTF-8: caf\ufffd\.txt, .*not part of the patch/);
      const setup = { ...NO_SETUP, commands: [[process.execPath, '-e', '']] };
      for (const next of [
        await evil(['names-of-bytes']),
        await run(evilTask(['names-of-bytes']), 1, setup),
        await run(evilTask(['names-of-bytes']), 1, setup),
      ])
        expect(next.stdout()).toBe('found 0');
    },
  );

  it('making repositories inside are told on, and their files taken', async () => {
    const { outcome, files } = await evil(['nested-repository']);
    expect(files).toEqual(['added nested/inner.txt']);
    expect(outcome.notes.join()).toMatch(/repository of its own was made in src\/\.git, empty-repository\/, nested\//);
  });

  it('locking folders and files leave a folder that can be used again', async () => {
    const { outcome, files } = await evil(['read-only']);
    expect(outcome.result).toBe('patch');
    expect(files).toContain('added locked/file.txt');
    const isRoot = process.getuid?.() === 0; // who may read everything
    if (!isRoot) expect(outcome.notes.join()).toMatch(/could not be read: secret\.txt/);
    expect((await evil(['exit', '0'])).outcome.result).toBe('no_change');
  });

  it('making 20 000 files are captured whole', async () => {
    const { outcome } = await evil(['many-files', '20000']);
    expect(outcome.patch?.files).toHaveLength(20_000);
  }, 60_000);

  it('flooding their output are ended, and the log is capped', async () => {
    const { outcome } = await evil(['flood']);
    expect(outcome).toMatchObject({
      result: 'failed',
      failure: { code: 'E_OUTPUT_LIMIT' },
      usage: { outputTruncated: true },
    });
  });

  it('writing bytes that are no text are told on', async () => {
    const { outcome } = await evil(['invalid-utf8']);
    expect(outcome.notes.join()).toMatch(/not valid UTF-8 \(stdout\)/);
  });

  it.skipIf(process.platform === 'win32')(
    'killing their parent end as a fault, and the next attempt runs',
    async () => {
      const { outcome } = await evil(['kill-parent-group']);
      expect(outcome).toMatchObject({ result: 'failed', failure: { code: 'E_SPAWN' } });
      expect((await evil(['edit', 'a.txt', 'x'])).outcome.result).toBe('patch');
    },
  );

  it.runIf(process.platform === 'linux')('leaving daemons are cleaned up after, and counted', async () => {
    const file = join(fixture.folder, 'left.pid');
    const { outcome } = await evil(['daemon-holding-output', file]);
    expect(outcome.notes.join()).toMatch(/A process outlived the tool/);
    expect(isAlive(await pidFrom(file))).toBe(false);
  });
});

describe('the script tool', () => {
  const script = (...attempts: readonly (readonly ScriptEdit[])[]): TaskPlan => ({
    ...TASK,
    tool: 'script',
    launch: {
      kind: 'script',
      script: { tool: 'script', attempts: attempts.map((edits) => ({ waitSeconds: 0, edits })) },
    },
  });

  it('makes the edits of its attempt, the last ones for every later attempt', async () => {
    const task = script([{ write: 'x/first.txt', text: '1' }], [{ append: 'a.txt', text: 'more\n' }]);
    expect((await run(task, 1)).files).toEqual(['added x/first.txt']);
    expect((await run(task, 2)).files).toEqual(['modified a.txt']);
    expect((await run(task, 7)).files).toEqual(['modified a.txt']);
  });

  it('fails with the place of an edit that cannot be made, and keeps those before it', async () => {
    const task = script([
      { write: 'new.txt', text: 'n' },
      { replace: 'a.txt', find: 'zzz', with: 'y' },
    ]);
    const { outcome, files, started } = await run(task);
    expect(outcome).toMatchObject({
      result: 'failed',
      failure: { code: 'E_SCRIPT', message: /Edit 2 \(replace\).*zzz/ },
    });
    expect(files).toEqual(['added new.txt']);
    expect(started[0]).toMatchObject({ pid: null });
  });

  it('can be stopped while it waits', async () => {
    const attempts = [{ waitSeconds: 600, edits: [{ write: 'x', text: '' }] }];
    const task: TaskPlan = {
      ...TASK,
      timeoutMs: 900_000,
      launch: { kind: 'script', script: { tool: 'script', attempts } },
    };
    const order = orderFor(task);
    const outcome = await fixture.execution.runAttempt(order, () => {
      queueMicrotask(() => fixture.execution.stopAttempt(order.attemptId, 'test'));
    });
    expect(outcome).toMatchObject({ result: 'stopped', patch: null });
    await fixture.execution.release(order.attemptId);
  });
});

describe('salvage', () => {
  it('ends what a crash left of an attempt and keeps what it wrote', async () => {
    const order = orderFor(evilTask(['edit-and-hang', 'new.txt']));
    let started: AttemptStarted | null = null;
    const lost = fixture.execution.runAttempt(order, (start) => {
      started = start;
    });
    await until(() => existsSync(log(order)) && readFileSync(log(order), 'utf8') !== '');
    const patch = await fixture.execution.salvageAttempt(order, started);
    expect(patch?.files.map((file) => file.path)).toEqual(['new.txt']);
    await lost;
    await fixture.execution.release(order.attemptId);
    expect(await fixture.execution.salvageAttempt(orderFor(TASK), null)).toBeNull();
  });
});

const log = (order: AttemptOrder): string =>
  join(fixture.folder, 'artifacts', 'attempts', order.attemptId, 'stdout.log');

function launchOf(argv: readonly string[]): TaskPlan['launch'] {
  const command = { tool: 'command', argv, shell: false, stdin: '', successExit: [0], litter: [], env: {} } as const;
  return { kind: 'command', command };
}

describe('messages beside the workspace', () => {
  const node = (code: string, more: Partial<TaskPlan> = {}): TaskPlan => ({
    ...evilTask([]),
    launch: {
      kind: 'command',
      command: {
        tool: 'command',
        argv: [process.execPath, '-e', code],
        shell: false,
        stdin: '',
        successExit: [0],
        litter: [],
        env: {},
      },
    },
    ...more,
  });
  const handoff = {
    taskId: 'before',
    name: 'Before',
    tool: 'command',
    completion: 'committed',
    commit: 'c'.repeat(40),
    files: [{ path: 'src/b.txt', oldPath: null, change: 'modified', insertions: 1, deletions: 0 }],
    filesTotal: 1,
    insertions: 1,
    deletions: 0,
    notes: [],
  } as const;

  it('a tool reads what the tasks before hand on, and the file is no part of its patch', async () => {
    const code = "const fs = require('fs'); fs.copyFileSync(process.env.PATCHBAY_HANDOFF_FILE, 'copy.json')";
    const order = { ...orderFor(node(code)), handoffs: [handoff] };
    const { patch, result } = await fixture.execution.runAttempt(order, () => {});
    await fixture.execution.release(order.attemptId);
    expect(result).toBe('patch');
    expect(patch?.files.map((file) => file.path)).toEqual(['copy.json']);
    const said = new TextDecoder().decode(patch?.diff);
    expect(said).toContain('"task_id": "before"');
    expect(said).toContain('"path": "src/b.txt"');
  });

  it('no handoff, no file', async () => {
    const { outcome } = await run(node("process.exit('PATCHBAY_HANDOFF_FILE' in process.env ? 1 : 0)"));
    expect(outcome.result).toBe('no_change');
  });

  it('what a tool leaves to say is among the notes, at most so much of it', async () => {
    const write = (text: string) => `require('fs').writeFileSync(process.env.PATCHBAY_NOTE_FILE, ${text})`;
    expect((await run(node(write("'mind the units\\n'")))).outcome.notes).toEqual(['The tool notes: mind the units']);
    const [long] = (await run(node(write("'é'.repeat(1e6)")))).outcome.notes;
    expect(long).toBe(`The tool notes: ${'é'.repeat(2_000)}`);
    expect((await run(node(write('Buffer.from([0, 1, 2])')))).outcome.notes).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'a note that is a link or a pipe is no note, and nobody waits for it',
    async () => {
      const link = "require('fs').symlinkSync('/etc/hostname', process.env.PATCHBAY_NOTE_FILE)";
      expect((await run(node(link))).outcome.notes).toEqual([]);
      const pipe = "require('child_process').execFileSync('mkfifo', [process.env.PATCHBAY_NOTE_FILE])";
      expect((await run(node(pipe))).outcome.notes).toEqual([]);
    },
  );
});
