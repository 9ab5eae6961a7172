// Files of a real tree, counted by glob.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
beforeAll(async () => {
  fixture = await integrationFixture({
    'README.md': 'a\n',
    'docs/ä b.md': 'a\n',
    'docs/deep/c.md': 'a\n',
    '.env': '\n',
  });
});
afterAll(() => fixture.close());

test('each glob is answered with how many files it matches, in a commit and in its tree', async () => {
  const globs = ['**/*.md', 'docs/*', 'docs/ä b.md', '.env', 'src/**'];
  const tree = fixture.repo.git('rev-parse', `${fixture.base}^{tree}`).trim();
  expect(await fixture.integration.countFiles(fixture.base, globs)).toEqual([3, 1, 1, 1, 0]);
  expect(await fixture.integration.countFiles(tree, globs)).toEqual([3, 1, 1, 1, 0]);
});
