// What the words of a patch from elsewhere are worth, before any of it is applied: only what can be read whole is let on.
import type { Finding } from '../../../shared/domain/patch.ts';
import { parsePatch } from './parse-patch.ts';
import { unreadable } from './rules/strict-grammar.ts';

/** Empty where it can be read. Sizes are bounded here, so that nothing larger is ever unpacked. */
export function checkText(diff: Uint8Array): readonly Finding[] {
  const parsed = parsePatch(diff, 'abbreviated');
  return parsed.kind === 'parsed' ? [] : [unreadable(parsed)];
}
