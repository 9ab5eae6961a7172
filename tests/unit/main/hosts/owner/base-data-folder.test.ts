// Where the data lies on each platform.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseDataFolder } from '../../../../../src/main/hosts/owner/base-data-folder.ts';

describe('baseDataFolder', () => {
  it.each([
    ['linux', {}, '/home/a/.local/share/patchbay'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/patchbay'],
    ['darwin', {}, '/home/a/Library/Application Support/Patchbay'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Patchbay'],
    ['win32', {}, '/home/a/AppData/Local/Patchbay'],
    ['linux', { PATCHBAY_DATA: '/mine' }, resolve('/mine')],
  ] as const)('is the platform’s own on %s with %j', (platform, env, folder) => {
    expect(baseDataFolder({ platform, env, home: '/home/a' }).replaceAll('\\', '/')).toBe(folder);
  });
});
