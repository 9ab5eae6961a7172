// `validate` and `plan`: what is wrong with a document, and how a plan would run; nothing is started.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from './cli-rig.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('documents', () => {
  const example = readFileSync('tests/unit/main/hosts/cli/two-tasks.plan.yaml', 'utf8');
  const file = (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
    return name;
  };

  it('validate answers for each file and needs no repository', async () => {
    const good = file('good.plan.yaml', example);
    const bad = file('bad.plan.yaml', example.replace('depends_on: [one]', 'depends_on: [nobody]'));
    const run = await cli(['validate', good, bad, 'missing.yaml', '--json'], { cwd: dir });
    expect(run.code).toBe(2);
    expect(run.json).toMatchObject({
      ok: false,
      files: [
        { file: good, schema: 'patchbay/plan.v1', ok: true, problems: [] },
        {
          file: bad,
          ok: false,
          problems: [{ code: 'E_UNKNOWN_REFERENCE', line: expect.any(Number), advice: expect.any(String) }],
        },
        { file: 'missing.yaml', ok: false, problems: [{ code: 'E_FILE_UNREADABLE' }] },
      ],
    });
    expect(run.sessions).toEqual([]);
    expect((await cli(['validate', good], { cwd: dir })).code).toBe(0);
  });

  it('plan forecasts waves and the longest chain, and runs nothing', async () => {
    const run = await cli(['plan', file('good.plan.yaml', example), '--json'], { cwd: dir });
    expect(run.code).toBe(0);
    expect(run.json).toMatchObject({
      ok: true,
      waves: 2,
      tasks: [
        { id: 'one', after: [], wave: 0, tool: 'script' },
        { id: 'two', after: ['one'], wave: 1, tool: 'script' },
      ],
      critical_path: ['one', 'two'],
      overlaps: [],
      forecast: { seconds: 4, micro_usd: 0, basis: 'estimated' },
      problems: [],
    });
    expect(run.sessions).toEqual([]);
  });

  it('plan lists the problems of a plan that cannot run, with file and line', async () => {
    const bad = file('bad.plan.yaml', example.replace('depends_on: [one]', 'depends_on: [two]'));
    const run = await cli(['plan', bad], { cwd: dir });
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(/^bad\.plan\.yaml:\d+: error E_CYCLE/m);
  });
});
