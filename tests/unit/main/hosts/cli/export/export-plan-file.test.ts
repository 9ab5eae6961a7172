// `export PLAN`: pure v1 documents in a new folder, which `validate` accepts and `import` makes the same plan of.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { cli } from '../cli-rig.ts';

let dir = '';
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  dir = mkdtempSync(join(tmpdir(), 'pb-export-'));
  writeFileSync(join(dir, 'a.plan.yaml'), readFileSync('tests/golden/plan-example.plan.yaml'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = (...args: readonly string[]) => cli(['--project', dir, ...args], { cwd: dir });

const filesIn = (folder: string) =>
  readdirSync(join(dir, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

it('writes one document for each phase and workstream, and the extras beside them', async () => {
  const answer = await run('export', 'a.plan.yaml', '--uet', '--out', 'v1', '--json');
  expect(answer.code).toBe(0);
  const files = ['phase_spec/1-PH-01.json', 'plan_extras.json', 'workstream_spec/1-WS-GREET.json'];
  expect(filesIn('v1')).toEqual(files);
  expect(answer.json).toMatchObject({ form: 'uet-v1', plan_id: 'greeter', out: join(dir, 'v1') });
  const documents = files.filter((file) => file !== 'plan_extras.json').map((file) => `v1/${file}`);
  const checked = await run('validate', ...documents, '--json');
  expect(checked.json).toMatchObject({
    ok: true,
    files: [{ schema: 'phase_spec.v1' }, { schema: 'workstream_spec.v1' }],
  });
});

it('lists each field that is stripped with its line in the plan', async () => {
  const { json } = await run('export', 'a.plan.yaml', '--out', 'v1', '--json');
  const { stripped } = json as { stripped: { path: string; line: number }[] }; // the shape is asserted by what follows
  expect(stripped.map((one) => `${one.line} ${one.path}`)).toEqual([
    '5 /plan_id',
    '7 /strategy',
    '8 /merge_order',
    '9 /budget',
    '10 /gates',
    '20 /phases/0/compensation',
    '25 /phases/0/workstreams/0/gates',
    '48 /phases/0/workstreams/0/tasks/2/budget',
    '49 /phases/0/workstreams/0/tasks/2/critical',
    '56 /phases/0/workstreams/0/tasks/3/allow_no_change',
  ]);
});

it('comes back as the same plan', async () => {
  await run('export', 'a.plan.yaml', '--out', 'v1');
  const back = await run('import', 'v1', '--out', 'b.plan.yaml', '--json');
  expect(back.json).toMatchObject({ ok: true, dropped: [] });
  const forecast = async (file: string) => {
    const { json } = await run('plan', file, '--json');
    return { ...(json as object), problems: [], policies: [] }; // they name places, which differ; the rest may not
  };
  expect(await forecast('b.plan.yaml')).toEqual(await forecast('a.plan.yaml'));
  await run('export', 'b.plan.yaml', '--out', 'again');
  for (const file of filesIn('v1')) {
    expect(readFileSync(join(dir, 'again', file), 'utf8')).toBe(readFileSync(join(dir, 'v1', file), 'utf8'));
  }
});

it('runs from a workstream alone: how the tool is started is in the document', async () => {
  await run('export', 'a.plan.yaml', '--out', 'v1');
  const { json } = await run('plan', 'v1/workstream_spec/1-WS-GREET.json', '--json');
  const { tasks } = json as { tasks: { tool: string }[] }; // the shape is asserted by what follows
  expect(tasks.map((one) => one.tool)).toEqual(['script', 'script', 'command', 'claude', 'person']);
});

it('writes nothing for a faulty plan, a missing one, or over a folder that is there', async () => {
  writeFileSync(join(dir, 'bad.plan.yaml'), 'schema: patchbay/plan.v1\nplan_id: bad\nphases: []\n');
  const faulty = await run('export', 'bad.plan.yaml', '--out', 'v1', '--json');
  expect([faulty.code, faulty.json]).toMatchObject([2, { problems: [{ code: 'E_SCHEMA', line: 3 }] }]);
  expect((await run('export', 'gone.plan.yaml', '--out', 'v1')).code).toBe(2);
  expect(existsSync(join(dir, 'v1'))).toBe(false);
  await run('export', 'a.plan.yaml', '--out', 'v1');
  expect((await run('export', 'a.plan.yaml', '--out', 'v1')).code).toBe(2);
  expect((await run('export', 'a.plan.yaml')).stdout).toContain('greeter-uet-v1: 1 phases, 1 workstreams');
});
