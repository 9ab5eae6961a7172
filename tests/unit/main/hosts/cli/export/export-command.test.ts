// The command `export` with a fake service: what it asks, and that Ctrl+C leaves nothing behind.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EventRow } from '../../../../../../src/shared/events/read-event.ts';
import { makePlan, makeTask } from '../../../../../fakes/make-plan.ts';
import { cli } from '../cli-rig.ts';

const RUN = '01KB7Q3T0E8W6S5R4Q3P2N1M0B';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-export-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function created(seq = 1): EventRow {
  const plan = makePlan({ tasks: [makeTask({ taskId: 'a' })] });
  const facts = { planFile: null, repository: '/r', base: 'b'.repeat(40), baseRef: null, maxParallel: 1 };
  const ulids = { taskUlids: { a: RUN }, workstreamUlids: { WS: RUN } };
  return {
    seq,
    event_id: '01KB7Q3T0E8W6S5R4Q3P2N1M0A',
    run_id: RUN,
    event_type: 'run-created',
    version: 2,
    timestamp: '2026-11-24T01:02:03.456Z',
    payload: JSON.stringify({ ...facts, ...ulids, plan, requestedBy: 'person' }),
    source: `run:${RUN}`,
    entity: 'run',
    entity_id: RUN,
    prev_hash: '0'.repeat(64),
    hash: '1'.repeat(64),
  };
}

function noted(seq: number): EventRow {
  const row = { ...created(seq), event_type: 'run-noted', version: 1 };
  return { ...row, event_id: row.event_id.replace(/..$/, String(seq).padStart(2, '0')), payload: '{"message":"x"}' };
}

test('it reads the log page by page, as a reader, and writes beside where it is called', async () => {
  const pages = new Map([
    [0, { events: [created(), noted(2)], next: 3 }],
    [3, { events: [noted(3)], next: null }],
  ]);
  const { code, json, sessions, service } = await cli(['export', RUN, '--uet', '--json'], {
    cwd: dir,
    answers: { 'run.log': ({ from = 0 }) => pages.get(from) },
  });
  expect(code).toBe(0);
  expect(sessions[0]?.need).toBe('reader');
  expect(service.calls.map(({ params }) => Reflect.get(Object(params), 'from'))).toEqual([0, 3]);
  expect(json).toMatchObject({ out: join(dir, `${RUN}-uet-v1`), state: 'pending', events: 3, last_seq: 3 });
  expect(readdirSync(dir)).toEqual([`${RUN}-uet-v1`]);
});

test('a second export takes the next name', async () => {
  const answers = {
    'run.log': () => ({ events: [created()], next: null }),
    'run.links': () => ({ links: [] }),
    'run.commits': () => ({ commits: [] }),
  };
  for (let times = 0; times < 2; times += 1) await cli(['export', RUN], { cwd: dir, answers });
  expect(readdirSync(dir).sort()).toEqual([`${RUN}-bundle`, `${RUN}-bundle-2`]);
});

test('Ctrl+C ends it with 130 and leaves nothing behind', async () => {
  let interrupted = () => {};
  const { code, stderr } = await cli(['export', RUN], {
    cwd: dir,
    answers: {
      'run.log': () => {
        interrupted();
        return { events: [created()], next: 2 };
      },
    },
    whileRunning: (interrupt) => {
      interrupted = interrupt;
    },
  });
  expect(code).toBe(130);
  expect(stderr).toContain('nothing was exported');
  expect(readdirSync(dir)).toEqual([]);
});

test('a file is a plan, and what is wrong with it is said', async () => {
  writeFileSync(join(dir, 'work.plan.yaml'), 'plan_id: x');
  const { code, stderr } = await cli(['export', 'work.plan.yaml'], { cwd: dir });
  expect(code).toBe(2);
  expect(stderr).toContain('work.plan.yaml:1: error E_SCHEMA');
});
