// A workspace that begins with the content of another commit than the one its change is captured against.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_SETUP, type WorkspaceFixture, workspaceFixture } from '../../../../fakes/workspace-fixture.ts';

let fixture: WorkspaceFixture;
let base: string;
let from: string;

beforeAll(async () => {
  fixture = await workspaceFixture({
    'kept.txt': 'kept\n',
    'src/changed.txt': 'one\n',
    'gone.txt': 'gone\n',
    '.gitignore': 'out/\n',
  });
  base = fixture.git('rev-parse', 'HEAD').trim();
  fixture.git('rm', '-q', 'gone.txt');
  writeFileSync(join(fixture.repository, 'run.sh'), '#!/bin/sh\n');
  chmodSync(join(fixture.repository, 'run.sh'), 0o755);
  fixture.git('add', 'run.sh');
  from = fixture.commit({ 'src/changed.txt': 'two\n', 'src/deep/added.txt': 'added\n' });
});
afterAll(() => fixture.close());

const order = (useId: string, startFrom?: string) => ({
  useId,
  commit: base,
  setup: NO_SETUP,
  ...(startFrom === undefined ? {} : { startFrom }),
});

test('it holds what was made before, and what is captured is the whole of it', async () => {
  const workspace = await fixture.workspaces.acquire(order('first', from));
  const file = (path: string) => join(workspace.path, path);
  expect(readFileSync(file('src/changed.txt'), 'utf8')).toBe('two\n');
  expect(readFileSync(file('src/deep/added.txt'), 'utf8')).toBe('added\n');
  expect(existsSync(file('gone.txt'))).toBe(false);
  const untouched = await fixture.workspaces.capture(workspace, []);
  expect(untouched?.base).toBe(base);
  expect(untouched?.tree).toBe(fixture.git('rev-parse', `${from}^{tree}`).trim());
  expect(untouched?.files.map(({ path, change }) => [path, change])).toEqual([
    ['gone.txt', 'deleted'],
    ['run.sh', 'added'],
    ['src/changed.txt', 'modified'],
    ['src/deep/added.txt', 'added'],
  ]);
  writeFileSync(file('src/changed.txt'), 'three\n');
  writeFileSync(file('more.txt'), 'more\n');
  const mended = await fixture.workspaces.capture(workspace, []);
  expect(mended?.files.map(({ path }) => path)).toContain('more.txt');
  expect(fixture.git('show', `${mended?.tree}:src/changed.txt`)).toBe('three');
  await fixture.workspaces.release('first');
});

test('what was put back is no change, and the folder is clean for the next use', async () => {
  const workspace = await fixture.workspaces.acquire(order('second', from));
  writeFileSync(join(workspace.path, 'src/changed.txt'), 'one\n');
  const captured = await fixture.workspaces.capture(workspace, []);
  expect(captured?.files.map(({ path }) => path)).not.toContain('src/changed.txt');
  await fixture.workspaces.release('second');
  const next = await fixture.workspaces.acquire(order('third'));
  expect(readFileSync(join(next.path, 'gone.txt'), 'utf8')).toBe('gone\n');
  expect(existsSync(join(next.path, 'src/deep'))).toBe(false);
  expect(await fixture.workspaces.capture(next, [])).toBeNull();
  await fixture.workspaces.release('third');
});
