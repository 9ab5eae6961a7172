// docs/migrating.md is run from top to bottom on a generated repository: each file is written, each command does what the page says.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gitIn, writeFile } from '../fakes/temp-repository.ts';
import { type Answer, type Desk, openDesk } from './patchbay-program.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/migrating.md'), 'utf8');

/** Tools that find something new to do each time. */
const TOOLS = {
  'tools/notes.js': "require('fs').appendFileSync('docs/notes.md', '- one more line\\n');\n",
  'tools/version.js': `const fs = require('fs');
fs.writeFileSync('src/version.txt', Number(fs.readFileSync('src/version.txt', 'utf8')) + 1 + '\\n');
`,
  'tools/rename.js': `const fs = require('fs');
for (const part of fs.readdirSync('src/parts')) fs.appendFileSync('src/parts/' + part, 'renamed\\n');
`,
  'tools/check.js':
    "process.exit(Number.isInteger(Number(require('fs').readFileSync('src/version.txt', 'utf8'))) ? 0 : 1);\n",
};

type Step = { readonly command: string } | { readonly file: string; readonly text: string };

/** Blocks in the order of the page. A block of text belongs to the file named just before it. */
function stepsOf(page: string): readonly Step[] {
  const blocks = page.matchAll(/(?:File `([^`]+)`:\n\n)?```(console|yaml|json)\n([\s\S]*?)```/g);
  return [...blocks].flatMap(([, file, language, text = '']): readonly Step[] => {
    if (language === 'console')
      return text
        .trim()
        .split('\n')
        .map((command) => ({ command }));
    return [{ file: file ?? '', text }];
  });
}

interface Expected {
  /** Begin of the command. */
  readonly command: string;
  readonly code?: number;
  readonly says?: RegExp;
  readonly notSays?: RegExp;
}

const RUN = 'patchbay run plans/old.plan.yaml';
const PUBLISH = { command: 'patchbay publish RUN' };
const COMMIT = { command: 'git commit' };

/** What the page promises of each command, in its order. */
const EXPECTED: readonly Expected[] = [
  { command: 'patchbay import', says: /dropped|tool/ },
  { command: 'patchbay validate', says: /ok \(patchbay\/plan\.v1\)/ },
  { command: 'git add' },
  COMMIT,
  {
    command: 'patchbay plan',
    says: /Unprotected: 3 of 3 tasks[\s\S]*direct edit \(patchbay\.yaml: flags\.patch_mode\)/,
  },
  { command: RUN, says: /rename: as a patch it would be refused: 12 changed files[\s\S]*3 unprotected direct edits/ },
  PUBLISH,
  { command: 'git log', says: /^\S+ Rename.+\n\S+ Raise.+\n\S+ Bring.+$/ },
  { command: 'git clone' },
  { command: RUN, says: /3 unprotected direct edits/ },
  { command: `${RUN} --project`, says: /1 of 1 patches committed, 2 unprotected direct edits/ },
  { command: 'git fetch' },
  { command: 'git diff', says: /^\n*$/ },
  { command: 'patchbay verify' },
  PUBLISH,
  COMMIT,
  { command: RUN, says: /1 of 1 patches committed, 2 unprotected direct edits/ },
  { command: 'patchbay patch list', says: /committed +notes .*docs\/notes\.md/ },
  PUBLISH,
  COMMIT,
  { command: RUN, says: /2 of 2 patches committed, 1 unprotected direct edit committed,/ },
  PUBLISH,
  { command: 'git -C' },
  { command: 'git -C' },
  { command: `${RUN} --project`, code: 1, says: /rename[\s\S]*12 changed files[\s\S]*2 of 3 patches committed,/ },
  COMMIT,
  { command: 'patchbay plan', notSays: /Unprotected|direct edit/ },
  { command: RUN, says: /3 of 3 patches committed,/, notSays: /nprotected/ },
  PUBLISH,
  { command: 'git revert' },
  { command: 'patchbay plan', says: /Unprotected: 1 of 3 tasks/ },
  { command: 'git revert' },
];

let desk: Desk;
beforeAll(() => {
  desk = openDesk('migrating');
  const parts = Array.from({ length: 12 }, (_, at) => [`src/parts/part-${at + 1}.txt`, `part ${at + 1}\n`]);
  desk.repository.commit({
    ...TOOLS,
    ...Object.fromEntries(parts),
    'docs/notes.md': '# Notes\n',
    'src/version.txt': '1\n',
  });
  desk.repository.git('config', 'user.name', 'Test');
  desk.repository.git('config', 'user.email', 'test@localhost');
});
afterAll(() => desk.remove());

test('every command of the page does what the page says', { timeout: 240_000 }, async () => {
  const expected = [...EXPECTED];
  const ids = { RUN: '', SHADOW: '' };
  for (const step of stepsOf(PAGE)) {
    if ('file' in step) {
      expect(step.file, 'a block of text names its file').not.toBe('');
      writeFile(resolve(desk.root, step.file), step.text);
      continue;
    }
    const wanted = expected.shift();
    expect(
      step.command.startsWith(wanted?.command ?? 'nothing more'),
      `${step.command} stands where ${wanted?.command} is expected`,
    ).toBe(true);
    const answer = await perform(step.command.replace('SHADOW', ids.SHADOW).replace('RUN', ids.RUN));
    const told = `${step.command}\n${answer.said}`;
    expect(answer.code, told).toBe(wanted?.code ?? 0);
    if (wanted?.says !== undefined) expect(answer.said, told).toMatch(wanted.says);
    if (wanted?.notSays !== undefined) expect(answer.said, told).not.toMatch(wanted.notSays);
    const run = /^Run ([0-9A-Z]{26}) /m.exec(answer.stdout)?.[1];
    if (run !== undefined) ids[step.command.includes('../shadow') ? 'SHADOW' : 'RUN'] = run;
  }
  expect(expected).toEqual([]);
  expect(desk.repository.git('status', '--porcelain')).toBe('');
});

test('the commands need no shell of their own: no quotes inside words, no pipes, no variables', () => {
  for (const step of stepsOf(PAGE)) if ('command' in step) expect(step.command).toMatch(/^[A-Za-z0-9 _.,:/~"-]+$/);
});

async function perform(command: string): Promise<Answer> {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const [program, ...args] = words;
  if (program === 'patchbay') {
    const [name = '', ...rest] = args;
    // A `--project` of the page comes after that of the desk, and the last one counts.
    return desk.run([name, ...rest], { cwd: desk.root });
  }
  expect(program).toBe('git');
  try {
    const stdout = gitIn(desk.root, args);
    return { code: 0, stdout, stderr: '', said: stdout };
  } catch (thrown) {
    return {
      code: Number(Reflect.get(Object(thrown), 'status')),
      stdout: '',
      stderr: String(thrown),
      said: String(thrown),
    };
  }
}
