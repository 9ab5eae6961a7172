// Tells a refusal of the file system from a bug: what the machine does not allow, in words a person can act on.

const FULL = 'Free some space, then try again; what was saved before is safe.';
const CLOSED = 'Choose a folder that this user may write (for its own data: --data), or change who may write it.';
const BUSY = 'Too many files are open: run fewer tasks at once, or raise `ulimit -n`.';

/** What the file system says → what to do about it. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EROFS: CLOSED,
  EACCES: CLOSED,
  EPERM: CLOSED,
  EMFILE: BUSY,
  ENFILE: BUSY,
  EIO: 'Check the disk, then start Patchbay again: it reads anew what was really saved.',
};

const CALLS = new Set(
  [
    'open',
    'read',
    'write',
    'close',
    'fsync',
    'mkdir',
    'mkdtemp',
    'rmdir',
    'scandir',
    'opendir',
    'stat',
    'lstat',
  ].concat(['rename', 'link', 'symlink', 'unlink', 'rm', 'copyfile', 'ftruncate', 'chmod', 'utime', 'realpath']),
);

export interface DiskFault {
  readonly message: string;
  readonly advice: string;
}

/** Null for everything that is no system error of a call on files. */
export function diskFault(thrown: unknown): DiskFault | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || !('syscall' in thrown)) return null;
  const { code, syscall, message } = thrown;
  if (typeof code !== 'string' || typeof syscall !== 'string' || !CALLS.has(syscall)) return null;
  // Making a folder with all above it: one of those cannot be made, or is a file.
  const advice = syscall === 'mkdir' && /^(ENOENT|ENOTDIR|EEXIST)$/.test(code) ? CLOSED : ADVICE[code];
  return advice === undefined ? null : { message: `The disk refused: ${message}`, advice };
}
