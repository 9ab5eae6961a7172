// The validator against attack patches: built as real git trees, judged on the tree, whatever their diff says.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CapturedPatch, Validation } from '../../../../../src/shared/domain/patch.ts';
import { toConstraints } from '../../../../../src/shared/plan/effective-policy.ts';
import type { PatchConstraints, Scope } from '../../../../../src/shared/plan/plan.ts';
import { type Change, captureChange, capturedTree } from '../../../../fakes/capture-change.ts';
import { type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';
import { gitIn } from '../../../../fakes/temp-repository.ts';

const ANYWHERE: Scope = { read: [], write: [], create: [], forbidden: [] };
const WIDE: PatchConstraints = { ...toConstraints({}, []), forbidBinary: true };

let fixture: IntegrationFixture;
beforeAll(async () => {
  fixture = await integrationFixture({
    'README.md': 'hello\n',
    'src/a.ts': 'one\ntwo\n',
    'src/b.ts': 'b\n',
    'link.ts': { link: 'src/a.ts' },
    'old.bin': Buffer.from([0, 1]),
  });
});
afterAll(() => fixture.close());

function judge(
  patch: CapturedPatch,
  scope: Partial<Scope> = {},
  constraints: Partial<PatchConstraints> = {},
): Promise<Validation> {
  return fixture.integration.validate({
    patchId: '01PATCH',
    base: patch.base,
    tree: patch.tree,
    diff: patch.diff,
    scope: { ...ANYWHERE, ...scope },
    constraints: { ...WIDE, ...constraints },
  });
}

const rulesOf = (validation: Validation, severity = 'error') => [
  ...new Set(validation.findings.filter((one) => one.severity === severity).map((one) => one.rule)),
];

/** A tree that no working folder and no index would take: written entry by entry. Paths to a mode. */
function plantedTree(entries: Readonly<Record<string, string>>): string {
  const { git, root } = fixture.repo;
  const blob = gitIn(root, ['hash-object', '-w', '--stdin'], 'payload\n');
  const mktree = (rows: string) => gitIn(root, ['mktree', '-z', '--missing'], rows);
  const rows = git('ls-tree', '-z', fixture.base).split('\0').filter(Boolean);
  for (const [path, mode] of Object.entries(entries)) {
    const parts = path.split('/');
    const last = parts.pop() ?? '';
    const oid = mode === '160000' ? fixture.base : blob;
    let row = `${mode} ${mode === '160000' ? 'commit' : 'blob'} ${oid}\t${last}`;
    for (const folder of parts.reverse()) row = `040000 tree ${mktree(`${row}\0`)}\t${folder}`;
    rows.push(row);
  }
  return mktree(rows.map((row) => `${row}\0`).join(''));
}

const planted = (entries: Readonly<Record<string, string>>) =>
  capturedTree(fixture.git, fixture.base, plantedTree(entries));

describe('a plain patch', () => {
  it('passes with nothing to say', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'one\nzwei\n', 'src/c.ts': 'new\n' });
    expect(await judge(patch)).toMatchObject({ formatOk: true, scopeOk: true, constraintsOk: true, findings: [] });
  });

  it('may delete a symbolic link and a binary file', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'link.ts': null, 'old.bin': null });
    expect(rulesOf(await judge(patch))).toEqual([]);
  });
});

describe('attacks on the path', () => {
  const paths: Readonly<Record<string, string>> = {
    '.git/hooks/post-checkout': 'git-directory',
    '.GIT/config': 'git-directory',
    'sub/.git/config': 'git-directory',
    '.git./config': 'git-directory',
    '.git /config': 'git-directory',
    'git~1/config': 'git-directory',
    '.git::$INDEX_ALLOCATION/config': 'git-directory',
    '.g\u200cit/config': 'git-directory',
    '..\\.git\\config': 'git-directory',
    '.gitmodules': 'git-directory',
    '.GitModules': 'git-directory',
    'gitmod~1': 'git-directory',
    '.gitattributes ': 'git-directory',
    '../outside': 'portable-path',
    'src/./x': 'portable-path',
    '..\\outside': 'portable-path',
    'C:evil.ts': 'portable-path',
    'file.txt:stream': 'portable-path',
    'aux.c': 'portable-path',
    'COM¹.txt': 'portable-path',
    conin$: 'portable-path',
    'trailing.': 'portable-path',
    'trailing ': 'portable-path',
    'LONGFI~1.TXT': 'portable-path',
    'bell\u0007': 'portable-path',
    'new\nline': 'portable-path',
    'pay\u202efdp.exe': 'portable-path',
    'what?': 'portable-path',
    'README.MD': 'name-collision',
    'SRC/x.ts': 'name-collision',
  };
  for (const [path, rule] of Object.entries(paths)) {
    it(`refuses ${JSON.stringify(path)}`, async () => {
      const verdict = await judge(await planted({ [path]: '100644' }));
      expect(rulesOf(verdict)).toContain(rule);
      expect(verdict.formatOk).toBe(false);
    });
  }

  it('refuses long paths and long names', async () => {
    expect(
      rulesOf(await judge(await planted({ [['x', 'y', 'z'].map((one) => one.repeat(90)).join('/')]: '100644' }))),
    ).toContain('portable-path');
    expect(rulesOf(await judge(await planted({ ['ü'.repeat(140)]: '100644' })))).toContain('portable-path');
  });

  it('refuses two new paths that differ in Unicode form only', async () => {
    expect(rulesOf(await judge(await planted({ 'caf\u00e9': '100644', 'cafe\u0301': '100644' })))).toEqual([
      'name-collision',
    ]);
  });

  it('refuses a folder that git would take for a bare repository', async () => {
    const patch = await captureChange(fixture.git, fixture.base, {
      'x/HEAD': 'ref: refs/heads/main\n',
      'x/config': '[core]\n\tfsmonitor = touch /tmp/x\n',
      'x/objects/keep': '',
      'x/refs/keep': '',
    });
    expect(rulesOf(await judge(patch))).toEqual(['embedded-repository']);
  });
});

describe('attacks on the mode', () => {
  for (const [mode, what] of Object.entries({ '120000': 'symbolic link', '160000': 'submodule' })) {
    it(`refuses a ${what}`, async () => {
      expect(rulesOf(await judge(await planted({ evil: mode })))).toContain('file-modes');
    });
  }

  it('refuses a file that becomes a link, and a link that becomes a file', async () => {
    const there = await captureChange(fixture.git, fixture.base, { 'README.md': { link: 'src/a.ts' } });
    // The cause first: git writes such a change as two files of one name, which the format does not allow.
    expect(rulesOf(await judge(there))).toEqual(['file-modes', 'format']);
    const back = await captureChange(fixture.git, fixture.base, { 'link.ts': 'not a link\n' });
    expect(rulesOf(await judge(back))).toContain('file-modes');
  });

  it('says that a file becomes executable without refusing it', async () => {
    const verdict = await judge(await planted({ 'run.sh': '100755' }));
    expect(rulesOf(verdict)).toEqual([]);
    expect(rulesOf(verdict, 'warning')).toEqual(['file-modes']);
  });
});

describe('scope and limits', () => {
  const change: Change = { 'src/a.ts': 'x\n', 'src/new.ts': 'n\n', 'README.md': null };

  it('names every path outside what may be written and created', async () => {
    const patch = await captureChange(fixture.git, fixture.base, change);
    const verdict = await judge(patch, { write: ['src/a.ts'], create: ['docs/**'] });
    expect(verdict).toMatchObject({ formatOk: true, scopeOk: false, constraintsOk: true });
    expect(verdict.findings.map((one) => one.path).sort()).toEqual(['README.md', 'src/new.ts']);
  });

  it('lets a created file match create and a changed one write only', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'x\n', 'docs/new.md': 'n\n' });
    expect((await judge(patch, { write: ['src/**'], create: ['docs/**'] })).scopeOk).toBe(true);
    expect((await judge(patch, { write: [], create: ['docs/**', 'src/**'] })).scopeOk).toBe(false);
  });

  it('holds both ends of a rename to the scope', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'src/b.ts': null, 'lib/b.ts': 'b\n' });
    const verdict = await judge(patch, { write: ['lib/**'] });
    expect(verdict.findings.map((one) => one.path)).toEqual(['src/b.ts']);
  });

  it('knows a forbidden path in any spelling', async () => {
    const verdict = await judge(await planted({ 'Secrets/KEY.pem': '100644' }), { forbidden: ['secrets/**'] });
    expect(verdict.scopeOk).toBe(false);
    const policy = await judge(await planted({ 'Secrets/KEY.pem': '100644' }), {}, { forbidPaths: ['secrets/'] });
    expect(policy).toMatchObject({ scopeOk: true, constraintsOk: false });
  });

  it('counts lines and files', async () => {
    const patch = await captureChange(fixture.git, fixture.base, change);
    expect(rulesOf(await judge(patch, {}, { maxFilesChanged: 2 }))).toEqual(['size']);
    expect(rulesOf(await judge(patch, {}, { maxLinesChanged: 4 }))).toEqual(['size']);
  });

  it('refuses a binary file where the policy does, a late NUL included', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'x.bin': Buffer.from([0, 1, 2]) });
    expect(rulesOf(await judge(patch))).toEqual(['binary']);
    expect((await judge(patch, {}, { forbidBinary: false })).findings).toEqual([]);
    const late = await captureChange(fixture.git, fixture.base, {
      'x.txt': `${'x\n'.repeat(50)}${'y'.repeat(9000)}\0\n`,
    });
    expect(rulesOf(await judge(late))).toEqual(['binary']);
  });

  it('wants a required test gate for files that the policy names', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'x\n', 'README.md': 'x\n' });
    const requireTestsFor = ['src/**'];
    expect((await judge(patch, {}, { requireTestsFor })).findings).toMatchObject([
      { rule: 'required-tests', severity: 'error', path: 'src/a.ts' },
    ]);
    expect(rulesOf(await judge(patch, {}, { requireTestsFor, testGates: ['unit'] }))).toEqual([]);
    expect(rulesOf(await judge(patch, {}, { requireTestsFor: ['lib/**'] }))).toEqual([]);
  });

  it('holds added lines to ASCII where a level asks for it, with the line', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'one\nzwölf\n' });
    expect(rulesOf(await judge(patch))).toEqual([]);
    expect((await judge(patch, {}, { asciiOnly: true })).findings).toMatchObject([
      { rule: 'ascii-only', path: 'src/a.ts', line: 2, message: 'This line holds "ö", which is not ASCII' },
    ]);
  });

  it('wants a document with every change where a level asks for it', async () => {
    const code = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'x\n' });
    const both = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'x\n', 'docs/a.md': 'x\n' });
    expect(rulesOf(await judge(code, {}, { requireDocUpdate: true }))).toEqual(['doc-update']);
    expect(rulesOf(await judge(both, {}, { requireDocUpdate: true }))).toEqual([]);
  });

  it('warns about files that steer tools and about hidden characters', async () => {
    const patch = await captureChange(fixture.git, fixture.base, {
      '.github/workflows/ci.yml': 'on: push\n',
      'src/.vscode/tasks.json': '{}\n',
      'src/a.ts': 'one\nif (a\u202e) {}\n',
    });
    const verdict = await judge(patch);
    expect(rulesOf(verdict)).toEqual([]);
    expect(verdict.findings.map((one) => [one.rule, one.path, one.line])).toEqual([
      ['protected-paths', '.github/workflows/ci.yml', 0],
      ['protected-paths', 'src/.vscode/tasks.json', 0],
      ['hidden-characters', 'src/a.ts', 2],
    ]);
  });

  it('keeps the list of findings short when a tool deletes everything', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`deep/f${n}.ts`, `${n}\n`]));
    const base = fixture.repo.commit(many);
    const patch = await captureChange(fixture.git, base, { deep: null });
    const verdict = await judge(patch, { write: ['src/**'] });
    expect(verdict.findings).toHaveLength(201);
    expect(verdict).toMatchObject({ formatOk: false, scopeOk: false });
  });
});

describe('a diff that does not say what the tree says', () => {
  const lies: Readonly<Record<string, readonly [lie: (diff: string) => string, ...rules: string[]]>> = {
    'shows other content': [(diff) => diff.replace('+zwei', '+drei'), 'agreement', 'same-result'],
    'hides a file': [(diff) => diff.slice(0, diff.indexOf('diff --git a/src/b.ts')), 'agreement', 'same-result'],
    'names another file': [(diff) => diff.replaceAll('src/b.ts', 'src/z.ts'), 'agreement', 'same-result'],
    'shows another mode': [
      (diff) => diff.replace('index', 'old mode 100644\nnew mode 100755\nindex').replace(' 100644\n---', '\n---'),
      'agreement',
      'same-result',
    ],
    'starts from other lines': [(diff) => diff.replace('-two', '-too'), 'agreement', 'same-result'],
    'copies what the base has not': [
      (diff) =>
        `${diff}diff --git a/etc/passwd b/src/c.ts\nsimilarity index 100%\ncopy from etc/passwd\ncopy to src/c.ts\n`,
      'agreement',
      'copy-source',
      'same-result',
    ],
    'moves a link': [
      (diff) =>
        `${diff}diff --git a/link.ts b/src/c.ts\nsimilarity index 100%\nrename from link.ts\nrename to src/c.ts\n`,
      'agreement',
      'copy-source',
      'same-result',
    ],
    'is cut short': [(diff) => diff.slice(0, -3), 'format'],
    'is followed by prose': [(diff) => `${diff}\n-- \ngit\n`, 'format'],
    'is empty': [() => '', 'agreement', 'same-result'],
  };
  for (const [name, [lie, ...rules]] of Object.entries(lies)) {
    it(`is refused when it ${name}`, async () => {
      const patch = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'one\nzwei\n', 'src/b.ts': 'c\n' });
      const diff = Buffer.from(lie(Buffer.from(patch.diff).toString('utf8')));
      const verdict = await judge({ ...patch, diff });
      expect(verdict.formatOk).toBe(false);
      expect(rulesOf(verdict)).toEqual(rules);
    });
  }

  it('is refused before a small patch inflates to a large file', async () => {
    const patch = await captureChange(fixture.git, fixture.base, { 'old.bin': Buffer.from([0, 2]) });
    const bomb = Buffer.from(patch.diff)
      .toString('latin1')
      .replace(/literal \d+/, 'literal 536870912');
    const verdict = await judge({ ...patch, diff: Buffer.from(bomb, 'latin1') }, {}, { forbidBinary: false });
    expect(rulesOf(verdict)).toEqual(['format']);
  });
});

describe('what a patch changes is signed', () => {
  it('so that the one which takes it back bears the same names the other way round', async () => {
    const there = await captureChange(fixture.git, fixture.base, { 'src/a.ts': 'one\nzwei\n', 'src/c.ts': 'new\n' });
    const changed = gitIn(fixture.repo.root, ['commit-tree', '-p', fixture.base, '-m', 'there', there.tree]);
    const back = await captureChange(fixture.git, changed, { 'src/a.ts': 'one\ntwo\n', 'src/c.ts': null });
    const [signed = [], taken = []] = [(await judge(there)).signatures, (await judge(back)).signatures];
    expect(signed.map(({ path }) => path)).toEqual(['src/a.ts', 'src/c.ts']);
    expect(taken).toEqual(signed.map((one) => ({ ...one, forward: !one.forward })));
  });
});

describe('line endings', () => {
  const lines = (end: string) => Array.from({ length: 9 }, (_, n) => `line ${n}${end}`).join('');
  const found = async (before: string, after: string) => {
    const base = fixture.repo.commit({ 'ends.txt': before });
    const { findings } = await judge(await captureChange(fixture.git, base, { 'ends.txt': after }));
    return findings.filter(({ rule }) => rule === 'line-endings').map(({ action, message }) => [action, message]);
  };

  it('go to a person when a whole file gets others', async () => {
    expect(await found(lines('\n'), lines('\r\n'))).toEqual([
      ['review', '9 lines of ends.txt only change their ending, from LF to CR LF'],
    ]);
    expect(await found(lines('\r\n'), `${lines('\n')}more\n`)).toEqual([
      ['review', '9 lines of ends.txt only change their ending, from CR LF to LF'],
    ]);
  });

  it('are nobody’s business in a file that keeps them, or where two lines are mended', async () => {
    expect(await found(lines('\r\n'), lines('\r\n').replaceAll('line', 'row'))).toEqual([]);
    expect(await found(`${lines('\n')}a\r\nb\r\n`, `${lines('\n')}a\nb\n`)).toEqual([]);
  });
});

describe('the markers of a merge', () => {
  const marked = (lines: string) => captureChange(fixture.git, fixture.base, { 'src/b.ts': lines });

  it('are refused where a merge was left undone, with the place', async () => {
    const verdict = await judge(await marked('b\n<<<<<<< run\nx\n=======\ny\n>>>>>>> patch\n'));
    expect(verdict).toMatchObject({ formatOk: false });
    expect(verdict.findings.filter(({ rule }) => rule === 'conflict-markers')).toMatchObject([
      { severity: 'error', path: 'src/b.ts', line: 2 },
    ]);
    expect(rulesOf(await judge(await marked('b\nx\n=======\ny\n>>>>>>> patch\n')))).toEqual(['conflict-markers']);
  });

  it('go to a person where it may be a text about them, and are nothing where they underline', async () => {
    const quoted = await judge(await marked('b\n>>>>>>> he said\n'));
    expect(quoted.findings).toMatchObject([
      { rule: 'conflict-markers', severity: 'warning', action: 'review', line: 2 },
    ]);
    expect((await judge(await marked('b\nA title\n=======\n'))).findings).toEqual([]);
  });
});

describe('git’s own strict check', () => {
  it('finds the fault of a tree in its own words, and leaves nothing behind', async () => {
    const { findings } = await judge(await planted({ '.git/config': '100644' }));
    const said = findings.filter(({ rule }) => rule === 'sound-objects').map(({ message }) => message);
    expect(said.join('\n')).toMatch(/hasDotgit/);
    expect(readdirSync(fixture.git.shadowDir).filter((name) => name.startsWith('check-'))).toEqual([]);
  });
});

describe('our own applier', () => {
  it('makes the content of the tree from every real diff, deltas included', async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251));
    const base = fixture.repo.commit({ 'big.bin': noise });
    const edits = fc.array(fc.tuple(fc.nat(3999), fc.uint8Array({ maxLength: 30 })), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(edits, async (splices) => {
        const content = splices.reduce(
          (old, [at, bytes]) => Buffer.concat([old.subarray(0, at), bytes, old.subarray(at + 5)]),
          noise,
        );
        const patch = await captureChange(fixture.git, base, { 'big.bin': content });
        expect((await judge(patch, {}, { forbidBinary: false })).formatOk).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
