// A patch from elsewhere that is not as git writes it is refused with a line, and told what git itself would say.
import { expect, it } from 'vitest';
import { checkText } from '../../../../../src/main/integration/patches/check-text.ts';

const said = (patch: string) =>
  checkText(Buffer.from(patch)).map(({ severity, line, message }) => [severity, line, message]);

it('a patch of another program is one that git would take', () => {
  expect(said('--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n-a\n+b\n')).toEqual([
    ['error', 1, expect.stringContaining('malformed')],
    ['info', 0, 'git apply would take it: it reads one file there (x.ts)'],
  ]);
});

it('a patch that is cut off is one that git would refuse, too', () => {
  expect(said('--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n-a\n+b\n')).toEqual([
    ['error', 1, expect.stringContaining('malformed')],
    ['info', 6, 'git apply would refuse it, too: A hunk that ends early'],
  ]);
});

it('a patch as git writes it has nothing said of it', () => {
  const oid = (digit: string) => digit.repeat(40);
  const head = `diff --git a/x.ts b/x.ts\nindex ${oid('1')}..${oid('2')} 100644\n--- a/x.ts\n+++ b/x.ts\n`;
  expect(said(`${head}@@ -1 +1 @@\n-a\n+b\n`)).toEqual([]);
});

it('short object names, as `git diff` writes them for people, are taken', () => {
  expect(
    said('diff --git a/x.ts b/x.ts\nindex 1234567..89abcde 100644\n--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n-a\n+b\n'),
  ).toEqual([]);
});
