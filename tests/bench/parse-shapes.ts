// Patches to parse: hunks of the usual shape in many files, up to any size, the same every time.
import { createDice } from '../simulation/seeded-random.ts';

const WORDS = [
  'value',
  'compute',
  'result',
  'const',
  'return',
  'index',
  'of',
  'the',
  'list',
  '=>',
  '(',
  ')',
  ';',
  '0',
] as const;

/** Of at least so many bytes; whole files, eight hunks each. */
export function largePatch(bytes: number, seed = 1): Buffer {
  const dice = createDice(seed);
  const line = () => Array.from({ length: dice.between(2, 10) }, () => dice.pick(WORDS)).join(' ');
  const parts: string[] = [];
  let size = 0;
  for (let file = 0; size < bytes; file += 1) {
    const part = fileDiff(`src/folder${file % 60}/file${file}.ts`, line);
    parts.push(part);
    size += part.length;
  }
  return Buffer.from(parts.join(''));
}

function fileDiff(path: string, line: () => string): string {
  const head = `diff --git a/${path} b/${path}\nindex ${'a1'.repeat(20)}..${'b2'.repeat(20)} 100644\n--- a/${path}\n+++ b/${path}\n`;
  return head + Array.from({ length: 8 }, (_, hunk) => hunkText(hunk, line)).join('');
}

/** Three kept lines around three removed and four added ones. */
function hunkText(hunk: number, line: () => string): string {
  const lines = (sign: string, count: number) => Array.from({ length: count }, () => `${sign}${line()}\n`).join('');
  const old = hunk * 60 + 1;
  return `@@ -${old},9 +${old + hunk},10 @@ ${line()}\n${lines(' ', 3)}${lines('-', 3)}${lines('+', 4)}${lines(' ', 3)}`;
}
