// What is wrong with the words of a patch from elsewhere, as one sentence: for whoever names its file.
import { refuses } from '../../shared/domain/action-of.ts';
import { checkText } from '../integration/patches/check-text.ts';

/** Null where it can be read. */
export function patchWords(diff: Uint8Array): string | null {
  const first = checkText(diff).find(refuses);
  if (first === undefined) return null;
  const place = first.line > 0 ? ` (line ${first.line})` : '';
  return `${first.message.replace(/[.]$/, '')}${place}.`;
}
