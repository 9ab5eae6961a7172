// docs/rules.md has a row for every rule, every class of protected files and every lockfile that is read, and no other.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LOCK_FORMATS } from '../../../../../src/main/integration/patches/lockfiles/lock-formats.ts';
import { PROTECTED_CLASSES } from '../../../../../src/main/integration/patches/rules/protected-classes.ts';
import { PATCH_RULES } from '../../../../../src/main/integration/patches/rules/rule-registry.ts';

const PAGE = readFileSync('docs/rules.md', 'utf8');
const [BEFORE = '', AFTER = ''] = PAGE.split('## Protected files');

/** Cells of the rows below the heads of tables; `\|` is a character of a cell. */
function rows(text: string): readonly (readonly string[])[] {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:rule|action|it steers) \|/.test(line));
  return lines.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the page of rules', () => {
  it('has one whole row for every rule', () => {
    const ofRules = rows(BEFORE).filter((cells) => cells.length === 5);
    const names = ofRules.map(([name = '']) => name.replaceAll('`', ''));
    expect(names.toSorted()).toEqual(PATCH_RULES.map((rule) => rule.name).toSorted());
    for (const cells of ofRules)
      expect(
        cells.every((cell) => cell.length > 3),
        cells.join(' | '),
      ).toBe(true);
  });

  it('has a row for every class of protected files', () => {
    expect(rows(AFTER).map(([steers]) => steers)).toEqual(PROTECTED_CLASSES.map(({ steers }) => steers));
  });

  it('names every lockfile that is read', () => {
    const [, said = ''] = PAGE.split('## Lockfiles that are read');
    for (const { name } of LOCK_FORMATS.filter(({ read }) => read !== null)) expect(said).toContain(name);
  });
});
