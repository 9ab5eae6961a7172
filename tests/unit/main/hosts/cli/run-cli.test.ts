// The command line as outside programs see it: exit codes, one JSON document, and words for people.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { progressLine } from '../../../../../src/main/hosts/cli/show-progress.ts';
import { PatchbayError } from '../../../../../src/shared/lib/errors.ts';
import { type FakeService, PATCH_ID, RUN_ID, runReport } from '../../../../fakes/fake-service.ts';
import { cli } from './cli-rig.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const started = { 'run.start': () => ({ runId: RUN_ID }) };

describe('misuse', () => {
  it.each([
    [['explode'], /unknown command 'explode'/],
    [['run'], /missing required argument 'file'/],
    [['run', 'x', '--explode'], /unknown option '--explode'/],
    [['run', 'x', '--max-parallel', 'many'], /whole number from 1 to 64/],
    [['run', 'x', '--strategy', 'chaos'], /Allowed choices are sequential, dag/],
    [['status', RUN_ID, 'more'], /too many arguments/],
    [['serve', '--port', '99999'], /port from 0 to 65535/],
    [[], /No command/],
  ])('of %j ends with 2, says what was wrong and where to look', async (args, words) => {
    const { code, stdout, stderr } = await cli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(words);
    expect(stderr).toMatch(/--help|advice/);
  });

  it('is one JSON document with --json, too', async () => {
    const { code, json } = await cli(['run', '--json']);
    expect(code).toBe(2);
    expect(json).toMatchObject({ ok: false, error: { code: 'E_USAGE' }, problems: [] });
  });

  it('names an id that is none', async () => {
    const { code, stderr } = await cli(['verify', 'yesterday']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/yesterday[\s\S]*patchbay status/);
  });

  it('suggests the word that was meant', async () => {
    expect((await cli(['statsu'])).stderr).toMatch(/Did you mean status/);
  });
});

describe('help', () => {
  const commands = [
    'init',
    'sample',
    'validate',
    'plan',
    'run',
    'resume',
    'cancel',
    'status',
    'events',
    'verify',
    'patch',
    'publish',
    'export',
    'serve',
    'bench',
  ];

  it('lists every command and the exit codes, and ends with 0', async () => {
    const { code, stdout } = await cli(['--help']);
    expect(code).toBe(0);
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(stdout).toContain('130 interrupted');
  });

  it.each(commands)('of %s ends with 0', async (name) => {
    expect(await cli([name, '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining(`patchbay ${name}`) });
  });

  it('tells the version', async () => {
    expect((await cli(['--version'])).stdout).toBe('1.2.3\n');
  });
});

describe('run', () => {
  it.each([
    [{ state: 'succeeded' }, 0],
    [{ state: 'failed' }, 1],
    [{ state: 'quarantined' }, 1],
    [{ state: 'canceled' }, 1],
    [{ state: 'running', control: 'waiting' }, 3],
  ])('that ends as %j exits with %i', async (end, exit) => {
    const { code, json, sessions, service } = await cli(['run', 'a.plan.yaml', '--json'], {
      answers: { ...started, 'run.wait': () => runReport(end) },
    });
    expect(code).toBe(exit);
    expect(json).toEqual(runReport(end));
    expect(sessions[0]?.need).toBe('owner');
    expect(service.closed()).toBe(true);
  });

  it('hands over its options and the whole path of the plan', async () => {
    const { service } = await cli(
      ['run', 'a.yaml', '--strategy', 'dag', '--max-parallel', '4', '--merge-order', 'plan'],
      {
        cwd: dir,
        answers: { ...started, 'run.wait': () => runReport() },
      },
    );
    const options = { whenStuck: 'end', strategy: 'dag', maxParallel: 4, mergeOrder: 'plan' };
    expect(service.calls[0]).toEqual({ method: 'run.start', params: { planFile: join(dir, 'a.yaml'), options } });
  });

  it('lists every problem of a refused plan with its place and advice, and exits with 2', async () => {
    const problem = {
      code: 'E_CYCLE',
      severity: 'error',
      path: '/x',
      line: 7,
      message: 'a → b → a',
      advice: 'Cut it.',
    };
    const problems = [problem, { ...problem, line: 9 }];
    const answers = {
      'run.start': () => {
        throw new PatchbayError('E_CYCLE', 'The plan is not in order', 'Correct it.', { problems });
      },
    };
    const asJson = await cli(['run', 'a.yaml', '--json'], { answers });
    expect(asJson.code).toBe(2);
    expect(asJson.json).toEqual({
      ok: false,
      error: { code: 'E_CYCLE', message: 'The plan is not in order', advice: 'Correct it.' },
      problems,
    });
    const asText = await cli(['run', 'a.yaml'], { answers });
    expect(asText.stderr).toMatch(/line 7: error E_CYCLE: a → b → a\n {4}Cut it\.\nline 9/);
    expect(asText.stdout).toBe('');
  });

  it('prints tasks in a table and where the work is', async () => {
    const { stdout, stderr } = await cli(['run', 'a.yaml'], { answers: { ...started, 'run.wait': () => runReport() } });
    expect(stdout).toMatch(/TASK +STATE +ATTEMPTS +PATCHES\ngreet +completed +1 +1\n/);
    expect(stdout).toContain('1 of 1 patches committed');
    expect(stderr).toContain(`patchbay publish ${RUN_ID}`);
  });

  it('says nothing but the result with --quiet', async () => {
    const { stderr } = await cli(['run', 'a.yaml', '--quiet'], {
      answers: { ...started, 'run.wait': () => runReport() },
    });
    expect(stderr).toBe('');
  });

  it('colours states on a terminal only, and never with --no-color', async () => {
    const order = { answers: { ...started, 'run.wait': () => runReport() } };
    expect((await cli(['run', 'a.yaml'], { ...order, tty: true })).stdout).toContain('\x1b[32mcompleted');
    expect((await cli(['run', 'a.yaml', '--no-color'], { ...order, tty: true })).stdout).not.toContain('\x1b');
    expect((await cli(['run', 'a.yaml'], { ...order, tty: true, env: { NO_COLOR: '1' } })).stdout).not.toContain(
      '\x1b',
    );
    expect((await cli(['run', 'a.yaml'], order)).stdout).not.toContain('\x1b');
  });

  it('cancels on the first Ctrl+C and exits with 130; the second one leaves at once', async () => {
    const canceled = Promise.withResolvers<unknown>();
    const waiting = Promise.withResolvers<void>();
    const run = await cli(['run', 'a.yaml', '--json'], {
      answers: {
        ...started,
        'run.wait': () => {
          waiting.resolve();
          return canceled.promise;
        },
        'run.cancel': () => {
          canceled.resolve(runReport({ state: 'canceled' }));
          return runReport();
        },
      },
      whileRunning: (interrupt) =>
        void waiting.promise.then(() => {
          interrupt();
          interrupt();
        }),
    });
    expect(run.code).toBe(130);
    expect(run.json).toMatchObject({ state: 'canceled' });
    expect(run.service.calls.map((call) => call.method)).toContain('run.cancel');
    expect(run.exits).toEqual([130]);
  });

  it('answers at once with --detach', async () => {
    const { code, json, detached, service } = await cli(['run', 'a.yaml', '--detach', '--json'], {
      answers: { ...started, 'run.report': () => runReport({ state: 'running' }) },
    });
    expect({ code, detached }).toEqual({ code: 0, detached: 1 });
    expect(json).toMatchObject({ run_id: RUN_ID, state: 'running' });
    expect(service.calls.map((call) => call.method)).toEqual(['run.start', 'run.report']);
  });

  it('finds a plan below the root of the project when there is none here', async () => {
    const { service } = await cli(['run', 'resources/sample/README.md', '--project', 'src/main'], {
      cwd: process.cwd(),
      answers: started,
    });
    expect(service.calls[0]).toMatchObject({
      params: { planFile: join(process.cwd(), 'resources', 'sample', 'README.md') },
    });
    const other = await cli(['run', 'resources/sample/README.md', '--project', join(process.cwd(), 'src')], {
      cwd: tmpdir(),
      answers: started,
    });
    expect(other.service.calls[0]).toMatchObject({
      params: { planFile: join(process.cwd(), 'resources', 'sample', 'README.md') },
    });
    const nowhere = await cli(['run', 'no.yaml', '--project', join(process.cwd(), 'src')], {
      cwd: tmpdir(),
      answers: started,
    });
    expect(nowhere.service.calls[0]).toMatchObject({ params: { planFile: join(tmpdir(), 'no.yaml') } });
  });

  it('resume of a run that has ended tells its end', async () => {
    const answers = { ...started, 'run.report': () => runReport(), 'run.wait': () => runReport() };
    const { code, stderr, service } = await cli(['resume', RUN_ID], { answers });
    expect(code).toBe(0);
    expect(stderr).toMatch(/ended already: succeeded/);
    expect(service.calls.map((call) => call.method)).toEqual(['run.report', 'run.wait']);
  });

  it('shows news of tasks in lines where no terminal is', async () => {
    const waiting = Promise.withResolvers<FakeService>();
    const end = Promise.withResolvers<unknown>();
    const run = cli(['run', 'a.yaml'], {
      answers: { ...started, 'run.wait': () => end.promise },
      whileRunning: (_interrupt, service) => waiting.resolve(service),
    });
    const service = await waiting.promise;
    await expect.poll(() => service.open.has('run')).toBe(true);
    const task = (state: string, reason = '') => {
      return { kind: 'delta', upsert: [{ key: 'a', taskId: 'greet', state, reason }], remove: [] };
    };
    service.push('run', task('retrying', 'gate unit failed'));
    for (const state of ['running', 'validating', 'completed', 'completed']) service.push('run', task(state));
    end.resolve(runReport());
    expect((await run).stderr).toMatch(/^greet: retrying: gate unit failed\ngreet: completed\nTo take/);
  });
});

describe('progressLine', () => {
  it('counts what is done, runs, is judged and is stuck', () => {
    const states = ['completed', 'running', 'running', 'validating', 'failed', 'blocked', 'pending'] as const;
    const tasks = states.map((state, index) => ({ state, taskId: `t${index}` }));
    expect(progressLine(tasks)).toBe('1/7 tasks done · running t1, t2 · 1 in the merge train · 2 stuck');
  });
});

describe('reading commands', () => {
  it('status lists runs, or one with its reasons for waiting', async () => {
    const run = {
      key: 'k',
      runId: RUN_ID,
      planId: 'p',
      planName: 'Plan',
      planFile: null,
      state: 'running',
      control: 'active',
      reason: '',
      createdAt: 'c',
      startedAt: null,
      endedAt: null,
      tasksTotal: 3,
      tasksDone: 1,
      tasksFailed: 0,
      tasksRunning: 1,
      patchesCommitted: 1,
      patchesQuarantined: 0,
    };
    const list = await cli(['status', '--json'], { answers: { 'run.list': () => ({ runs: [run] }) } });
    expect(list.json).toMatchObject({ runs: [{ run_id: RUN_ID, state: 'running', tasks: { total: 3, done: 1 } }] });
    expect(list.sessions[0]?.need).toBe('reader');
    const waiting = [{ id: 'b', reason: 'waits for a', freed_by: 'a completes' }];
    const one = await cli(['status', RUN_ID, '--json'], { answers: { 'run.report': () => runReport({ waiting }) } });
    expect(one.json).toMatchObject({ waiting });
    expect((await cli(['status'], { answers: { 'run.list': () => ({ runs: [] }) } })).stdout).toContain('No runs yet');
  });

  it('events are JSON Lines over all pages', async () => {
    const event = (seq: number) => ({
      key: `${seq}`,
      seq,
      eventId: `e${seq}`,
      runId: RUN_ID,
      kind: 'run-noted',
      at: '2026-01-01T00:00:00.000Z',
      entity: 'run',
      id: RUN_ID,
      text: 'x',
      data: { camelCase: 1 },
    });
    const pages = [
      { events: [event(4), event(5)], next: 6 },
      { events: [event(6)], next: null },
    ];
    const asked: unknown[] = [];
    const { stdout, code } = await cli(['events', RUN_ID, '--from', '4', '--json'], {
      answers: {
        'events.page': (params) => {
          asked.push(params);
          return pages[asked.length - 1];
        },
      },
    });
    expect(code).toBe(0);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.seq)).toEqual([4, 5, 6]);
    expect(lines[0]).toEqual({
      seq: 4,
      event_id: 'e4',
      run_id: RUN_ID,
      kind: 'run-noted',
      at: '2026-01-01T00:00:00.000Z',
      entity: 'run',
      id: RUN_ID,
      data: { camelCase: 1 },
    });
    expect(asked).toMatchObject([{ from: 4 }, { from: 6 }]);
  });

  it('events --follow goes on until the run has ended', async () => {
    let state = 'running';
    let pages = 0;
    const { code } = await cli(['events', RUN_ID, '--follow', '--json'], {
      answers: {
        'run.report': () => runReport({ state }),
        'events.page': () => {
          pages += 1;
          if (pages === 2) state = 'succeeded';
          return { events: [], next: null };
        },
      },
    });
    expect({ code, pages }).toEqual({ code: 0, pages: 3 });
  });

  it('verify exits with 1 when something does not agree', async () => {
    const report = {
      ok: false,
      events: { ok: true, count: 3 },
      rebuilt: { ok: false, tables: 7 },
      git: { ok: true, commits: 1 },
      problems: ['tasks differ'],
    };
    const asJson = await cli(['verify', RUN_ID, '--json'], { answers: { 'run.verify': () => report } });
    expect(asJson).toMatchObject({ code: 1, json: report });
    expect((await cli(['verify', RUN_ID], { answers: { 'run.verify': () => report } })).stdout).toContain(
      'tasks differ',
    );
  });

  it('patch export writes the bytes as they are', async () => {
    const bytes = Buffer.from([0xff, 0x00, 0x0a]);
    const answers = { 'patch.export': () => ({ base64: bytes.toString('base64'), sha256: 'abc' }) };
    const file = join(dir, 'a.patch');
    const run = await cli(['patch', 'export', PATCH_ID, '--out', file, '--json'], { answers });
    expect(run.json).toEqual({ patch_id: PATCH_ID, sha256: 'abc', bytes: 3, file });
    expect(readFileSync(file)).toEqual(bytes);
  });
});

describe('publish', () => {
  it('answers with the branch and where it went', async () => {
    const shown = { branch: 'main', from: null, to: 'b'.repeat(40), files: ['x'] };
    const outcome = { ...shown, checkoutUpdated: true, unprotected: 2 };
    const args = ['publish', RUN_ID, '--to', 'main', '--mode', 'ff', '--preview', '--json'];
    const { json, stderr, service } = await cli(args, { answers: { 'run.publish': () => outcome } });
    expect(json).toEqual({ ...shown, checkout_updated: true, unprotected_commits: 2 });
    expect(stderr).toContain('Unprotected: 2 of its commits are direct edits');
    expect(service.calls[0]?.params).toEqual({ runId: RUN_ID, branch: 'main', mode: 'ff', preview: true });
  });

  it('passes a refusal on with its own exit code', async () => {
    const answers = {
      'run.publish': () => {
        throw new PatchbayError('E_DIRTY_CHECKOUT', 'The checkout has changes', 'Commit them.');
      },
    };
    expect(await cli(['publish', RUN_ID], { answers })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Commit them.'),
    });
  });
});
