// Which git is installed, and whether it is new enough.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Spawn } from '../../../shared/ports/spawn.ts';

export interface GitVersion {
  readonly major: number;
  readonly minor: number;
}

/** `apply --cached --3way` came with 2.32. */
export const OLDEST_GIT: GitVersion = { major: 2, minor: 32 };

const INSTALL =
  'Install git 2.32 or newer (https://git-scm.com/downloads), make sure `git` is on the PATH, start again.';

export function atLeast(version: GitVersion, major: number, minor: number): boolean {
  return version.major > major || (version.major === major && version.minor >= minor);
}

/** Reads `git version 2.39.5` and `git version 2.39.2.windows.1`; null for anything else. */
export function parseGitVersion(text: string): GitVersion | null {
  const match = /^git version (\d+)\.(\d+)/.exec(text);
  return match === null ? null : { major: Number(match[1]), minor: Number(match[2]) };
}

/** Rejects with `E_GIT_MISSING` when git is absent, unreadable or older than {@link OLDEST_GIT}. */
export async function requireGit(
  spawn: Spawn,
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<GitVersion> {
  const text = await spawn
    .exec({ argv: ['git', 'version'], cwd, env, maxBytes: 4096, timeoutMs: 30_000 })
    .then((result) => Buffer.from(result.stdout).toString('utf8').trim())
    .catch((thrown: unknown) => {
      const cause = thrown instanceof Error ? thrown.message : String(thrown);
      throw new PatchbayError('E_GIT_MISSING', `git could not be started: ${cause}`, INSTALL, { cause });
    });
  return readableGit(text);
}

/** Throws `E_GIT_MISSING` for an answer that names no git, or one older than {@link OLDEST_GIT}. */
export function readableGit(text: string): GitVersion {
  const version = parseGitVersion(text);
  if (version === null) {
    throw new PatchbayError('E_GIT_MISSING', `git answered ${JSON.stringify(text)} when asked its version`, INSTALL, {
      answer: text,
    });
  }
  if (!atLeast(version, OLDEST_GIT.major, OLDEST_GIT.minor)) {
    const oldest = `${OLDEST_GIT.major}.${OLDEST_GIT.minor}`;
    throw new PatchbayError('E_GIT_MISSING', `${text} is too old; Patchbay needs ${oldest} or newer`, INSTALL, {
      version: text,
      oldest,
    });
  }
  return version;
}
