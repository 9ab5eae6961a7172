// What counts as text in a log.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isText } from '../../../../src/main/execution/is-text.ts';

const PIECE = 128 * 1024;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-text-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['nothing', Buffer.alloc(0), true],
  ['plain text', Buffer.from('hello\n'), true],
  ['characters of two, three and four bytes', Buffer.from('é€😀'), true],
  ['a byte that no character begins with', Buffer.from([0x68, 0xff]), false],
  ['a character that the end of the file cuts', Buffer.from('€').subarray(0, 2), false],
  ['a character at the end of a piece', Buffer.from(`${'a'.repeat(PIECE - 2)}€ and more`), true],
  ['characters of four bytes across all pieces', Buffer.from(`a${'😀'.repeat(PIECE)}`), true],
  ['a wrong byte in a later piece', Buffer.concat([Buffer.alloc(3 * PIECE, 97), Buffer.from([0xc0, 0x20])]), false],
  ['a wrong byte after the first MiB', Buffer.concat([Buffer.alloc(9 * PIECE, 97), Buffer.from([0xff])]), true],
])('%s', async (name, bytes, text) => {
  const file = join(folder, name.replaceAll(' ', '-'));
  writeFileSync(file, bytes);
  expect(await isText(file)).toBe(text);
});

test('a file that is not there', async () => {
  expect(await isText(join(folder, 'nowhere'))).toBe(true);
});
