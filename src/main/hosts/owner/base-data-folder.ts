// Where Patchbay keeps its data on this machine; each project has a folder below it.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const HERE: Machine = { platform: process.platform, env: process.env, home: homedir() };

/** `PATCHBAY_DATA`, else the platform's place for the data of applications. */
export function baseDataFolder({ platform, env, home }: Machine = HERE): string {
  if (env.PATCHBAY_DATA) return resolve(env.PATCHBAY_DATA);
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Patchbay');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Patchbay');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'patchbay');
}
