// What `init` writes works: its gates run for real in a run of a plan, pass what is right, and stop what is wrong.
import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { gitIn } from '../fakes/temp-repository.ts';
import type { RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

const desks: Desk[] = [];
afterAll(() => {
  for (const desk of desks) desk.remove();
});

interface InitShape {
  readonly profile_id: string;
  readonly needs_person: readonly string[];
  readonly gates: readonly { readonly gate_id: string; readonly missing: string | null }[];
}

function deskWith(name: string, files: Readonly<Record<string, string>>): Desk {
  const desk = openDesk(name);
  desks.push(desk);
  desk.repository.commit(files);
  return desk;
}

/** Sets the project up, commits what was written, and runs one change of `file`; gives init's answer and the run. */
async function initAndRun(
  desk: Desk,
  changes: Readonly<Record<string, { readonly file: string; readonly text: string }>>,
) {
  const { answer, json } = await desk.ask<InitShape>(['init']);
  expect(answer.code).toBe(0);
  gitIn(desk.root, ['add', '-A']);
  gitIn(desk.root, ['commit', '-qm', 'set up Patchbay']);
  const runs: Record<string, RunShape> = {};
  for (const [id, { file, text }] of Object.entries(changes)) {
    const task = { ...scriptTask(id, [{ write: file, text }]), execution: { max_attempts: 1 } };
    const plan = desk.plan(planDocument([task]), `${id}.plan.json`);
    runs[id] = (await desk.ask<RunShape>(['run', plan])).json;
  }
  return { init: json, runs };
}

test('a Node project: npm scripts become gates that pass a good patch and stop a bad one', async () => {
  const desk = deskWith('node app żółw', {
    'package.json': JSON.stringify({
      type: 'module',
      scripts: { lint: 'node --check src/tea.js', test: 'node --test' },
    }),
    'src/tea.js': 'export const brew = () => 1;\n',
    'test/tea.test.js':
      "import assert from 'node:assert';\nimport test from 'node:test';\nimport { brew } from '../src/tea.js';\ntest('brews', () => assert.equal(brew(), 1));\n",
  });
  const { init, runs } = await initAndRun(desk, {
    good: { file: 'src/tea.js', text: 'export const brew = () => 2 - 1;\n' },
    wrong: { file: 'src/tea.js', text: 'export const brew = () => 2;\n' },
    unreadable: { file: 'src/tea.js', text: 'export const brew = (;\n' },
  });
  expect(init).toMatchObject({
    profile_id: 'software-dev-javascript',
    needs_person: [],
    gates: [
      { gate_id: 'lint', missing: null },
      { gate_id: 'unit', missing: null },
    ],
  });
  expect(runs['good']).toMatchObject({ state: 'succeeded', patches: [{ state: 'committed' }] });
  expect(runs['wrong']?.state).toBe('failed');
  expect(runs['wrong']?.tasks[0]?.reason).toMatch(/unit/);
  expect(runs['unreadable']?.tasks[0]?.reason).toMatch(/lint/);
}, 120_000);

const python = process.platform === 'win32' ? 'py' : 'python3';
const hasPython = spawnSync(python, ['-c', 'import unittest']).status === 0;

// Not every machine has Python.
test.skipIf(!hasPython)(
  'a Python project with unittest: its tests become a gate that works',
  async () => {
    const desk = deskWith('python pkg', {
      'pyproject.toml': '[project]\nname = "tea"\nversion = "1"\n',
      'tea/__init__.py': 'def brew():\n    return 1\n',
      'tests/__init__.py': '',
      'tests/test_tea.py':
        'import unittest\n\nfrom tea import brew\n\n\nclass Tea(unittest.TestCase):\n    def test_brew(self):\n        self.assertEqual(brew(), 1)\n',
    });
    const { init, runs } = await initAndRun(desk, {
      good: { file: 'tea/__init__.py', text: 'def brew():\n    return 2 - 1\n' },
      wrong: { file: 'tea/__init__.py', text: 'def brew():\n    return 2\n' },
    });
    expect(init).toMatchObject({ profile_id: 'software-dev-python', gates: [{ gate_id: 'unit', missing: null }] });
    expect(runs['good']?.state).toBe('succeeded');
    expect(runs['wrong']?.state).toBe('failed');
  },
  120_000,
);

const hasTerraform = spawnSync('terraform', ['version']).status === 0;

// Not every machine has Terraform. The configuration needs no provider, so nothing is fetched.
test.skipIf(!hasTerraform)(
  'a Terraform project: set-up, format and validation work in a run',
  async () => {
    const desk = deskWith('operations', {
      'main.tf': 'terraform {\n  backend "local" {}\n}\n\noutput "tea" {\n  value = 1\n}\n',
      'other.tf': 'locals {\n  cup = 2\n}\n',
    });
    const { init, runs } = await initAndRun(desk, {
      good: { file: 'other.tf', text: 'locals {\n  cup = 3\n}\n' },
      unformatted: { file: 'other.tf', text: 'locals {\ncup=3\n}\n' },
      wrong: { file: 'other.tf', text: 'output "cup" {\n  value = local.cup\n}\n' },
    });
    expect(init).toMatchObject({ profile_id: 'operations', gates: [{ gate_id: 'lint' }, { gate_id: 'unit' }] });
    expect(runs['good']).toMatchObject({ state: 'succeeded', patches: [{ files: ['other.tf'] }] });
    expect(runs['unformatted']?.tasks[0]?.reason).toMatch(/lint/);
    expect(runs['wrong']?.tasks[0]?.reason).toMatch(/unit/);
  },
  120_000,
);

test('the first plan runs as it was written', async () => {
  const desk = deskWith('first', { 'go.mod': 'module tea\n', 'main.go': 'package main\n' });
  await desk.ask<InitShape>(['init']);
  gitIn(desk.root, ['add', '-A']);
  gitIn(desk.root, ['commit', '-qm', 'set up Patchbay']);
  const { answer, json } = await desk.ask<RunShape>(['run', 'plans/first.plan.yaml']);
  expect(answer.code).toBe(0);
  expect(json.patches.map((one) => one.files)).toEqual([['docs/hello-from-patchbay.md']]);
}, 60_000);
