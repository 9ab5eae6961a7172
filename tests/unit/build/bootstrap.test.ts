// The bootstrap's own decisions: which browser, what counts as changed, how tests are counted.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// Plain JavaScript that must run before anything is installed; its shapes are those used here.
const { installedBrowser } = await load('browser');
const { sourceHash } = await load('app-build');
const { countPlaywright, countVitest, summary } = await load('test-counts');
const { run } = await load('run');

// biome-ignore lint/suspicious/noExplicitAny: the bootstrap is untyped on purpose, see above
function load(name: string): Promise<Record<string, (...args: any[]) => any>> {
  return import(join(process.cwd(), 'build', 'bootstrap', `${name}.mjs`));
}

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-boot-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('installedBrowser', () => {
  it.each([
    ['win32', { ProgramFiles: 'C:\\Program Files' }, 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\A B\\AppData\\Local' },
      'C:\\Users\\A B\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ],
    ['darwin', {}, '/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['linux', {}, '/usr/bin/google-chrome'],
  ])('finds one on %s', (platform, env, path) => {
    expect(installedBrowser?.({ env, platform, exists: (place: string) => place === path })).toBe(path);
  });

  it('takes CHROME_PATH before all others, and says when there is none', () => {
    expect(installedBrowser?.({ env: { CHROME_PATH: '/x' }, platform: 'linux', exists: () => true })).toBe('/x');
    expect(installedBrowser?.({ env: {}, platform: 'linux', exists: () => false })).toBeNull();
  });
});

describe('sourceHash', () => {
  it('changes with the content and the names of the sources, and with nothing else', () => {
    mkdirSync(join(dir, 'src', 'deep'), { recursive: true });
    writeFileSync(join(dir, 'src', 'deep', 'a.ts'), '1');
    const first = sourceHash?.(dir);
    writeFileSync(join(dir, 'README.md'), 'x');
    expect(sourceHash?.(dir)).toBe(first);
    writeFileSync(join(dir, 'src', 'deep', 'a.ts'), '2');
    expect(sourceHash?.(dir)).not.toBe(first);
  });
});

describe('the counts of the last line', () => {
  const vitest = {
    numPassedTests: 10,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [] as unknown[],
  };

  it('add both suites', () => {
    const parts = [
      countVitest?.(vitest, 1),
      countPlaywright?.({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } }, 0),
    ];
    expect(summary?.(parts.map((part, index) => ({ name: `${index}`, ...part })))).toMatchObject({
      line: '13 passed, 1 failed',
      ok: false,
    });
  });

  it('count a file that does not load, a suite without a report, and a failure without a test', () => {
    const broken = { ...vitest, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countVitest?.(broken, 1)).toMatchObject({ failed: 1 });
    expect(countVitest?.(null, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(countVitest?.({ ...vitest, numFailedTests: 0 }, 1)).toMatchObject({ failed: 1 });
    expect(countPlaywright?.(null, 0)).toMatchObject({ failed: 1 });
  });
});

describe('run', () => {
  it('ends what takes too long and says so', async () => {
    const result = await run?.(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 });
    expect(result).toMatchObject({ code: null, timedOut: true });
  });

  it('says of a program that is not there that it could not be started', async () => {
    expect(await run?.('no-such-program-here', [], {})).toMatchObject({
      code: null,
      output: expect.stringContaining('ENOENT'),
    });
  });
});

describe('the scripts', () => {
  it('refuse an unknown suite or flag with a sentence, not with a stack', () => {
    for (const [script, flag] of [
      ['test.mjs', '--only=everything'],
      ['start.mjs', '--explode'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [join('build', script ?? ''), flag ?? ''], {
        encoding: 'utf8',
      });
      expect(status).toBe(4);
      expect(stderr).toMatch(/npm (?:test|start) --/);
      expect(stderr).not.toMatch(/\n {4}at /);
    }
  });

  it('say what is missing where git is not to be found', () => {
    const options = { encoding: 'utf8', env: { PATH: dir } } as const;
    const { status, stderr } = spawnSync(process.execPath, [join('build', 'setup.mjs')], options);
    expect(status).toBe(4);
    expect(stderr).toMatch(/git was not found\.\nInstall it/);
  });
});
