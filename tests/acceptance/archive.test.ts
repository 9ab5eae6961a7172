// A run archived and brought back by the real program, killed at every fail point on the way: it is always whole, somewhere.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunShape } from './cli-shapes.ts';
import { badPlan, finishedRun, goodPlan } from './exported-runs.ts';
import { type Desk, jsonLines, openDesk } from './patchbay-program.ts';

interface EventLine {
  readonly seq: number;
  readonly kind: string;
}

let desk: Desk;
let run: RunShape;
let other: RunShape;
let before: Awaited<ReturnType<typeof look>>;

beforeAll(async () => {
  desk = openDesk('archived runs');
  desk.repository.commit({ 'a.txt': 'a\n' });
  run = await finishedRun(desk, badPlan(), 'bad');
  other = await finishedRun(desk, goodPlan(), 'good');
  before = await look(run.run_id);
}, 120_000);
afterAll(() => desk.remove());

/** Everything that can be read of a run. */
async function look(runId: string) {
  const lines = jsonLines<EventLine>((await desk.run(['events', runId, '--json'])).stdout);
  const events = lines.filter(({ kind }) => kind !== 'run-archived' && kind !== 'run-restored');
  const middle = events[Math.floor(events.length / 2)]?.seq ?? 0;
  const { json: status } = await desk.ask<RunShape>(['status', runId]);
  const { json: replayed } = await desk.ask<object>(['replay', runId, '--to', String(middle)]);
  const patches = [];
  for (const { patch_id } of status.patches) patches.push((await desk.ask<object>(['patch', 'show', patch_id])).json);
  return { events, status, replayed: { ...replayed, last_seq: 0 }, patches };
}

async function expectWhole(): Promise<void> {
  for (const { run_id } of [run, other]) {
    const { json } = await desk.ask<{ readonly problems: readonly string[] }>(['verify', run_id]);
    expect(json.problems).toEqual([]);
  }
}

/** Does it again and again, each time killed one fail point later, until it gets through. */
async function untilItGetsThrough(args: readonly string[]): Promise<number> {
  for (let failAt = 1; ; failAt += 1) {
    const { code, stderr } = await desk.run(args, { env: { PATCHBAY_FAIL_AT: String(failAt) } });
    await expectWhole();
    if (code === 0) return failAt - 1;
    // A kill has no exit code; what a kill came after may have been the commit.
    if (code !== null) expect(stderr).toContain(args.includes('restore') ? 'is not archived' : 'is archived already');
    if (code !== null) return failAt - 1;
  }
}

test('archived through kills at every point, it is read as before, and restored through kills it is as it was', async () => {
  expect(await untilItGetsThrough(['archive', run.run_id])).toBeGreaterThanOrEqual(4);
  const { json } = await desk.ask<{ readonly archived: readonly { readonly run_id: string }[] }>(['archive', 'list']);
  expect(json.archived.map(({ run_id }) => run_id)).toEqual([run.run_id]);
  expect(await look(run.run_id)).toEqual(before);
  const list = await desk.ask<{ runs: { run_id: string; archived_at: string | null; state: string }[] }>(['status']);
  const listed = list.json.runs.map(({ run_id, archived_at, state }) => [run_id, archived_at !== null, state]);
  expect(listed).toEqual([
    [other.run_id, false, other.state],
    [run.run_id, true, run.state],
  ]);
  expect((await desk.run(['archive', run.run_id])).said).toContain('is archived already');
  expect((await desk.run(['publish', run.run_id])).code).not.toBe(0);
  expect(await untilItGetsThrough(['archive', 'restore', run.run_id])).toBeGreaterThanOrEqual(2);
  expect(await look(run.run_id)).toEqual(before);
  expect((await desk.ask<{ archived: [] }>(['archive', 'list'])).json.archived).toEqual([]);
}, 180_000);

test('only runs that are old enough are archived by age, and ages are spelt out', async () => {
  expect((await desk.ask<{ archived: [] }>(['archive', '--older-than', '1d'])).json.archived).toEqual([]);
  const all = await desk.ask<{ readonly archived: readonly object[] }>(['archive', '--older-than', '0d']);
  expect(all.json.archived).toHaveLength(2);
  await expectWhole();
  expect((await desk.run(['archive', '--older-than', 'ninety'])).said).toContain('for example 90d');
  expect((await desk.run(['archive'])).code).toBe(2);
}, 60_000);

test('a damaged archive is said by name, and the rest of the project is not affected', async () => {
  const folder = join(desk.data, 'projects', readdirSync(join(desk.data, 'projects'))[0] ?? '', 'archives');
  const file = join(folder, readdirSync(folder).find((name) => name.startsWith(run.run_id)) ?? '');
  const whole = readFileSync(file);
  writeFileSync(file, Buffer.concat([whole.subarray(0, 50), Buffer.from('x'), whole.subarray(51)]));
  const { json } = await desk.ask<{ readonly problems: readonly string[] }>(['verify', run.run_id]);
  expect(json.problems.join()).toContain('its hash does not fit');
  expect((await desk.run(['events', run.run_id])).said).toContain('E_ARCHIVE');
  expect((await desk.run(['status'])).code).toBe(0);
  expect((await desk.run(['events', other.run_id])).code).toBe(0);
  writeFileSync(file, whole);
  await expectWhole();
}, 60_000);
