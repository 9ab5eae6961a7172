// The parser takes exactly what git writes, and agrees with git about it.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePatch } from '../../../../../src/main/integration/patches/parse-patch.ts';
import { captureChange } from '../../../../fakes/capture-change.ts';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';
import { gitIn } from '../../../../fakes/temp-repository.ts';

const OIDS = `${'1'.repeat(40)}..${'2'.repeat(40)}`;
const HEAD = `diff --git a/x b/x\nindex ${OIDS} 100644\n--- a/x\n+++ b/x\n`;
const GOOD = `${HEAD}@@ -1,2 +1,2 @@\n one\n-two\n+zwei\n`;

const parse = (text: string) => parsePatch(Buffer.from(text, 'latin1'));
const filesOf = (diff: Uint8Array) => {
  const result = parsePatch(diff);
  if (result.kind === 'problem') throw new Error(`${result.problem} in line ${result.line} of\n${Buffer.from(diff)}`);
  return result.files;
};

let fixture: IntegrationFixture;
beforeAll(async () => {
  fixture = await integrationFixture({
    'a.txt': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n',
    'crlf.txt': 'one\r\ntwo\r\n',
    'no-newline.txt': 'last line',
    'with space.txt': 'x\n',
    'Ünï "quoted"\ttab.txt': 'x\n',
    'empty.txt': '',
    'image.bin': Buffer.from([0, 1, 2, 3, 255, 254]),
    'run.sh': 'echo\n',
  });
});
afterAll(() => fixture.close());

describe('parsePatch on what git writes', () => {
  const cases: Readonly<Record<string, readonly [Parameters<typeof captureChange>[2], Record<string, unknown>]>> = {
    'a change': [
      { 'a.txt': 'one\nzwei\nthree\nfour\nfive\nsix\nseven\nACHT\n' },
      { change: 'modified', insertions: 2, deletions: 2 },
    ],
    'CRLF content': [{ 'crlf.txt': 'one\r\nzwei\r\n' }, { insertions: 1, deletions: 1 }],
    'a missing newline at the end': [{ 'no-newline.txt': 'last line\nmore' }, { insertions: 2, deletions: 1 }],
    'a path with a space': [{ 'with space.txt': 'y\n' }, { newPath: 'with space.txt', insertions: 1 }],
    'a quoted path': [{ 'Ünï "quoted"\ttab.txt': 'y\n' }, { newPath: 'Ünï "quoted"\ttab.txt', deletions: 1 }],
    'a new empty file': [{ 'fresh.txt': '' }, { change: 'added', oldPath: null, hunks: [] }],
    'a deleted empty file': [{ 'empty.txt': null }, { change: 'deleted', newPath: null, hunks: [] }],
    'a new file': [{ 'deep/new.txt': 'a\nb' }, { change: 'added', insertions: 2, newMode: '100644' }],
    'a deleted file': [{ 'a.txt': null }, { change: 'deleted', deletions: 8 }],
    'a rename': [
      { 'run.sh': null, 'go here.sh': 'echo\n' },
      { change: 'renamed', oldPath: 'run.sh', newPath: 'go here.sh' },
    ],
    'a binary change': [
      { 'image.bin': Buffer.from([0, 9, 9, 9]) },
      { binary: { kind: 'literal', bytes: 4, body: expect.anything() } },
    ],
    'headers inside content': [{ 'a.txt': `${GOOD}--- a/y\n+++ b/y\n@@ -1 +1 @@\n` }, { change: 'modified' }],
  };
  for (const [name, [change, expected]] of Object.entries(cases)) {
    it(`reads ${name}`, async () => {
      const { diff } = await captureChange(fixture.git, fixture.base, change);
      const files = filesOf(diff);
      expect(files).toHaveLength(1);
      expect(files[0]).toMatchObject(expected);
    });
  }
});

describe('parsePatch on what git does not write', () => {
  it('takes the good patch that the bad ones are made of', () => {
    expect(parse(GOOD).kind).toBe('parsed');
    expect(parse('')).toEqual({ kind: 'parsed', files: [] });
  });

  const bad: Readonly<Record<string, string>> = {
    'prose before': `Dear reader\n${GOOD}`,
    'prose after': `${GOOD}Regards\n`,
    'a patch hidden after prose': `${GOOD}\n-- \n2.39\n${GOOD}`,
    'a traditional diff': '--- /tmp/x\n+++ /tmp/x\n@@ -1 +1 @@\n-a\n+b\n',
    'a short index': GOOD.replace(OIDS, '1111111..2222222'),
    'CR LF headers': GOOD.replace('100644\n', '100644\r\n'),
    'names that disagree': GOOD.replace('+++ b/x', '+++ b/../x'),
    'a --- of another file': GOOD.replace('--- a/x', '--- a/.git/config'),
    'too few lines': GOOD.replace('-1,2', '-1,3'),
    'too many lines': GOOD.replace('-1,2 +1,2', '-1,1 +1,1'),
    'a huge count': GOOD.replace('-1,2', '-1,4294967298'),
    'a far offset': GOOD.replace('+1,2', '+900,2'),
    'hunks out of order': `${GOOD}@@ -1,1 +1,1 @@\n-one\n+eins\n`,
    'a file twice': GOOD + GOOD,
    'a hunk line without a sign': GOOD.replace(' one', 'one'),
    'an odd mode': `diff --git a/x b/x\nold mode 100644\nnew mode rwxr\n`,
    'a new file with old lines': GOOD.replace('index', 'new file mode 100644\nindex').replace(
      '--- a/x',
      '--- /dev/null',
    ),
    'a rename with one name': 'diff --git a/x b/y\nsimilarity index 100%\nrename from x\n',
    'a rename whose names disagree':
      'diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to .git/hooks/y\n',
    'a name that is not UTF-8': GOOD.replaceAll('/x', '/\xff'),
    'a NUL in a name': GOOD.replaceAll('/x', '/x\0'),
    'a CR at the end of a name': GOOD.replaceAll('a/x', 'a/x\r').replaceAll('b/x', 'b/x\r'),
    'a binary file without content': `diff --git a/x b/x\nindex ${OIDS} 100644\nBinary files a/x and b/x differ\n`,
    'a binary patch that ends early': `diff --git a/x b/x\nindex ${OIDS} 100644\nGIT binary patch\nliteral 4\nLc-jL~\n`,
    'a change without content': `diff --git a/x b/x\nindex ${OIDS} 100644\n`,
    'a combined diff': `diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n`,
  };
  for (const [name, text] of Object.entries(bad)) {
    it(`refuses ${name}`, () => expect(parse(text).kind).toBe('problem'));
  }

  it('names the line of the problem', () => {
    expect(parse(`${GOOD}Regards\n`)).toMatchObject({ kind: 'problem', line: 9 });
  });

  it('stops at the hard limits', () => {
    const many = (count: number) => '+x\n'.repeat(count);
    const long = `${HEAD}@@ -0,0 +1,20001 @@\n${many(20_001)}`;
    const lines = { tooLarge: true, problem: 'The patch has more than 20000 changed lines' };
    expect(parse(long)).toMatchObject(lines);
    const half = `@@ -0,0 +1,10001 @@\n${many(10_001)}`;
    const [one, two] = ['a', 'b'].map((name) => `${HEAD}${half}`.replaceAll('/x', `/${name}`));
    expect(parse(`${one}${two}`), 'over several files').toMatchObject(lines);
    expect(parsePatch(Buffer.alloc(8 * 1024 * 1024 + 1))).toMatchObject({ tooLarge: true });
    expect(parse('prose\n')).toMatchObject({ tooLarge: false });
  });
});

/** Lines with every odd ending; a few words, so that files resemble each other and renames happen. */
const line = fc.tuple(
  fc.constantFrom('a', 'b', 'c', '', '-', '+x', ' y', '\\ z', '@@ -1 +1 @@', 'ü'),
  fc.constantFrom('\n', '\r\n'),
);
const content = fc.oneof(
  fc
    .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('', 'end'))
    .map(([lines, end]) => lines.flat().join('') + end),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);
const name = fc.constantFrom('a.txt', 'crlf.txt', 'run.sh', 'empty.txt', 'n w', 'd/é', 'd/"q"', 'd/t\tb', 'image.bin');
const change = fc.dictionary(
  name,
  fc.oneof({ weight: 4, arbitrary: content }, { weight: 1, arbitrary: fc.constant(null) }),
  {
    minKeys: 1,
    maxKeys: 4,
  },
);

describe('parsePatch beside git', () => {
  it('takes every real diff, counts as git does, and git applies it to the same tree', async () => {
    await fc.assert(
      fc.asyncProperty(change, async (files) => {
        const patch = await captureChange(fixture.git, fixture.base, files);
        const parsed = filesOf(patch.diff);
        expect(parsed.map((file) => [file.insertions, file.deletions])).toEqual(numstat(patch.diff));
        const call = { on: 'shadow', indexFile: `${fixture.git.shadowDir}/property.index` } as const;
        await fixture.git.run(['read-tree', fixture.base], call);
        if (patch.diff.length > 0) await fixture.git.run(['apply', '--cached', '-'], { ...call, input: patch.diff });
        expect(await fixture.git.text(['write-tree'], call)).toBe(patch.tree);
      }),
      { numRuns: 60 },
    );
  });

  it('never takes a damaged diff that git refuses, and counts it as git does', async () => {
    const { diff } = await captureChange(fixture.git, fixture.base, {
      'a.txt': 'one\nzwei\nthree\nfour\nfive\nsix\nseven\nACHT\n',
      'with space.txt': 'y',
      'run.sh': null,
      'ran.sh': 'echo\n',
      'image.bin': Buffer.from([0, 9, 9, 9]),
      'empty.txt': null,
    });
    const lines = Buffer.from(diff)
      .toString('latin1')
      .split(/(?<=\n)/);
    const index = fc.nat(lines.length - 1);
    const damage = fc.oneof(
      fc.tuple(index, index).map(([from, to]) => lines.toSpliced(from, Math.min(to, 3))),
      fc.tuple(index, index).map(([from, to]) => lines.toSpliced(to, 0, lines[from] ?? '')),
      fc.tuple(index, fc.nat(20), fc.constantFrom('0', '9', ' ', '+', '-', '"', '/', 'x')).map(([at, column, char]) => {
        const old = lines[at] ?? '';
        return lines.with(at, old.slice(0, column) + char + old.slice(column + 1));
      }),
    );
    fc.assert(
      fc.property(damage, (damaged) => {
        const bytes = Buffer.from(damaged.join(''), 'latin1');
        const result = parsePatch(bytes);
        if (result.kind === 'problem' || result.files.length === 0) return;
        expect(result.files.map((file) => [file.insertions, file.deletions])).toEqual(numstat(bytes));
      }),
      { numRuns: 400 },
    );
  });
});

function numstat(diff: Uint8Array): readonly (readonly [number, number])[] {
  if (diff.length === 0) return [];
  const text = gitIn(fixture.repo.root, ['apply', '--numstat', '-z', '-'], Buffer.from(diff));
  return text
    .split('\0')
    .map((row) => /^(\d+|-)\t(\d+|-)\t/.exec(row))
    .flatMap((match) => (match === null ? [] : [[Number(match[1]) || 0, Number(match[2]) || 0] as const]));
}
