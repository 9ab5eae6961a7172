// Makes an honest patch odd: by the grammar (heads, counts, names, order of lines) or by its bytes.
import type { Dice } from '../simulation/seeded-random.ts';

export interface FuzzCase {
  readonly patch: Buffer;
  readonly arguments: readonly string[];
}

type Lines = string[];
type Mutation = (lines: Lines, dice: Dice, other: readonly string[]) => void;

const NAMES: readonly [string, ...string[]] = [
  'a/plain.txt',
  'b/plain.txt',
  '/dev/null',
  'plain.txt',
  'a/../plain.txt',
  'a//plain.txt',
  'a/a/a.txt',
  'a/link/x',
  'b/.git/config',
  '"a/tab\\there.txt"',
  '"a/\\303\\274mlaut.txt"',
  '"a/un',
  'a/with space.txt',
  'a/with space.txt\t',
  'a/plain.txt\t2026-01-02 03:04:05.000000000 +0100',
  'a/plain.txt\t1970-01-01 01:00:00.000000000 +0100',
  'a/plain.txt  2026-01-02',
  'a/deep',
  'a/deep/er/down.ts',
  'a/vendor',
  'a/vendor/inside',
  'a/plain.txt/inside',
  'c',
  '',
];

const ODD_LINES: readonly [string, ...string[]] = [
  'some prose',
  '',
  ' ',
  '-- ',
  '\\ No newline at end of file',
  '\\ Kein Zeilenumbruch',
  '\\ short',
  'old mode 100644',
  'new mode 100755',
  'new mode 120000',
  'new file mode 100644',
  'new file mode 040000',
  'deleted file mode 100644',
  'rename from plain.txt',
  'rename to plain.txt',
  'rename from run.sh',
  'rename to elsewhere/run.sh',
  'copy from crlf.txt',
  'copy to copied.txt',
  'similarity index 90%',
  'index 0000000000000000000000000000000000000000..e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  'index 1234567..89abcde 100755',
  'index 12',
  'GIT binary patch',
  'literal 0',
  'HcmV?d00001',
  'delta 9',
  'Binary files a/binary.bin and b/binary.bin differ',
  'diff --git a/plain.txt b/plain.txt',
  'diff --git a/run.sh b/run.sh',
  '@@ -1,2 +1,2 @@',
  '@@ -0,0 +1 @@',
  '@@ -1 +0,0 @@',
  '+added',
  '-line 1',
  ' line 2',
];

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  (lines, dice) => void lines.splice(at(lines, dice), 1),
  (lines, dice) => void lines.splice(at(lines, dice), 0, lines[at(lines, dice)] ?? ''),
  (lines, dice) => void lines.splice(at(lines, dice), 0, dice.pick(ODD_LINES)),
  (lines, dice) => void lines.splice(headAt(lines, dice), 0, dice.pick(ODD_LINES)),
  (lines, dice) => void lines.splice(headAt(lines, dice), 1),
  swapLines,
  changeNumber,
  changeNumber,
  changeNumber,
  changeName,
  changeName,
  (lines, dice) => edit(lines, dice, /^(?:---|\+\+\+|rename|copy|index|@@|[ +-])/, (line) => `${line}\r`),
  (lines, dice) => edit(lines, dice, /^ /, () => ''),
  (lines, dice) => edit(lines, dice, /^[ +-]/, (line) => dice.pick([' ', '+', '-', '\\', '']) + line.slice(1)),
  (lines, dice) => edit(lines, dice, /^[ -]/, (line) => `${line} `),
  (lines, dice) =>
    edit(lines, dice, /mode/, (line) =>
      line.replace(/\d{6}/, dice.pick(['100644', '100755', '120000', '160000', '7', 'x'])),
    ),
  makeTraditional,
  makeTraditional,
  splice,
  splice,
  duplicate,
  (lines) => void lines.unshift('From someone Mon Sep 17 00:00:00 2001', 'Subject: a change', '', '---'),
  (lines) => void lines.push('-- ', '2.39.5', ''),
  shiftHunks,
  shiftHunks,
];

const SWITCHES: readonly [readonly string[], ...(readonly string[])[]] = [
  [],
  [],
  [],
  [],
  ['-p1'],
  ['-p0'],
  ['-p2'],
  ['-R'],
  ['--recount'],
  ['--unidiff-zero'],
  ['--directory=deep'],
];

export function mutatePatch(seeds: readonly Buffer[], dice: Dice): FuzzCase {
  const seed = pickSeed(seeds, dice);
  const chosen = dice.pick(SWITCHES);
  const kind = dice.next();
  if (kind < 0.05) return { patch: seed, arguments: chosen };
  if (kind < 0.35) return { patch: mutateBytes(seed, dice), arguments: chosen };
  const lines = seed.toString('latin1').split('\n');
  const other = pickSeed(seeds, dice).toString('latin1').split('\n');
  for (let count = dice.chance(0.6) ? 1 : 3; count > 0; count -= 1) dice.pick(MUTATIONS)(lines, dice, other);
  return { patch: Buffer.from(lines.join('\n'), 'latin1'), arguments: chosen };
}

function pickSeed(seeds: readonly Buffer[], dice: Dice): Buffer {
  return seeds[dice.between(0, seeds.length - 1)] ?? Buffer.alloc(0);
}

function mutateBytes(seed: Buffer, dice: Dice): Buffer {
  let patch = Buffer.from(seed);
  for (let count = dice.between(1, 3); count > 0; count -= 1) {
    const place = dice.between(0, Math.max(patch.length - 1, 0));
    const kind = dice.between(0, 4);
    const byte = Buffer.from([
      dice.chance(0.5) ? dice.pick([0, 10, 13, 9, 32, 34, 43, 45, 64, 92]) : dice.between(0, 255),
    ]);
    if (kind === 0 && patch.length > 0) patch.set(byte, place);
    else if (kind === 1) patch = Buffer.concat([patch.subarray(0, place), byte, patch.subarray(place)]);
    else if (kind === 2) patch = Buffer.concat([patch.subarray(0, place), patch.subarray(place + dice.between(1, 9))]);
    else if (kind === 3) patch = patch.subarray(0, place);
    else if (patch.length > 0) patch[place] = (patch[place] ?? 0) ^ (1 << dice.between(0, 7));
  }
  return patch;
}

function at(lines: Lines, dice: Dice): number {
  return dice.between(0, Math.max(lines.length - 1, 0));
}

/** A line of a head, else the first. */
function headAt(lines: Lines, dice: Dice): number {
  const heads = lines.flatMap((line, index) =>
    /^(?:diff|index|---|\+\+\+|@@|old|new|rename)/.test(line) ? [index] : [],
  );
  return heads[dice.between(0, Math.max(heads.length - 1, 0))] ?? 0;
}

function edit(lines: Lines, dice: Dice, form: RegExp, change: (line: string) => string): void {
  const fitting = lines.flatMap((line, index) => (form.test(line) ? [index] : []));
  const index = fitting[dice.between(0, Math.max(fitting.length - 1, 0))];
  if (index !== undefined) lines[index] = change(lines[index] ?? '');
}

function swapLines(lines: Lines, dice: Dice): void {
  const [one, two] = [headAt(lines, dice), at(lines, dice)];
  [lines[one], lines[two]] = [lines[two] ?? '', lines[one] ?? ''];
}

function changeNumber(lines: Lines, dice: Dice): void {
  edit(lines, dice, /^@@/, (line) => {
    const numbers = [...line.matchAll(/\d+/g)];
    const chosen = numbers[dice.between(0, Math.max(numbers.length - 1, 0))];
    if (chosen === undefined) return line;
    const value = dice.pick([String(Number(chosen[0]) + dice.between(-3, 3)), '0', '1', '99999', '2147483648', '']);
    return line.slice(0, chosen.index) + value.replace('-', '') + line.slice(chosen.index + chosen[0].length);
  });
}

function changeName(lines: Lines, dice: Dice): void {
  const name = dice.pick(NAMES);
  edit(lines, dice, /^(?:--- |\+\+\+ |diff --git|rename|copy)/, (line) => {
    if (line.startsWith('diff'))
      return dice.chance(0.5)
        ? `diff --git ${name} ${dice.pick(NAMES)}`
        : `diff --git ${name} ${name.replace(/^a/, 'b')}`;
    return line.replace(/^(---|\+\+\+|rename from|rename to|copy from|copy to) .*/s, `$1 ${name}`);
  });
}

/** As other diff programs write it: without the lines that only git knows. */
function makeTraditional(lines: Lines, dice: Dice): void {
  const date = dice.pick([
    '',
    '\t2026-01-02 03:04:05.000000000 +0100',
    '\t1970-01-01 00:00:00.000000000 +0000',
    '\tToday',
  ]);
  const kept = lines
    .filter((line) => !/^(?:diff --git|index|new file|deleted file|old mode|new mode|similarity)/.test(line))
    .map((line) => (/^(?:---|\+\+\+) [ab]/.test(line) ? line + date : line));
  const bare = dice.chance(0.2);
  lines.splice(0, lines.length, ...kept.map((line) => (bare ? line.replace(/^(---|\+\+\+) [ab]\//, '$1 ') : line)));
}

/** A piece of another patch in the middle of this one. */
function splice(lines: Lines, dice: Dice, other: readonly string[]): void {
  const heads = other.flatMap((line, index) => (line.startsWith('diff --git') ? [index] : []));
  const from = heads[dice.between(0, Math.max(heads.length - 1, 0))] ?? 0;
  const piece = other.slice(from);
  if (dice.chance(0.7))
    lines.splice(lines.length - 1, 0, ...piece.filter((line, index) => line !== '' || index < piece.length - 1));
  else lines.splice(at(lines, dice), 0, ...piece.slice(0, dice.between(1, 8)));
}

function duplicate(lines: Lines): void {
  lines.splice(lines.length - 1, 0, ...lines.slice(0, -1));
}

/** All hunks of the patch at another place: git looks for them. */
function shiftHunks(lines: Lines, dice: Dice): void {
  const by = dice.between(-4, 12);
  for (const [index, line] of lines.entries()) {
    lines[index] = line.replace(
      /^@@ -(\d+)(,\d+)? \+(\d+)/,
      (_, old: string, count: string | undefined, now: string) => {
        const moved = (start: string) => Math.max(Number(start) + by, 0);
        return `@@ -${moved(old)}${count ?? ''} +${moved(now)}`;
      },
    );
  }
}
