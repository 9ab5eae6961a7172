// Characters that hide, reorder or steer are shown as their numbers; everything that people read stays as it is.
import { describe, expect, it } from 'vitest';
import { holdsUnseen, visibleLines, visibleText } from '../../../../src/shared/lib/visible-text.ts';

describe('text as it really is', () => {
  it('shows what reorders, hides and steers by its number', () => {
    expect(visibleText('pay\u202efdp.exe')).toBe('pay<U+202E>fdp.exe');
    expect(visibleText('ad\u200bmin')).toBe('ad<U+200B>min');
    expect(visibleText('a\u001b[2Kb')).toBe('a<U+001B>[2Kb');
    expect(visibleText('x\u{e0041}')).toBe('x<U+E0041>');
  });

  it('leaves letters of every language and emoji alone', () => {
    const text = 'Zürich Ελλάδα Привет 東京 ❤️ 🎉';
    expect(visibleText(text)).toBe(text);
    expect(holdsUnseen(text)).toBe(false);
    expect(holdsUnseen('a\u00adb')).toBe(true);
  });

  it('keeps the tabs and line ends of a diff, and shows a carriage return that ends no line', () => {
    expect(visibleLines('+a\tb\r\n-c\u202e\n+d\re\n')).toBe('+a\tb\r\n-c<U+202E>\n+d<U+000D>e\n');
  });
});
