// Makes text from tools safe and readable: escape sequences go, control and direction characters become visible.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the sequences to remove
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to show
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
/** Direction and zero-width characters can make text read otherwise than it is (CVE-2021-42574); tags carry text unseen. */
const HIDDEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is meant by itself
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0001}-\u{e007f}\u{e0100}-\u{e01ef}]/gu;

export function plainText(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(ESCAPES, '')
    .replace(CONTROLS, (char) => String.fromCodePoint(char === '\u007f' ? 0x2421 : 0x2400 + char.charCodeAt(0)))
    .replace(HIDDEN, (char) => `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}
