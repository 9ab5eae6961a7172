// Bad input at the door of the real program: refused with a place and advice, within a second and 200 MB.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Desk, openDesk } from './patchbay-program.ts';

const SECOND = 1_000;
const MEMORY_KB = 200 * 1024;
/** A busy machine may slow one try down, not each of them. */
const TRIES = 4;

/** On a slow machine the start of the program alone takes long: what is refused may take four times a small file's time. */
const FLOORS = 4;

let desk: Desk;
let limitMs = SECOND;
beforeAll(async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'a\n' });
  const small = await measure(['validate', file('small.json', '{"task_id":"a","name":"A","kind":"code_edit"}')]);
  expect(small.verdict.ok).toBe(true);
  limitMs = Math.max(SECOND, FLOORS * small.ms);
});
afterAll(() => desk.remove());

interface Verdict {
  readonly ok: boolean;
  readonly files: readonly {
    readonly schema: string | null;
    readonly ok: boolean;
    readonly problems: readonly {
      readonly code: string;
      readonly line: number;
      readonly message: string;
      readonly advice: string;
    }[];
  }[];
}

interface Measured {
  readonly code: number | null;
  readonly verdict: Verdict;
  readonly ms: number;
  readonly peakKb: number;
}

/** The program says on its way out what it used; its own streams stay as they are. */
async function measure(args: readonly string[]): Promise<Measured> {
  const usage = join(desk.data, '..', 'usage.json');
  const onExit = `
    import { writeFileSync } from 'node:fs';
    process.on('exit', () => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
      // On a busy machine the time of the processor is what the program took, and not what it waited.
      const ms = Math.min(performance.now(), (userCPUTime + systemCPUTime) / 1000);
      writeFileSync(${JSON.stringify(usage)}, JSON.stringify({ ms, peakKb: maxRSS }));
    });`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(onExit)}` };
  const { answer, json } = await desk.ask<Verdict>(args, { env });
  const { ms, peakKb } = JSON.parse(readFileSync(usage, 'utf8'));
  return { code: answer.code, verdict: json, ms, peakKb };
}

async function bestOf(args: readonly string[]): Promise<Measured> {
  let best = await measure(args);
  for (let attempt = 1; attempt < TRIES && best.ms > limitMs; attempt += 1) {
    const next = await measure(args);
    if (next.ms < best.ms) best = next;
  }
  return best;
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(desk.root, name);
  writeFileSync(path, content);
  return path;
}

const DEEP = 100_000;
const repeated = (count: number) =>
  Array.from({ length: count }, (_, index) => `k${index % (count / 2)}: 1`).join('\n');
const bomb = Array.from(
  { length: 12 },
  (_, i) => `a${i}: &a${i} [${Array.from({ length: 10 }, () => (i === 0 ? 'x' : `*a${i - 1}`)).join(', ')}]`,
).join('\n');

const cutOff = JSON.stringify(
  Array.from({ length: 20_000 }, (_, i) => ({
    task_id: `t${i}`,
    name: 'One of many tasks',
    kind: 'code_edit',
    depends_on: ['a'],
  })),
).slice(0, -1);

const BAD: readonly (readonly [string, () => string | Uint8Array, string, RegExp])[] = [
  ['a document of 50 MB', () => `a: ${'x'.repeat(50 * 1024 * 1024)}\n`, 'E_FILE_UNREADABLE', /52428804 bytes/],
  ['JSON nested 100 000 deep', () => `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`, 'E_SYNTAX', /100 levels/],
  ['JSON nested 100 000 deep and cut off', () => '['.repeat(DEEP), 'E_SYNTAX', /100 levels/],
  ['brackets to the limit of the size', () => '['.repeat(8_000_000), 'E_SYNTAX', /100 levels/],
  ['YAML lists nested 100 000 deep', () => `${'- '.repeat(DEEP)}x`, 'E_SYNTAX', /100 levels/],
  ['YAML keys nested 100 000 deep', () => `${'? '.repeat(DEEP)}x`, 'E_SYNTAX', /100 levels/],
  ['fields of one name in YAML', () => repeated(4_000), 'E_SYNTAX', /`k0` is here for the second time/],
  ['fields of one name in JSON', () => `{${'"a":1,'.repeat(100_000)}"a":1}`, 'E_SYNTAX', /`a` is here for the second/],
  ['a JSON plan of 2 MB that is cut off', () => cutOff, 'E_SYNTAX', /ends before it is complete/],
  ['aliases that multiply', () => bomb, 'E_SYNTAX', /aliases written out/],
  ['an alias inside of itself', () => 'a: &a\n  b: *a\n', 'E_SYNTAX', /inside of what it stands for/],
  ['Latin-1', () => Buffer.from('a: 1\nname: Größe\n', 'latin1'), 'E_FILE_UNREADABLE', /line 2 holds the byte F6/],
  ['UTF-32', () => Uint8Array.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'E_FILE_UNREADABLE', /UTF-32/],
  ['a NUL in the middle', () => 'a: 1\nb: x\0y\n', 'E_SYNTAX', /U\+0000/],
  [
    'a picture',
    () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    'E_FILE_UNREADABLE',
    /byte 89/,
  ],
];

it.each(BAD)('%s is refused by validate, within a second and 200 MB', async (name, content, code, message) => {
  const path = file(`${name.replaceAll(' ', '-')}.yaml`, content());
  const { code: exit, verdict, ms, peakKb } = await bestOf(['validate', path]);
  const [problem] = verdict.files[0]?.problems ?? [];
  expect({ exit, ok: verdict.ok, code: problem?.code }).toEqual({ exit: 2, ok: false, code });
  expect(problem?.message).toMatch(message);
  expect(problem?.advice).not.toBe('');
  expect(peakKb).toBeLessThan(MEMORY_KB);
  expect(ms).toBeLessThan(limitMs);
});

it.each(['plan', 'run', 'import'])('%s has the same door', async (command) => {
  const deep = file('deep.plan.json', `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`);
  const huge = file('huge.plan.json', ' '.repeat(50 * 1024 * 1024));
  const latin = file('latin.plan.yaml', Buffer.from('plan_id: ä\n', 'latin1'));
  for (const [path, words] of [
    [deep, '100 levels'],
    [huge, '52428800 bytes'],
    [latin, 'byte E4'],
  ] as const) {
    const answer = await desk.run([command, path]);
    expect({ code: answer.code, said: answer.said.includes(words) }, answer.said).toEqual({ code: 2, said: true });
  }
});

const TASK = '{"task_id": "t", "name": "Größe 😀", "kind": "code_edit"}';
const LITTLE = Buffer.from(TASK, 'utf16le');

it.each([
  ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TASK)])],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), LITTLE])],
  ['UTF-16 without a mark', LITTLE],
  ['UTF-16, big end first, with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(LITTLE).swap16()])],
])('%s is read', async (_name, bytes) => {
  const { json } = await desk.ask<Verdict>(['validate', file('task.json', bytes)]);
  expect(json.files[0]).toMatchObject({ schema: 'task_spec.v1', ok: true, problems: [] });
});
