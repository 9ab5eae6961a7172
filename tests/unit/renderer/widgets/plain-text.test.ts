// Tests that text from tools can neither hide nor disturb anything on screen.
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../src/renderer/widgets/plain-text.ts';

describe('plainText', () => {
  it('removes colour, cursor and title sequences', () => {
    expect(plainText('\u001b[1;32mok\u001b[0m \u001b]0;title\u0007done\u001b[2K')).toBe('ok done');
  });

  it('shows control characters that are left, but keeps tabs and lines', () => {
    expect(plainText('a\u0007b\u0000c\u007f\td\r\ne')).toBe('a␇b␀c␡\td\ne');
  });

  it('shows characters that change the direction of text or have no width', () => {
    expect(plainText('if (admin\u202e) \u200bpass')).toBe('if (admin<U+202E>) <U+200B>pass');
  });

  it('leaves letters of every language alone', () => {
    expect(plainText('Zürich 東京 🎉')).toBe('Zürich 東京 🎉');
  });
});
