// A part of a diff and its rest make the same as the whole, with git as the judge.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { splitDiff } from '../../../../../src/main/hosts/cli/split-diff.ts';
import { type Change, captureChange } from '../../../../fakes/capture-change.ts';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';

let fixture: IntegrationFixture;
beforeAll(async () => {
  fixture = await integrationFixture({
    'a.txt': 'a\n',
    'old.txt': 'x\n'.repeat(20),
    'gone.txt': 'g\n',
    bin: Buffer.from([0, 1, 2]),
  });
});
afterAll(() => fixture.close());

const CHANGE: Change = {
  'a.txt': 'diff --git a/x b/x\n+++ b/x\n@@ -1 +1 @@\n',
  'old.txt': null,
  'new.txt': 'x\n'.repeat(20),
  'gone.txt': null,
  bin: Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 7) % 256)),
  'no newline': 'n',
};

async function applied(...diffs: readonly Buffer[]): Promise<string> {
  const call = { on: 'shadow', indexFile: join(fixture.git.shadowDir, 'split.index') } as const;
  await fixture.git.run(['read-tree', fixture.base], call);
  for (const input of diffs) await fixture.git.run(['apply', '--cached', '--binary', '-'], { ...call, input });
  return fixture.git.text(['write-tree'], call);
}

it('splits by files, byte for byte, whatever the files hold', async () => {
  const patch = await captureChange(fixture.git, fixture.base, CHANGE);
  const diff = Buffer.from(patch.diff);
  const names = patch.files.map(({ path }) => path);
  expect(names).toContain('new.txt');
  for (const name of names) {
    const parts = splitDiff(diff, names, new Set([name]));
    if (parts === null) throw new Error(`not split: ${name}`);
    expect(await applied(parts.picked, parts.rest)).toBe(patch.tree);
    expect(await applied(parts.rest, parts.picked)).toBe(patch.tree);
    expect(await applied(parts.picked)).not.toBe(patch.tree);
    expect(parts.picked.length + parts.rest.length).toBe(diff.length);
  }
  expect(splitDiff(diff, names.slice(1), new Set())).toBeNull();
});
