// The head that other diff programs write: two lines with names, dates, and no word on new or deleted files.
import { malformed } from '../parsed-patch.ts';
import type { GitHeader } from './git-patch.ts';
import { isNowhere, type NameRules, traditionalName } from './read-name.ts';

/** Behind `--- ` and `+++ `. */
export interface TraditionalLines {
  readonly old: string;
  readonly new: string;
}

const EPOCH = /^(?:(1969-12-31)|1970-01-01) ([0-2]\d):([0-5]\d):00(?:\.0+)? ([-+])([0-2]\d):?([0-5]\d)$/;

/** Whether the new name has no folder at all: then nothing is taken off names from here on. */
export function isBare(lines: TraditionalLines, directory: string): boolean {
  if (isNowhere(lines.new)) return false;
  const name = traditionalName(lines.new, { strip: 0, directory, line: 0 }, null);
  return name !== null && !name.includes('/');
}

export function readTraditionalHeader(lines: TraditionalLines, rules: NameRules): GitHeader {
  if (lines.old.includes('\0') || lines.new.includes('\0')) throw malformed('A header line with a NUL', rules.line);
  const { name, gone } = nameAndSide(lines, rules);
  if (name === null) throw malformed('A header that does not say which file it is about', rules.line);
  return {
    style: 'traditional',
    oldName: gone === 'old' ? null : name,
    newName: gone === 'new' ? null : name,
    isNew: gone === null ? 'unsaid' : gone === 'old',
    isDelete: gone === null ? 'unsaid' : gone === 'new',
    isRename: false,
    isCopy: false,
    oldMode: 0,
    newMode: 0,
    oldOid: '',
    newOid: '',
    line: rules.line,
  };
}

interface NameAndSide {
  readonly name: string | null;
  /** The side that has no file. */
  readonly gone: 'old' | 'new' | null;
}

function nameAndSide(lines: TraditionalLines, rules: NameRules): NameAndSide {
  if (isNowhere(lines.old)) return { name: traditionalName(lines.new, rules, null), gone: 'old' };
  if (isNowhere(lines.new)) return { name: traditionalName(lines.old, rules, null), gone: 'new' };
  const name = traditionalName(lines.new, rules, traditionalName(lines.old, rules, null));
  if (isEpoch(lines.old)) return { name, gone: 'old' };
  return { name, gone: isEpoch(lines.new) ? 'new' : null };
}

/** GNU diff dates a file that is not there at the first second of 1970. */
function isEpoch(text: string): boolean {
  const tab = text.lastIndexOf('\t');
  const found = tab === -1 ? null : EPOCH.exec(text.slice(tab + 1));
  if (found === null) return false;
  const [, west, hour, minute, sign, zoneHour, zoneMinute] = found;
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1);
  return Number(hour) * 60 + Number(minute) - zone === (west === undefined ? 0 : 24 * 60);
}
