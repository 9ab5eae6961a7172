// A tool's environment is an allow-list.
import { describe, expect, it } from 'vitest';
import { buildEnvironment } from '../../../../src/main/execution/build-environment.ts';

const HOST = {
  PATH: '/bin',
  NODE_OPTIONS: '--require evil',
  LD_PRELOAD: 'evil.so',
  SSH_AUTH_SOCK: '/s',
  GIT_DIR: '/g',
  AWS_SECRET_ACCESS_KEY: 'x',
  HTTPS_PROXY: 'p',
  npm_config_registry: 'r',
};
const PLACE = { workspace: '/ws/s1/work', home: '/ws/s1/home', tmp: '/ws/s1/tmp' };

describe('buildEnvironment', () => {
  it('passes PATH and nothing else of the host', () => {
    const env = buildEnvironment({ hostEnv: HOST, platform: 'linux', ...PLACE, additions: [] });
    expect(Object.keys(env).filter((name) => name in HOST)).toEqual(['PATH']);
    expect(env).toMatchObject({
      HOME: '/ws/s1/home',
      TMPDIR: '/ws/s1/tmp',
      XDG_CACHE_HOME: '/ws/s1/home/.cache',
      LANG: 'C.UTF-8',
    });
    expect(env).toMatchObject({ CI: '1', TERM: 'dumb', GIT_CEILING_DIRECTORIES: '/ws/s1' });
  });

  it('lets the plan add and override, later entries first', () => {
    const additions = [
      { CI: '0', A: '1' },
      { A: '2', NODE_OPTIONS: '--max-old-space-size=100' },
    ];
    const env = buildEnvironment({ hostEnv: HOST, platform: 'linux', ...PLACE, additions });
    expect(env).toMatchObject({ CI: '0', A: '2', NODE_OPTIONS: '--max-old-space-size=100' });
  });

  it('gives Windows what its programs need, whatever the case of the names', () => {
    const hostEnv = { Path: 'C:\\bin', SYSTEMROOT: 'C:\\Windows', ComSpec: 'cmd', PATHEXT: '.EXE', USERNAME: 'ada' };
    const env = buildEnvironment({ hostEnv, platform: 'win32', ...PLACE, additions: [] });
    expect(env).toMatchObject({
      PATH: 'C:\\bin',
      SystemRoot: 'C:\\Windows',
      ComSpec: 'cmd',
      USERPROFILE: '/ws/s1/home',
    });
    expect(env).not.toHaveProperty('USERNAME');
  });
});
