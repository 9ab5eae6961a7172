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
      forecast: { seconds: 4.2, micro_usd: 0, basis: 'estimated', method: 'rehearsed', history_runs: 0 },
      problems: [],
    });
    expect(run.sessions).toEqual([]);
  });

  it('a forecast takes what its tasks took before, and says so', async () => {
    const tasks = ['one', 'two'].map((taskId, at) => {
      return { planId: 'two', taskId, toolId: 'script', medianMs: 10_000 * (at + 1), samples: 3 };
    });
    const durations = { runs: 3, tasks, tools: [{ toolId: 'script', medianMs: 1, samples: 6 }], gates: [] };
    const order = { cwd: dir, history: { durations, problem: null } };
    const run = await cli(['plan', file('good.plan.yaml', example), '--json'], order);
    expect(run.json).toMatchObject({
      tasks: [
        { id: 'one', expected_seconds: 10, basis: 'task_history', samples: 3, starts_at_seconds: 0 },
        { id: 'two', expected_seconds: 20, basis: 'task_history', samples: 3, starts_at_seconds: 10.1 },
      ],
      forecast: {
        seconds: 30.2,
        basis: 'history',
        history_runs: 3,
        sequential_seconds: 30.2,
        speedup: 1,
        max_parallel_used: 1,
        time_basis: { task_history: 2 },
        what_if: [
          { workers: 1, seconds: 30.2 },
          { workers: 2, seconds: 30.2 },
        ],
      },
    });
    const { stdout } = await cli(['plan', 'good.plan.yaml'], order);
    expect(stdout).toContain('About 30.2 s, no cost (as in 3 earlier runs)');
  });

  it('a history that cannot be read is said, and the forecast does without', async () => {
    const history = { durations: { runs: 0, tasks: [], tools: [], gates: [] }, problem: 'The ledger is damaged.' };
    const run = await cli(['plan', file('good.plan.yaml', example), '--json'], { cwd: dir, history });
    expect(run.stderr).toContain('The ledger is damaged.');
    expect(run.json).toMatchObject({ ok: true, forecast: { basis: 'estimated' } });
  });

  it('validate-only answers as plan does, and opens no engine', async () => {
    const good = file('good.plan.yaml', example);
    const planned = await cli(['plan', good, '--json', '--max-parallel', '2'], { cwd: dir });
    const validated = await cli(['run', good, '--strategy', 'validate-only', '--json', '--max-parallel', '2'], {
      cwd: dir,
    });
    expect([validated.code, validated.json, validated.sessions]).toEqual([0, planned.json, []]);
    const bad = file('bad.plan.yaml', example.replace('depends_on: [one]', 'depends_on: [two]'));
    expect((await cli(['run', bad, '--strategy', 'validate-only'], { cwd: dir })).code).toBe(2);
  });

  it('plan lists the problems of a plan that cannot run, with file and line', async () => {
    const bad = file('bad.plan.yaml', example.replace('depends_on: [one]', 'depends_on: [two]'));
    const run = await cli(['plan', bad], { cwd: dir });
    expect(run.code).toBe(2);
    expect(run.stdout).toMatch(/^bad\.plan\.yaml:\d+: error E_CYCLE/m);
  });
});
