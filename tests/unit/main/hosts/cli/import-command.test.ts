// `import`: documents of other formats become a plan on stdout or in a new file; nothing is written over, nothing half done.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { cli } from './cli-rig.ts';

let dir = '';
beforeEach(() => {
  rmSync(dir, { recursive: true, force: true });
  dir = mkdtempSync(join(tmpdir(), 'pb-import-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const bundle = (id: string, more: object = {}) => ({
  id,
  openspec_change: 'OS-1',
  ccpm_issue: 1,
  gate: 1,
  files_scope: ['src/one.py'],
  tasks: [`Do ${id}`],
  tool: 'codex',
  ...more,
});

function file(name: string, document: unknown): string {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), JSON.stringify(document));
  return name;
}

const run = (...args: readonly string[]) => cli(['--project', dir, 'import', ...args], { cwd: dir });

it('writes the plan to stdout and its report to stderr', async () => {
  const answer = await run(file('old.json', [bundle('ws-a'), bundle('ws-b', { metadata: { owner: 'kim' } })]));
  expect(answer.code).toBe(0);
  expect(answer.stdout).toContain('plan_id: old\n');
  expect(answer.stderr).toContain('old.json:1: dropped /1/metadata/owner: "kim"');
  expect(answer.stderr).toContain('proposed ws-b:after:ws-a (70 %)');
  expect(answer.stderr).toContain('2 tasks in 2 workstreams of 1 phases');
  expect(answer.sessions).toEqual([]);
});

it('writes a new file, as YAML or JSON by its name, that validate accepts', async () => {
  const old = file('old.json', bundle('ws-a'));
  for (const out of ['plans/new.plan.yaml', 'plans/new.plan.json']) {
    const answer = await run(old, '--out', out, '--json');
    expect(answer.json).toMatchObject({ ok: true, out: join(dir, out), problems: [{ needs_person: false }] });
    expect((await cli(['validate', out], { cwd: dir })).code).toBe(0);
  }
});

it('never overwrites', async () => {
  const old = file('old.json', bundle('ws-a'));
  const there = file('there.plan.yaml', 'mine');
  const answer = await run(old, '--out', there, '--json');
  expect(answer.code).toBe(2);
  expect(answer.json).toMatchObject({ error: { code: 'E_USAGE' } });
  expect(readFileSync(join(dir, there), 'utf8')).toBe('"mine"');
});

it('writes nothing when a document is faulty or cannot be read', async () => {
  const faulty = file('faulty.json', bundle('ws-a', { depends_on: ['ws-gone'] }));
  for (const names of [[faulty], [file('good.json', bundle('ws-b')), 'missing.json']]) {
    const answer = await run(...names, '--out', 'new.plan.yaml', '--json');
    expect(answer.code).toBe(2);
    expect(answer.json).toMatchObject({ ok: false, plan: null, yaml: null, out: null });
    expect(existsSync(join(dir, 'new.plan.yaml'))).toBe(false);
  }
});

it('takes proposals one by one, or all of them', async () => {
  const old = file('old.json', [bundle('ws-a'), bundle('ws-b'), bundle('ws-c')]);
  const accepted = async (...args: readonly string[]) => {
    const { json } = await run(old, '--json', ...args);
    return (json as { proposals: { accepted: boolean }[] }).proposals.map((one) => one.accepted); // the shape is asserted by this
  };
  expect(await accepted()).toEqual([false, false]);
  expect(await accepted('--accept', 'ws-b:after:ws-a')).toEqual([true, false]);
  expect(await accepted('--accept', 'ws-b:after:ws-a', '--accept', 'ws-c:after:ws-b')).toEqual([true, true]);
  expect(await accepted('--accept-inferred')).toEqual([true, true]);
  expect((await run(old, '--accept', 'ws-b:after:ws-z')).code).toBe(2);
  expect((await run(old, '--accept', 'ws-b:after:ws-a', '--accept-inferred')).code).toBe(2);
});

it('reads a folder in the order of its names, and nothing but documents', async () => {
  file('old/b.json', bundle('ws-b'));
  file('old/a/deep.json', bundle('ws-a'));
  file('old/notes.txt', 'no document');
  const answer = await run('old', '--json');
  expect(answer.code).toBe(0);
  expect(JSON.stringify(answer.json)).toMatch(/old\/a\/deep\.json.*old\/b\.json/);
  expect(readdirSync(dir)).toEqual(['old']);
});

it("names the project's gates for the kinds that a bundle asks for", async () => {
  writeFileSync(
    join(dir, 'patchbay.yaml'),
    'schema: patchbay/project.v1\nproject_id: p\ngates:\n  - { gate_id: tests, kind: unit, command: [npm, test] }\n',
  );
  const old = file('old.json', bundle('ws-a', { test_gates: [{ type: 'GATE_UNIT' }, { type: 'GATE_LINT' }] }));
  const answer = await run(old, '--json');
  expect(answer.json).toMatchObject({
    plan: { phases: [{ workstreams: [{ gates: ['tests'] }] }] },
    dropped: [{ path: '/test_gates/1' }],
    problems: [{ path: '/test_gates/1', needs_person: true }, {}],
  });
});
