// The configuration that every git call of ours carries, so that nothing the user or a tool configured steers it.
import type { GitVersion } from './git-version.ts';
import { atLeast } from './git-version.ts';

/** How long git itself waits for another process's lock on a ref before it gives up; a live lock is never removed. */
const LOCK_WAIT_MS = 5_000;

const SETTINGS: readonly string[] = [
  'core.hooksPath=/dev/null',
  'core.protectNTFS=true',
  'core.protectHFS=true',
  'core.fsmonitor=false',
  'core.quotepath=false',
  'core.splitIndex=false',
  `core.filesRefLockTimeout=${LOCK_WAIT_MS}`,
  `core.packedRefsTimeout=${LOCK_WAIT_MS}`,
  'gc.auto=0',
  'maintenance.auto=false',
  'safe.bareRepository=explicit',
  'commit.gpgSign=false',
  'tag.gpgSign=false',
  'log.showSignature=false',
  'submodule.recurse=false',
];

/** Only where the user's own conversions must not apply: everywhere but in the user's checkout. */
const OWN_CONTENT: readonly string[] = [
  'core.attributesFile=/dev/null',
  'core.excludesFile=/dev/null',
  'core.autocrlf=false',
  'core.safecrlf=false',
  'core.longpaths=true',
  'apply.whitespace=nowarn',
  'apply.ignoreWhitespace=no',
  'color.ui=false',
  'diff.renames=true',
  'diff.renameLimit=1000',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
];

/** git understands `/dev/null` on Windows too. `checkout` is for calls in the user's working folder. */
export function configArguments(version: GitVersion, where: 'plumbing' | 'checkout'): readonly string[] {
  // Without it a commit makes no fsync at all, and a ledger row could outlive the objects it names.
  const fsync = atLeast(version, 2, 36) ? 'core.fsync=all' : 'core.fsyncObjectFiles=true';
  const settings = [fsync, ...SETTINGS, ...(where === 'plumbing' ? OWN_CONTENT : [])];
  return ['--no-pager', ...settings.flatMap((setting) => ['-c', setting])];
}
