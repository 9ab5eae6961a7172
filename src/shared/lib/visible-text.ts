// Text as it really is: characters that hide, reorder or steer a terminal are written as their numbers.

const UNSEEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant by itself
  /[\p{Cc}\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufffd\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/gu;

/** Whether something in it hides, reorders or steers. */
export function holdsUnseen(text: string): boolean {
  return visibleText(text) !== text;
}

/** For a name or a sentence of one line; a line feed counts as unseen. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (char) => {
    return `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** For text of many lines, a diff above all: tabs and line ends stay what they are. */
export function visibleLines(text: string): string {
  return text.replace(/[^\t\n]+/g, (line, at: number, whole: string) => {
    const end = line.endsWith('\r') && whole[at + line.length] === '\n' ? '\r' : '';
    return visibleText(line.slice(0, line.length - end.length)) + end;
  });
}
