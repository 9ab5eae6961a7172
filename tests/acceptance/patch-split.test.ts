// A part of a patch that waits for a person is integrated in its place, through the real command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk('split');
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterEach(() => desk.remove());

test('the files that are wanted take the place of the patch, and the rest comes in when somebody brings it', async () => {
  const edits = [
    { write: 'a.txt', text: 'A\n' },
    { write: 'package.json', text: '{ "scripts": { "test": "true" } }\n' },
  ];
  const plan = desk.plan(planDocument([scriptTask('both', edits)]));
  const { answer, json: run } = await desk.ask<RunShape>(['run', plan]);
  expect(answer.code, answer.said).toBe(3);
  const patchId = run.tasks[0]?.patch_ids[0] ?? '';
  const [part, rest] = ['part.patch', 'rest.patch'].map((name) => join(desk.repository.folder, name)) as [
    string,
    string,
  ];
  const split = ['patch', 'split', patchId, '--files', 'a.txt', '--out', part, '--rest', rest];
  const said = await desk.ask<object>(split);
  expect(said.json).toEqual({
    patch_id: patchId,
    run_id: run.run_id,
    task_id: 'both',
    files: ['a.txt'],
    out: part,
    rest,
  });
  expect(readFileSync(rest, 'utf8')).toContain('package.json');

  expect((await desk.run(split)).said).toContain('is there already');
  const strange = await desk.run(['patch', 'split', patchId, '--files', 'b.txt', '--out', `${part}2`]);
  expect(strange.code).toBe(2);
  expect(strange.said).toContain('It changes a.txt, package.json.');

  const imported = await desk.run(['patch', 'import', part, '--run', run.run_id, '--task', 'both']);
  expect(imported.code, imported.said).toBe(0);
  const end = await desk.ask<RunShape>(['status', run.run_id]);
  expect(end.json.state).toBe('succeeded');
  expect(desk.repository.git('diff', '--name-only', run.base, end.json.head)).toBe('a.txt');
  expect(end.json.patches.map(({ state }) => state)).toEqual(['dropped', 'committed']);
});
