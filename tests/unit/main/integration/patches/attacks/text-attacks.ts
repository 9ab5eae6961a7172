// Attacks by the words of a patch from elsewhere: it says one thing and does another, or reaches where none may.
import type { Attack, End } from './attack.ts';

const A = 'ce013625030ba8dba906f756967f9e9ca394464a'; // "hello\n"
const X = '587be6b4c3f93f93c489c0111bba5596147a26cb'; // "x\n"
const ZERO = '0'.repeat(40);

function created(path: string, more = ''): string {
  return `diff --git a/${path} b/${path}\nnew file mode 100644\nindex ${ZERO}..${X}\n--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x\n${more}`;
}

const README = `diff --git a/readme.md b/readme.md\nindex ${A}..${X} 100644\n--- a/readme.md\n+++ b/readme.md\n@@ -1 +1 @@\n-hello\n+x\n`;

interface Row {
  readonly name: string;
  readonly text: string | Buffer;
  readonly rule?: string;
  readonly end?: End;
}

const ROWS: readonly Row[] = [
  {
    name: 'copies from outside the repository',
    text: `diff --git a/../secret b/stolen\nsimilarity index 100%\ncopy from ../secret\ncopy to stolen\n`,
  },
  {
    name: 'renames from outside',
    text: `diff --git a/../secret b/stolen\nsimilarity index 100%\nrename from ../secret\nrename to stolen\n`,
  },
  {
    name: 'renames to outside',
    text: `diff --git a/readme.md b/../out\nsimilarity index 100%\nrename from readme.md\nrename to ../out\n`,
  },
  {
    name: 'copies to git’s folder',
    text: `diff --git a/readme.md b/.git/hooks/x\nsimilarity index 100%\ncopy from readme.md\ncopy to .git/hooks/x\n`,
  },
  {
    name: 'copies what is not there',
    text: `diff --git a/nothing b/stolen\nsimilarity index 100%\ncopy from nothing\ncopy to stolen\n`,
  },
  {
    name: 'traversal in quoted octal',
    text: created('x').replaceAll('b/x', '"b/\\056\\056/x"').replaceAll('a/x', '"a/\\056\\056/x"'),
  },
  { name: 'traversal', text: created('../x') },
  { name: 'an absolute path', text: created('/tmp/x') },
  { name: 'a traditional header with an absolute path', text: '--- /dev/null\n+++ /tmp/x\n@@ -0,0 +1 @@\n+x\n' },
  { name: 'headers that disagree, to git’s folder', text: README.replace('+++ b/readme.md', '+++ b/.git/config') },
  { name: 'headers that disagree, to outside', text: README.replace('+++ b/readme.md', '+++ b/../x') },
  { name: 'a second patch behind prose', text: `${README}\nThat was all.\n\n${created('hidden.ts')}` },
  { name: 'a patch inside a mail', text: `From: a@b\nSubject: [PATCH] small\n\nText\n---\n${README}-- \n2.39\n` },
  { name: 'a second patch in the message', text: `Subject: x\n\n${created('one.ts')}\n---\n${README}` },
  { name: 'a file named twice', text: README + README },
  { name: 'a file made and changed', text: created('n.ts') + created('n.ts') },
  { name: 'counts that are too high', text: README.replace('@@ -1 +1 @@', '@@ -1 +1,99999999999 @@') },
  { name: 'counts that are too low', text: README.replace('@@ -1 +1 @@', '@@ -1 +0,0 @@') },
  { name: 'headers with carriage returns', text: created('cr.ts').replaceAll('\n', '\r\n') },
  { name: 'a name that ends in a carriage return (CVE-2025-48384)', text: created('mod\r') },
  { name: 'a NUL in a header', text: Buffer.from(created('nul.ts').replace('b/nul.ts\nnew', 'b/nul.ts\0evil\nnew')) },
  { name: 'a name that is not UTF-8', text: Buffer.from(created('n\u00ff.ts'), 'latin1') },
  {
    name: 'a mode that runs with the rights of another, which git makes a plain program',
    text: 'diff --git a/readme.md b/readme.md\nold mode 100644\nnew mode 104755\n',
    end: 'reviewed',
    rule: 'file-modes',
  },
  { name: 'a folder as if it were a file', text: created('odd').replace('mode 100644', 'mode 040000') },
  { name: 'a submodule as text', text: created('odd').replace('mode 100644', 'mode 160000') },
  {
    name: 'a binary bomb',
    text: `diff --git a/z.bin b/z.bin\nnew file mode 100644\nindex ${ZERO}..${X}\nGIT binary patch\nliteral 536870912\nzcmZQz00IC20RR91\n\nliteral 0\nHcmV?d00001\n\n`,
  },
  {
    name: 'a binary that is not what it says',
    text: `diff --git a/z.bin b/z.bin\nnew file mode 100644\nindex ${ZERO}..${X}\nGIT binary patch\nliteral 5\nMcmZQz00IC200\n\n`,
  },
  {
    name: 'writing through a link (CVE-2023-23946)',
    text: `diff --git a/l b/l\nnew file mode 120000\nindex ${ZERO}..${X}\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+..\n\\ No newline at end of file\n${created('l/x')}`,
  },
  { name: 'rejects that are written through a link (CVE-2023-25652)', text: README.replace('-hello', '-other') },
  { name: 'nothing', text: '' },
  { name: 'no patch', text: 'rm -rf /\n' },
  {
    name: 'a reverse of a patch that never was',
    text: `diff --git a/gone b/gone\ndeleted file mode 100644\nindex ${X}..${ZERO}\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n`,
  },
];

/** Whoever sees it first may refuse it: the reader, git, or the rules on the result. */
export const TEXT_ATTACKS: readonly Attack[] = ROWS.map(({ name, text, rule = '*', end = 'refused' }) => ({
  name,
  text,
  end,
  rule,
}));
