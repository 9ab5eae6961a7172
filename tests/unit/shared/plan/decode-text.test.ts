// Encodings are read where the first bytes tell them, and refused where nothing does.
import { expect, it } from 'vitest';
import { decodeText } from '../../../../src/shared/plan/decode-text.ts';

const TEXT = 'name: "Größe 😀"\n';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
const marked = (...parts: Uint8Array[]) => Buffer.concat(parts);

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', marked(Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT))],
  ['UTF-16, little end first, with a mark', marked(Buffer.from([0xff, 0xfe]), utf16(TEXT))],
  ['UTF-16, big end first, with a mark', marked(Buffer.from([0xfe, 0xff]), swapped(utf16(TEXT)))],
  ['UTF-16, little end first, without a mark', utf16(TEXT)],
  ['UTF-16, big end first, without a mark', swapped(utf16(TEXT))],
])('%s is read', (_name, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: TEXT });
});

it.each([
  ['nothing', ''],
  ['one letter', 'x'],
  ['two letters', 'ab'],
])('%s is text', (_name, text) => expect(decodeText(Buffer.from(text))).toEqual({ text }));

it('Latin-1 is refused with the line and the byte', () => {
  expect(decodeText(Buffer.from('a: 1\nb: 2\nname: Größe\n', 'latin1'))).toEqual({
    problem: {
      line: 3,
      message: 'line 3 holds the byte F6, which is not UTF-8',
      advice: 'Save it as UTF-8. An older encoding, such as Latin-1 or Windows-1252, is not guessed.',
    },
  });
});

it('blames the letter, not the comma behind it', () => {
  const decoded = decodeText(Buffer.from('a: [café, ß]', 'latin1'));
  expect('problem' in decoded && decoded.problem.message).toContain('byte E9');
});

it.each([
  ['a broken character at the end', [0x61, 0x0a, 0xe2, 0x82], 'line 2 holds the byte E2'],
  ['half of a pair in UTF-16', [0xff, 0xfe, 0x3d, 0xd8], 'begins as UTF-16'],
  ['an odd number of bytes in UTF-16', [0xff, 0xfe, 0x61], 'begins as UTF-16'],
  ['UTF-32 with a mark', [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], 'UTF-32'],
  ['UTF-32 without a mark', [0, 0, 0, 0x61], 'UTF-32'],
])('%s is refused', (_name, bytes, message) => {
  const decoded = decodeText(Uint8Array.from(bytes));
  expect('problem' in decoded && decoded.problem.message).toContain(message);
});
