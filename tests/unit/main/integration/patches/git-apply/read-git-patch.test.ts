// Each odd kind of patch as git reads it: the same names and counts as `git apply --numstat`, or refused as git refuses it.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PLAIN_APPLY } from '../../../../../../src/main/integration/patches/git-apply/git-patch.ts';
import { readGitPatch } from '../../../../../../src/main/integration/patches/git-apply/read-git-patch.ts';
import { LIMITS } from '../../../../../../src/shared/domain/limits.ts';
import { tempRepository } from '../../../../../fakes/temp-repository.ts';

const repository = tempRepository('odd');
const { root } = repository;
const LINES = Array.from({ length: 30 }, (_, line) => `line ${line}\n`).join('');
const base = repository.commit({
  'plain.txt': LINES,
  'with space.txt': 'a\nb\n',
  'ünïcode.txt': 'a\nb\n',
  'tab\there "quoted".txt': 'a\nb\n',
  'crlf.txt': 'a\r\nb\r\n',
  'unfinished.txt': 'a\nb',
  'empty.txt': '',
  'binary.bin': Buffer.from([0, 1, 2, 3, 0]),
  'run.sh': 'x\n',
});
afterAll(() => repository.remove());

/** The diff that git writes for a change of the work tree. */
function diffOf(change: () => void, ...shape: readonly string[]): Buffer {
  repository.git('reset', '-q', '--hard', base);
  repository.git('clean', '-qfdx');
  change();
  repository.git('add', '-A');
  return execFileSync('git', ['diff', '--cached', ...shape], { cwd: root });
}

const write = (path: string, body: string | Buffer) => writeFileSync(join(root, path), body);
const full = ['--full-index', '--binary', '-M'] as const;
const plain = diffOf(() => write('plain.txt', LINES.replace('line 4\n', 'four\n').replace('line 25\n', '')));
const edited = plain.toString('latin1');

const ODD: Readonly<Record<string, Buffer | string>> = {
  'two hunks': plain,
  'a new file': diffOf(() => write('new.txt', 'x\ny\n'), ...full),
  'a deleted file': diffOf(() => unlinkSync(join(root, 'plain.txt')), ...full),
  'a new empty file': diffOf(() => write('nothing.txt', ''), ...full),
  'a deleted empty file': diffOf(() => unlinkSync(join(root, 'empty.txt')), ...full),
  'a rename as it is': diffOf(() => renameSync(join(root, 'plain.txt'), join(root, 'moved.txt')), ...full),
  'a rename with changes': diffOf(
    () => {
      unlinkSync(join(root, 'plain.txt'));
      write('moved.txt', `${LINES}more\n`);
    },
    ...full,
  ),
  'a copy': diffOf(() => write('copied.txt', LINES), ...full, '-C', '--find-copies-harder'),
  'a change of mode': diffOf(() => chmodSync(join(root, 'run.sh'), 0o755), ...full),
  'a change of kind': diffOf(
    () => {
      unlinkSync(join(root, 'run.sh'));
      symlinkSync('plain.txt', join(root, 'run.sh'));
    },
    ...full,
  ),
  'a file without a line feed at its end': diffOf(() => write('unfinished.txt', 'a\nc'), ...full),
  'a line feed that comes': diffOf(() => write('unfinished.txt', 'a\nb\n'), ...full),
  'a file with CR LF': diffOf(() => write('crlf.txt', 'a\r\nc\r\n'), ...full),
  'a name with a space': diffOf(() => write('with space.txt', 'c\n'), ...full),
  'a name with umlauts, quoted': diffOf(() => write('ünïcode.txt', 'c\n'), ...full),
  'a name with a tab and quotes': diffOf(() => write('tab\there "quoted".txt', 'c\n'), ...full),
  'a binary file, whole': diffOf(() => write('binary.bin', Buffer.from([0, 9, 8])), ...full),
  'a new binary file': diffOf(() => write('other.bin', Buffer.alloc(300, 'ab\0')), ...full),
  'a binary file without its content': diffOf(() => write('binary.bin', Buffer.from([0, 9, 8]))),
  'a submodule': diffOf(
    () => {
      repository.git('update-index', '--add', '--cacheinfo', `160000,${'12'.repeat(20)},vendor`);
      repository.git('worktree', 'list');
    },
    ...full,
  ),
  'no context': diffOf(() => write('plain.txt', LINES.replace('line 4\n', 'four\n')), '-U0'),
  'names without a prefix': diffOf(() => write('plain.txt', 'x\n'), '--no-prefix'),
  'heads inside the content': diffOf(() =>
    write('plain.txt', `${LINES}-- a/x\n++ b/x\n@@ -1 +1 @@\ndiff --git a/x b/x\n`),
  ),
  'a patch in a mail': `From me\nSubject: x\n\n---\n plain.txt | 2 +-\n\n${edited}-- \n2.39.5\n`,
  'the names of another program': edited.replace(/^(?:diff|index).*\n/gm, ''),
  'a date behind the name': edited
    .replace(/^(?:diff|index).*\n/gm, '')
    .replace(/^(---|\+\+\+) .*/gm, '$&\t2026-01-02 03:04:05 +0100'),
  'a whole hunk too few lines': edited.slice(0, edited.indexOf('line 27')),
  'a head without a line feed and nothing behind it': `${edited.slice(0, edited.indexOf('@@'))}@@ -1,0 +1,0 @@`,
  'a head that counts too many lines': edited.replace('+1,', '+1,9'),
  'a head that counts too few lines': edited.replace(/^@@ -\d+,\d+/m, '@@ -1,2'),
  'a hunk without a head of its file': edited.slice(edited.indexOf('@@')),
  'a merge of two parents':
    'diff --cc plain.txt\nindex 1,2..3\n--- a/plain.txt\n+++ b/plain.txt\n@@@ -1,1 -1,1 +1,1 @@@\n- a\n -b\n++c\n',
  'only prose': 'nothing here\nthat is a patch\nat all\n',
  'nothing at all': '',
};

describe('an odd patch is read as git reads it', () => {
  it.each(Object.entries(ODD))('%s', (_, given) => {
    const patch = Buffer.from(given);
    const read = readGitPatch(patch, PLAIN_APPLY);
    const judge = spawnSync('git', ['apply', '--numstat', '-z', '-'], { cwd: root, input: patch });
    if (judge.status !== 0) {
      expect(read.kind).toBe('refused');
      return;
    }
    expect(read).toMatchObject({ kind: 'read' });
    if (read.kind !== 'read') return;
    const ours = read.files.map(({ binary, insertions, deletions, newName, oldName }) => {
      const counts = binary === null ? `${insertions}\t${deletions}` : '-\t-';
      return `${counts}\t${newName ?? oldName}\0`;
    });
    expect(ours.join('')).toBe(judge.stdout.toString('latin1'));
  });
});

describe('what fuzzing found is refused, as git refuses it', () => {
  const born = 'new file mode 100644\nindex 0000000..e69de29\n';
  it.each([
    ['a NUL in the line of both names', `diff --git a/x b\0/x\n${born}`, {}],
    ['an empty name', `diff --git  \n${born}--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n`, { strip: 0 }],
    [
      'a recounted hunk without its line feed',
      `${edited.slice(0, edited.indexOf('@@'))}@@ -1,7 +1,7 @@`,
      { recount: true },
    ],
    [
      'a damaged binary side behind a sound file',
      `${edited}diff --git a/b b/b\nindex 1..2\nGIT binary patch\nliteral 9\nzzz\n`,
      {},
    ],
  ])('%s', (_, patch, options) => {
    expect(readGitPatch(Buffer.from(patch), { ...PLAIN_APPLY, ...options })).toMatchObject({ kind: 'refused' });
  });
});

describe('a bomb is refused before it inflates', () => {
  const head = (size: number, lines: string) =>
    `diff --git a/b b/b\nnew file mode 100644\nindex ${'0'.repeat(40)}..${'1'.repeat(40)}\nGIT binary patch\nliteral ${size}\n${lines}\n\nliteral 0\nHcmV?d00001\n\n`;

  it.each([
    ['a size past the limit', head(LIMITS.binaryMaxBytes + 1, 'HcmV?d00001')],
    ['a size that its bytes cannot stand for', head(LIMITS.binaryMaxBytes, 'HcmV?d00001')],
    ['many sides that are too much together', 'x'],
  ])('%s', (name, given) => {
    const started = process.memoryUsage().rss;
    const patch = name.startsWith('many') ? manySides() : given;
    const read = readGitPatch(Buffer.from(patch), PLAIN_APPLY);
    expect(read).toMatchObject({ kind: 'refused' });
    expect(process.memoryUsage().rss - started).toBeLessThan(100 * 1024 * 1024);
  });

  /** Each of a size that is allowed. */
  function manySides(): string {
    write('noise.bin', Buffer.from(Array.from({ length: 400_000 }, (_, at) => (at * at * 31) % 256)));
    repository.git('add', '-A');
    const one = execFileSync('git', ['diff', '--cached', '--binary', '--full-index', base, '--', 'noise.bin'], {
      cwd: root,
    });
    return Array.from({ length: 40 }, (_, index) => one.toString('latin1').replaceAll('noise', `noise${index}`)).join(
      '',
    );
  }

  it('more hunks than anybody reads', () => {
    const hunks = '@@ -1 +1 @@\n-a\n+b\n'.repeat(LIMITS.patchReadHunks + 1);
    const read = readGitPatch(Buffer.from(`--- a/x\n+++ b/x\n${hunks}`), PLAIN_APPLY);
    expect(read).toMatchObject({ kind: 'refused', tooLarge: true });
  });
});
