// Honest patches, made by git itself from random changes and with every switch that shapes its output: what mutation starts from.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dice } from '../simulation/seeded-random.ts';
import { BASE_FILES, type FuzzBase } from './fuzz-base.ts';

type Name = keyof typeof BASE_FILES;

const TEXTS: readonly [Name, ...Name[]] = [
  'plain.txt',
  'repeated.txt',
  'unfinished.txt',
  'blanks.txt',
  'crlf.txt',
  'empty.txt',
  'with space.txt',
  'ümlaut.txt',
  'tab\there.txt',
  'deep/er/down.ts',
  'deep/sibling.ts',
];

const SHAPES: readonly [readonly string[], ...(readonly string[])[]] = [
  ['--full-index', '--binary', '-M'],
  ['--full-index', '--binary', '-M', '-C', '--find-copies-harder'],
  ['--binary'],
  ['--full-index', '--binary', '-U0'],
  ['-U1'],
  ['--no-prefix', '--full-index', '--binary'],
  ['--full-index', '--binary', '-R'],
  ['-D', '--binary', '-B'],
  ['--src-prefix=x/y/', '--dst-prefix=z/y/'],
];

/** Takes a fraction of a second for each ten. */
export function seedPatches(base: FuzzBase, dice: Dice, count: number): readonly Buffer[] {
  const patches: Buffer[] = [];
  const { root } = base.repository;
  while (patches.length < count) {
    base.repository.git('reset', '-q', '--hard', base.commit);
    base.repository.git('clean', '-qfdx');
    for (let changes = dice.between(1, 4); changes > 0; changes -= 1) changeSomething(root, dice);
    base.repository.git('add', '-A');
    for (const shape of [dice.pick(SHAPES), dice.pick(SHAPES)]) {
      const patch = execFileSync('git', ['diff', '--cached', ...shape, base.commit], { cwd: root });
      if (patch.length > 0) patches.push(patch);
    }
  }
  return patches.slice(0, count);
}

function changeSomething(root: string, dice: Dice): void {
  const name = dice.pick(TEXTS);
  const path = join(root, name);
  const text = String(BASE_FILES[name]);
  const actions: readonly [() => void, ...(() => void)[]] = [
    () => writeFileSync(path, editLines(text, dice)),
    () => writeFileSync(path, editLines(text, dice)),
    () => writeFileSync(path, editLines(text, dice)),
    () => writeFileSync(path, text.replace(/\n$/, '')),
    () => writeFileSync(path, ''),
    () => rmSync(path, { force: true }),
    () => chmodSync(path, 0o755),
    () => writeNew(join(root, `new ${dice.between(1, 3)}/file`), dice.chance(0.3) ? '' : 'fresh\ncontent\n'),
    () => writeNew(join(root, 'other.bin'), bytes(dice)),
    () => writeNew(join(root, 'binary.bin'), bytes(dice)),
    () => rmSync(join(root, 'link')),
    () => replaceByLink(path),
    () => renameSync(path, join(root, `moved-${dice.between(1, 2)}.txt`)),
    () => writeNew(join(root, `copy-${dice.between(1, 2)}.txt`), text),
  ];
  try {
    dice.pick(actions)();
  } catch {
    // An earlier change took the file away: nothing more happens to it.
  }
}

function writeNew(path: string, body: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, body);
}

function replaceByLink(path: string): void {
  rmSync(path);
  symlinkSync('run.sh', path);
}

function bytes(dice: Dice): Buffer {
  return Buffer.from(Array.from({ length: dice.between(1, 900) }, () => dice.between(0, dice.chance(0.5) ? 3 : 255)));
}

function editLines(text: string, dice: Dice): string {
  const lines = text.split('\n');
  for (let edits = dice.between(1, 5); edits > 0; edits -= 1) {
    const at = dice.between(0, lines.length - 1);
    const kind = dice.between(0, 3);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, `added ${dice.between(1, 9)}`, '');
    else if (kind === 2) lines[at] = `changed ${dice.between(1, 9)}\r`;
    else lines[at] = ` ${lines[at]}`;
  }
  return lines.join('\n');
}
