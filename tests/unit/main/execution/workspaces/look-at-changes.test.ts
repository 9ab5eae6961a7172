// What a workspace has changed so far is seen from outside, and the tool in it does not notice.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_SETUP, type WorkspaceFixture, workspaceFixture } from '../../../../fakes/workspace-fixture.ts';

const TEXT = Array.from({ length: 30 }, (_, n) => `line ${n + 1}\n`).join('');

let fixture: WorkspaceFixture;
let base: string;
beforeAll(async () => {
  fixture = await workspaceFixture({ 'a.txt': TEXT, 'gone.txt': 'x\n', 'é ü.txt': 'x\n' });
  base = fixture.commit({ 'b.txt': 'b\n' });
});
afterAll(() => fixture.close());

/** Every index there is, with its time. */
function indexes(): readonly string[] {
  const names = readdirSync(fixture.folder, { recursive: true, encoding: 'utf8' });
  const found = names
    .filter((name) => /index/.test(basename(name)))
    .map((name) => join(fixture.folder, name))
    .sort();
  const files = found.filter((file) => statSync(file).isFile());
  if (files.length === 0) throw new Error('there is no index');
  return files.map((file) => `${file} ${statSync(file).mtimeMs} ${readFileSync(file).toString('hex')}`);
}

it('names files with the places in their base, new and deleted ones as a whole', async () => {
  const workspace = await fixture.workspaces.acquire({ useId: 'use-1', commit: base, setup: NO_SETUP });
  expect(await fixture.workspaces.changesSoFar('use-1')).toEqual([]);
  const edited = TEXT.replace('line 3\n', 'three\nand more\n')
    .replace('line 20\n', '')
    .replace('line 9\n', 'line 9\nnew\n');
  writeFileSync(join(workspace.path, 'a.txt'), edited);
  writeFileSync(join(workspace.path, 'é ü.txt'), 'y\n');
  writeFileSync(join(workspace.path, 'new.txt'), 'n\n');
  rmSync(join(workspace.path, 'gone.txt'));
  const before = indexes();
  expect(await fixture.workspaces.changesSoFar('use-1')).toEqual([
    {
      path: 'a.txt',
      places: [
        { start: 3, lines: 1 },
        { start: 10, lines: 0 },
        { start: 20, lines: 1 },
      ],
    },
    { path: 'gone.txt', places: null },
    { path: 'é ü.txt', places: [{ start: 1, lines: 1 }] },
    { path: 'new.txt', places: null },
  ]);
  expect(indexes()).toEqual(before);
  const captured = await fixture.workspaces.capture(workspace, []);
  expect(captured?.files.map(({ path }) => path)).toEqual(['a.txt', 'gone.txt', 'new.txt', 'é ü.txt']);
  await fixture.workspaces.release('use-1');
  expect(await fixture.workspaces.changesSoFar('use-1')).toBeNull();
});
