// The environment of git calls: what git needs of the host's, nothing that could steer it.

export type Environment = Readonly<Record<string, string>>;

/** Also what Windows programs need to start at all. */
const KEPT = new Set(
  ['PATH', 'PATHEXT', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'TMPDIR', 'TMP', 'TEMP'].concat([
    'LD_LIBRARY_PATH',
    'DYLD_FALLBACK_LIBRARY_PATH',
  ]),
);

/** Where the user's own configuration lives; only for calls that act in the user's checkout. */
const USERS = new Set(['HOME', 'XDG_CONFIG_HOME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'PROGRAMDATA']);

const ALWAYS: Environment = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  // Looking must not write: `git status` would refresh the user's index.
  GIT_OPTIONAL_LOCKS: '0',
  // A replaced object would make the ledger's object names mean something else.
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_AUTHOR_NAME: 'Patchbay',
  GIT_AUTHOR_EMAIL: 'patchbay@localhost',
  GIT_COMMITTER_NAME: 'Patchbay',
  GIT_COMMITTER_EMAIL: 'patchbay@localhost',
};

/** For plumbing: no inherited `GIT_*`, no system or user configuration. */
export function plumbingEnvironment(host: Environment): Environment {
  return {
    ...pick(host, (name) => KEPT.has(name)),
    ...ALWAYS,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
}

/** For the user's checkout: line endings and LFS filters are the user's, everything else is ours. */
export function checkoutEnvironment(host: Environment): Environment {
  return { ...pick(host, (name) => KEPT.has(name) || USERS.has(name)), ...ALWAYS };
}

function pick(host: Environment, keep: (upperName: string) => boolean): Environment {
  return Object.fromEntries(Object.entries(host).filter(([name]) => keep(name.toUpperCase())));
}
