// The environment of a tool: an allow-list of the host's, its own home, and what the plan adds.
import { dirname, join } from 'node:path';

export type HostEnv = Readonly<Record<string, string | undefined>>;

export interface EnvironmentOrder {
  readonly hostEnv: HostEnv;
  readonly platform: NodeJS.Platform;
  /** The folder with the files; git must not look for a repository above it. */
  readonly workspace: string;
  readonly home: string;
  readonly tmp: string;
  /** Later entries win. */
  readonly additions: readonly Readonly<Record<string, string>>[];
}

/** Without these, programs on Windows do not start or do not find their libraries. None of them names a person's files. */
const WINDOWS_NAMES = [
  'SystemRoot',
  'windir',
  'SystemDrive',
  'ComSpec',
  'PATHEXT',
  'OS',
  'NUMBER_OF_PROCESSORS',
  'PROCESSOR_ARCHITECTURE',
  'ProgramData',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'CommonProgramFiles',
];

/** Whoever edits in a workspace is not the user: the decoy repository's commits go nowhere. */
const IDENTITY = { NAME: 'Patchbay tool', EMAIL: 'tool@patchbay.invalid' };

export function buildEnvironment(order: EnvironmentOrder): Readonly<Record<string, string>> {
  const { hostEnv, home, tmp, workspace, platform } = order;
  const base: Record<string, string> = {
    ...hostVariables(hostEnv, platform),
    ...homeVariables(home, platform),
    TMPDIR: tmp,
    TMP: tmp,
    TEMP: tmp,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CEILING_DIRECTORIES: dirname(workspace),
    GIT_AUTHOR_NAME: IDENTITY.NAME,
    GIT_AUTHOR_EMAIL: IDENTITY.EMAIL,
    GIT_COMMITTER_NAME: IDENTITY.NAME,
    GIT_COMMITTER_EMAIL: IDENTITY.EMAIL,
  };
  return Object.assign(base, ...order.additions);
}

/** What of the host's own environment every tool and gate may see. */
export function hostVariables(hostEnv: HostEnv, platform: NodeJS.Platform): Readonly<Record<string, string>> {
  const passed: Record<string, string> = {
    PATH: fromHost(hostEnv, 'PATH', platform) ?? '',
    LANG: fromHost(hostEnv, 'LANG', platform) ?? 'C.UTF-8',
    TERM: 'dumb',
    CI: '1',
  };
  for (const name of platform === 'win32' ? WINDOWS_NAMES : []) {
    const value = fromHost(hostEnv, name, platform);
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

function homeVariables(home: string, platform: NodeJS.Platform): Readonly<Record<string, string>> {
  const shared = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
  };
  if (platform !== 'win32') return shared;
  const appData = { APPDATA: join(home, 'AppData', 'Roaming'), LOCALAPPDATA: join(home, 'AppData', 'Local') };
  return { ...shared, USERPROFILE: home, ...appData };
}

/** Names of variables have no case on Windows: `Path` is PATH. */
function fromHost(hostEnv: HostEnv, name: string, platform: NodeJS.Platform): string | undefined {
  if (platform !== 'win32') return hostEnv[name];
  const key = Object.keys(hostEnv).find((candidate) => candidate.toUpperCase() === name.toUpperCase());
  return key === undefined ? undefined : hostEnv[key];
}
