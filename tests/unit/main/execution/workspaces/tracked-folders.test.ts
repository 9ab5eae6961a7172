// The folders of a commit, told from those of another one, are those that git lists.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { trackedFolders } from '../../../../../src/main/execution/workspaces/tracked-folders.ts';
import { type WorkspaceFixture, workspaceFixture } from '../../../../fakes/workspace-fixture.ts';

let fixture: WorkspaceFixture;
beforeAll(async () => {
  fixture = await workspaceFixture({ 'a/b/c/d.txt': 'd\n', 'a/e.txt': 'e\n', 'f.txt': 'f\n' });
});
afterAll(() => fixture.close());

const PATHS = ['a/b/c/d.txt', 'a/b/c/x.txt', 'a/e.txt', 'g/h/i.txt', 'g/j.txt', 'a/b.txt', 'k'];

it('follows files that come and go, whatever was asked before', async () => {
  const folders = trackedFolders(fixture.shadow, fixture.trees);
  let commit = fixture.git('rev-parse', 'HEAD');
  await fc.assert(
    fc.asyncProperty(fc.subarray(PATHS), async (paths) => {
      const gone = PATHS.filter((path) => !paths.includes(path));
      if (gone.length > 0) fixture.git('rm', '-q', '-f', '--ignore-unmatch', '--', ...gone);
      commit = fixture.commit(Object.fromEntries(paths.map((path) => [path, `${path}\n`])));
      const listed = fixture.git('ls-tree', '-r', '-d', '--name-only', commit).split('\n').filter(Boolean);
      expect(await folders(commit)).toEqual({ folders: listed.sort(), submodules: [] });
    }),
    { numRuns: 15 },
  );
});
