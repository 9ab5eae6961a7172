// Odd repositories through the real command line: each works and says what the run does not see, or says why not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { gitIn } from '../fakes/temp-repository.ts';
import { checkoutSnapshot } from './checkout-snapshot.ts';
import type { RefusalShape, RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

let desk: Desk;
afterEach(() => desk.remove());

const SMALL = planDocument([scriptTask('only', [{ write: 'new.txt', text: 'new\n' }])]);

function committedDesk(name: string): Desk {
  desk = openDesk(name);
  desk.repository.commit({ 'a.txt': 'a\n' });
  return desk;
}

/** Runs the small plan, wants it done, and the checkout as it was. */
async function runs(): Promise<RunShape> {
  const before = checkoutSnapshot(desk.root);
  const { answer, json } = await desk.ask<RunShape>(['run', desk.plan(SMALL)]);
  expect(answer.code, answer.said).toBe(0);
  expect(gitIn(desk.root, ['show', `${json.head}:new.txt`])).toBe('new');
  expect(checkoutSnapshot(desk.root)).toEqual(before);
  return json;
}

test('a clean repository leads to no note', async () => {
  committedDesk('clean');
  expect((await runs()).notes).toEqual([]);
});

test('of a dirty checkout the run says how many changes it does not see', async () => {
  committedDesk('Prüf Ordner mit Änderungen');
  writeFileSync(join(desk.root, 'a.txt'), 'changed\n');
  writeFileSync(join(desk.root, 'untracked ä.txt'), 'mine\n');
  const run = await runs();
  expect(run.notes).toEqual([expect.stringMatching(/^2 changed or untracked file/)]);
  expect(gitIn(desk.root, ['show', `${run.head}:a.txt`])).toBe('a');
  const status = await desk.run(['status', run.run_id]);
  expect(status.stdout).toContain('2 changed or untracked file');
  const events = await desk.run(['events', run.run_id, '--json']);
  expect(events.stdout.match(/"run-noted"/g)).toHaveLength(1);
});

test('from a detached head a run starts there and says so', async () => {
  committedDesk('detached');
  gitIn(desk.root, ['checkout', '-q', '--detach']);
  expect((await runs()).notes).toEqual([expect.stringMatching(/^Detached head at /)]);
});

test('submodules are named as left out, and stay as they are', async () => {
  committedDesk('outer');
  const inner = join(desk.repository.folder, 'inner');
  mkdirSync(inner);
  gitIn(inner, ['init', '-q']);
  writeFileSync(join(inner, 'b.txt'), 'b\n');
  gitIn(inner, ['add', '-A']);
  gitIn(inner, ['commit', '-q', '-m', 'inner']);
  gitIn(desk.root, ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'lib/inner']);
  gitIn(desk.root, ['commit', '-q', '-m', 'with a submodule']);
  const run = await runs();
  expect(run.notes).toEqual(['Submodules are left out of workspaces: lib/inner.']);
  expect(gitIn(desk.root, ['ls-tree', run.head, 'lib/inner'])).toBe(gitIn(desk.root, ['ls-tree', 'HEAD', 'lib/inner']));
});

test.each<[code: string, make: (folder: string) => void]>([
  ['E_NOT_A_REPOSITORY', () => {}],
  ['E_EMPTY_REPOSITORY', (folder) => gitIn(folder, ['init', '-q'])],
  ['E_BARE_REPOSITORY', (folder) => gitIn(folder, ['init', '-q', '--bare'])],
])('%s is refused with advice, exit code 2, and nothing is made', async (code, make) => {
  desk = openDesk('other');
  const folder = join(desk.repository.folder, 'odd');
  mkdirSync(folder);
  make(folder);
  const { answer, json } = await desk.ask<RefusalShape>(['run', desk.plan(SMALL), '--project', folder]);
  expect(answer.code).toBe(2);
  expect(json.error).toMatchObject({ code, advice: expect.stringMatching(/\w{4}/) });
  if (code !== 'E_NOT_A_REPOSITORY') expect(gitIn(folder, ['for-each-ref'])).toBe('');
});
