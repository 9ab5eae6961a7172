// What the words of a patch from elsewhere are worth, before any of it is applied: only what can be read whole is let on.
import type { Finding } from '../../../shared/domain/patch.ts';
import { PLAIN_APPLY } from './git-apply/git-patch.ts';
import { readGitPatch } from './git-apply/read-git-patch.ts';
import { parsePatch } from './parse-patch.ts';
import { finding } from './rule.ts';
import { unreadable } from './rules/strict-grammar.ts';

/** Empty where it can be read. Sizes are bounded here, so that nothing larger is ever unpacked. */
export function checkText(diff: Uint8Array): readonly Finding[] {
  const parsed = parsePatch(diff, 'abbreviated');
  if (parsed.kind === 'parsed') return [];
  return parsed.tooLarge ? [unreadable(parsed)] : [unreadable(parsed), gitsVerdict(diff)];
}

/** Whoever sent it tried it with git: whether git takes it tells them what to do. */
function gitsVerdict(diff: Uint8Array): Finding {
  const read = readGitPatch(diff, PLAIN_APPLY);
  if (read.kind === 'refused') {
    const place = { rule: 'format', severity: 'info', line: read.line } as const;
    return finding(place, `git apply would refuse it, too: ${read.problem}`, 'Get the patch again, whole.');
  }
  const names = read.files.map(({ newName, oldName }) => Buffer.from(newName ?? oldName ?? '', 'latin1').toString());
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ', …' : '');
  return finding(
    { rule: 'format', severity: 'info' },
    `git apply would take it: it reads ${names.length === 1 ? 'one file' : `${names.length} files`} there (${shown})`,
    'Apply it to a checkout, and make the patch anew with git diff --binary --full-index.',
  );
}
