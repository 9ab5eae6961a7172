// Commands about runs on the command line: what they ask, how long they stay, what Ctrl+C does.
import { expect, test } from 'vitest';
import { RUN_ID, runReport } from '../../../../fakes/fake-service.ts';
import { cli } from './cli-rig.ts';

const ID = '01JZZZZZZZZZZZZZZZZZZZZZZ9';
const waiting = runReport({ state: 'running', control: 'waiting', reason: 'Task a: exit 1.' });
const answers = {
  'run.retry': () => waiting,
  'run.skip': () => waiting,
  'run.prioritise': () => waiting,
  'run.parallel': () => waiting,
  'run.pause': () => waiting,
  'run.stop': () => waiting,
  'run.wait': () => runReport(),
};

test.each([
  ['retry', ['a'], 'run.retry', { taskId: 'a' }],
  ['skip', ['a', '--why', 'by hand'], 'run.skip', { taskId: 'a', reason: 'by hand' }],
  ['prioritise', ['a', '--priority', '-3'], 'run.prioritise', { taskId: 'a', priority: -3 }],
  ['parallel', ['8'], 'run.parallel', { maxParallel: 8 }],
  ['pause', [], 'run.pause', {}],
  ['stop', ['--kill'], 'run.stop', { mode: 'kill' }],
  ['stop', [], 'run.stop', { mode: 'drain' }],
] as const)('%s %j asks %s', async (name, args, method, params) => {
  const { code, service } = await cli([name, RUN_ID, ...args, '--command-id', ID.toLowerCase(), '--json'], { answers });
  expect(code).toBe(0);
  expect(service.calls[0]).toEqual({ method, params: { runId: RUN_ID, commandId: ID, ...params } });
});

test('every command has an id of its own when it is given none', async () => {
  const ids = await Promise.all(
    [1, 2].map(async () => {
      const { service } = await cli(['pause', RUN_ID], { answers });
      return Reflect.get(Object(service.calls[0]?.params), 'commandId');
    }),
  );
  for (const id of ids) expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  expect(ids[0]).not.toBe(ids[1]);
});

test('a command that is refused says why on stderr and asks nothing else', async () => {
  const { code, stderr, service } = await cli(['stop', RUN_ID, '--drain', '--kill'], { answers });
  expect(code).toBe(2);
  expect(stderr).toContain('--drain and --kill');
  expect(service.calls).toEqual([]);
});

test('in the process that has the engine a retry stays until the run stands still, and answers how', async () => {
  const { code, stdout } = await cli(['retry', RUN_ID, 'a', '--json'], {
    answers: { ...answers, 'run.wait': () => waiting },
  });
  expect(code).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({ control: 'waiting' });
});

test('Ctrl+C while a stop is waited for leaves it in force and cancels nothing', async () => {
  const { code, stderr, service } = await cli(['stop', RUN_ID], {
    answers: { ...answers, 'run.wait': () => new Promise(() => {}) },
    whileRunning: (interrupt, { calls }) => {
      const look = setInterval(() => {
        if (!calls.some(({ method }) => method === 'run.wait')) return;
        clearInterval(look);
        interrupt();
      }, 1);
    },
  });
  expect(code).toBe(130);
  expect(stderr).toContain('stays in force');
  expect(service.calls.map(({ method }) => method)).not.toContain('run.cancel');
});
