// Every row of docs/globs.md is true.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { matchAny } from '../../../src/shared/lib/glob.ts';
import { readPattern } from '../../../src/shared/lib/legacy-pattern.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/globs.md'), 'utf8');

/** Rows of the table under `head`, as texts without their backticks. */
function rowsOf(head: string): readonly (readonly string[])[] {
  const lines = page.split('\n');
  const start = lines.indexOf(head) + 2;
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith('|'));
  return lines.slice(start, end === -1 ? undefined : end).map((line) =>
    line
      .slice(2, -1)
      .split(/ ?(?<!\\)\| ?/)
      .map((cell) => cell.replaceAll('\\|', '|').trim()),
  );
}

const plain = (cell: string | undefined) => (cell ?? '').replace(/^`(.*)`$/, '$1');

describe('what a glob matches', () => {
  const rows = rowsOf('| glob | path | matches | why |');
  it.each(rows)('%s and %s: %s, %s', (glob, path, answer) => {
    expect(['yes', 'no']).toContain(answer);
    expect(matchAny([plain(glob)])(plain(path))).toBe(answer === 'yes');
  });

  test('there are rows to check', () => expect(rows.length).toBeGreaterThan(20));
});

describe('how an older entry is read', () => {
  const rows = rowsOf('| entry | read as | otherwise |');
  it.each(rows)('%s: %s %s', (entry, read, otherwise) => {
    const reading = readPattern(plain(entry));
    if (read !== 'refused') return expect(reading).toMatchObject({ glob: plain(read) });
    const named = (otherwise ?? '') === '' ? [] : (otherwise ?? '').split(' or ').map(plain);
    expect(reading).toMatchObject({ kind: 'unsure', candidates: named });
  });

  test('there are rows to check', () => expect(rows.length).toBeGreaterThan(8));
});
