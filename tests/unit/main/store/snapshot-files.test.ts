// A snapshot is believed only when everything about it fits; else there is none, and nothing is lost.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { snapshotFiles } from '../../../../src/main/store/snapshot-files.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { id, RUN } from './ledger-fixture.ts';

let folder = '';
const open = (shape = 'one') => snapshotFiles({ folder: join(folder, 'snapshots'), shape: () => shape });
const saved = (seq: number, state: unknown = { seq }) => ({ runId: RUN, seq, hash: `hash of ${seq}`, state });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-snapshots-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the newest at or before an event is found, with maps, sets and circles as they were', () => {
  const circle: Record<string, unknown> = { map: new Map([['a', new Set([1])]]) };
  circle['self'] = circle;
  open().write(saved(10, circle));
  open().write(saved(20));
  expect(open().newest(RUN, 19)).toEqual(saved(10, circle));
  expect(open().newest(RUN, 20)?.seq).toBe(20);
  expect(open().newest(RUN, 9)).toBeNull();
  expect(open().newest(id('RUN', 2), 99)).toBeNull();
});

test('another build finds none', () => {
  open().write(saved(10));
  expect(open('two').newest(RUN, 10)).toBeNull();
  expect(open('two').places(RUN)).toEqual([]);
});

test('a byte that changed anywhere, and every cut, makes it none', () => {
  open().write(saved(10, { text: 'x'.repeat(50) }));
  const [name = ''] = readdirSync(join(folder, 'snapshots'));
  const file = join(folder, 'snapshots', name);
  const whole = readFileSync(file);
  const usedHeader = whole.subarray(0, 512).toString().trimEnd().length;
  for (let at = 0; at < whole.length; at += 1) {
    if (at >= usedHeader && at < 512) continue; // blanks that fill the header up say nothing
    const broken = Buffer.from(whole);
    broken[at] = (whole[at] ?? 0) ^ 1;
    writeFileSync(file, broken);
    const found = open().newest(RUN, 10);
    // The hash of the event is compared with the log by who loads the run.
    if (found !== null) expect(found).toMatchObject({ runId: RUN, seq: 10, state: { text: 'x'.repeat(50) } });
    if (found !== null) expect(found.hash).not.toBe('hash of 10');
    writeFileSync(file, whole.subarray(0, at));
    expect(open().newest(RUN, 10)).toBeNull();
  }
});

test('an older one is taken where the newest is damaged', () => {
  open().write(saved(10));
  open().write(saved(20));
  const newest = readdirSync(join(folder, 'snapshots')).sort().at(-1) ?? '';
  writeFileSync(join(folder, 'snapshots', newest), 'nothing');
  expect(open().newest(RUN, 99)?.seq).toBe(10);
});

test('few are kept of a run, and none after they were dropped', () => {
  for (let seq = 1; seq <= 9; seq += 1) open().write(saved(seq));
  open().write({ ...saved(5), runId: id('RUN', 2) });
  expect(open().places(RUN)).toHaveLength(LIMITS.snapshotsKept);
  expect(open().newest(RUN, 99)?.seq).toBe(9);
  open().drop(RUN);
  expect(open().places(RUN)).toEqual([]);
  expect(open().places(id('RUN', 2))).toHaveLength(1);
});

test('what a killed writer left behind goes with the next one', () => {
  open().write(saved(1));
  const left = join(folder, 'snapshots', `${RUN}-0000000000000002.snapshot.999999.partial`);
  writeFileSync(left, 'half');
  open().write(saved(3));
  expect(readdirSync(join(folder, 'snapshots')).filter((name) => name.endsWith('.partial'))).toEqual([]);
});
