// A folder appears whole or not at all, and never in the place of another.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeName, newFolder } from '../../../../../../src/main/hosts/cli/export/new-folder.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-export-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('it has its name only when it is filled', async () => {
  const target = join(dir, 'deep', 'down', 'export');
  const made = await newFolder(target, async (folder) => {
    writeFileSync(join(folder, 'a'), 'a');
    expect(existsSync(target)).toBe(false);
    return 7;
  });
  expect(made).toBe(7);
  expect(readdirSync(target)).toEqual(['a']);
  expect(readdirSync(join(dir, 'deep', 'down'))).toEqual(['export']);
});

test('what was begun is removed when it cannot be filled', async () => {
  const fill = async (folder: string) => {
    writeFileSync(join(folder, 'a'), 'a');
    throw new Error('no more');
  };
  await expect(newFolder(join(dir, 'export'), fill)).rejects.toThrow('no more');
  expect(readdirSync(dir)).toEqual([]);
});

test('a folder that exists is refused at once, and one that appears meanwhile is left alone', async () => {
  mkdirSync(join(dir, 'there'));
  await expect(newFolder(join(dir, 'there'), async () => expect.fail('not called'))).rejects.toMatchObject({
    code: 'E_USAGE',
  });
  const meanwhile = async () => mkdirSync(join(dir, 'late'));
  await expect(newFolder(join(dir, 'late'), meanwhile)).rejects.toMatchObject({ code: 'E_USAGE' });
  expect(readdirSync(dir).sort()).toEqual(['late', 'there']);
  expect(readdirSync(join(dir, 'late'))).toEqual([]);
});

test('a name that is taken gets a number', () => {
  const wanted = join(dir, 'export');
  expect(freeName(wanted)).toBe(wanted);
  mkdirSync(wanted);
  writeFileSync(`${wanted}-2`, '');
  expect(freeName(wanted)).toBe(`${wanted}-3`);
});
