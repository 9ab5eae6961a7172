// The rules of the house as tests: rooms, purity, size, names, documents and supply, each shown to be able to fail.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawRooms, withRooms } from '../build/draw-rooms.ts';
import { ROOMS } from '../build/rooms.ts';
import { ERRORS } from '../src/shared/lib/errors.ts';
import { adapterViolations, commitViolations, rendererViolations } from './tidy/boundary-rules.ts';
import { readChecklist } from './tidy/checklist.ts';
import {
  exportViolations,
  headerViolations,
  markViolations,
  nameViolations,
  purityViolations,
  sizeViolations,
  sqlViolations,
} from './tidy/code-rules.ts';
import { readInvariants } from './tidy/docs-proofs.ts';
import { referenceViolations } from './tidy/docs-references.ts';
import { importCycles } from './tidy/import-cycles.ts';
import { roomViolations } from './tidy/room-rules.ts';
import { filesBelow, list, parse, ROOT, type SourceFile, sourceFiles, type Violation } from './tidy/source-files.ts';
import { type Lock, supplyViolations } from './tidy/supply-rules.ts';
import { skippingViolations, testsOf } from './tidy/test-rules.ts';

const src = sourceFiles('src');
const tests = sourceFiles('tests');
const build = sourceFiles('build');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const inRoom = (path: string) => src.filter((file) => file.path.startsWith(`src/${path}/`));

/** Fails with one line a violation. */
function expectNone(files: readonly SourceFile[], rule: (file: SourceFile) => readonly Violation[]): void {
  expect(list(files.flatMap(rule))).toBe('');
}

function planted(path: string, text: string, rule: (file: SourceFile) => readonly Violation[]): string {
  return list(rule(parse(path, text)));
}

test('every import follows the table of rooms', () => expectNone(src, roomViolations));

test.each([
  ['src/shared/lib/x.ts', `import { a } from '../domain/run.ts';`, 'shared/lib may not import shared/domain'],
  ['src/main/store/x.ts', `import type { A } from '../engine/a.ts';`, 'main/store may not import main/engine'],
  ['src/main/engine/x.ts', `import { app } from 'electron';`, 'imports electron outside'],
  ['src/shared/plan/x.ts', `const fs = await import('node:fs');`, 'may not import node:fs in shared/plan'],
  ['src/shared/ipc/x.ts', `export type A = import('better-sqlite3').Database;`, 'may not import better-sqlite3'],
  ['src/renderer/panels/run/x.tsx', `import { a } from '../diff/a.tsx';`, 'panel run may not import panel diff'],
  ['src/renderer/shell/x.tsx', `import { a } from 'node:fs';`, 'may not import node:fs'],
  ['src/elsewhere/x.ts', '', 'stands in no room'],
  ['src/main/store/x.ts', `import { a } from '../../../build/rooms.ts';`, 'stands in no room'],
])('a planted import is found: %s %s', (path, text, message) => {
  expect(planted(path, text, roomViolations)).toContain(message);
});

test('no files import each other in a circle', () => {
  expect(importCycles(src).join('\n')).toBe('');
});

test('a planted circle is found', () => {
  const a = parse('src/a.ts', `import type { B } from './b.ts';`);
  const b = parse('src/b.ts', `import { c } from './c.ts';`);
  const c = parse('src/c.ts', `import { a } from './a.ts';`);
  expect(importCycles([a, b, c])).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts']);
  expect(importCycles([a, b])).toEqual([]);
});

test('only the store knows SQL', () => {
  expectNone(
    src.filter((file) => !file.path.startsWith('src/main/store/')),
    sqlViolations,
  );
});

test('shared performs no I/O and reads no clock or randomness', () => expectNone(inRoom('shared'), purityViolations));

test('every file begins with a sentence on what it is for', () => {
  expectNone([...src, ...tests, ...build], headerViolations);
});

test('no file is longer than one can hold', () => expectNone([...src, ...tests], sizeViolations));

test('file names say what the file is', () => {
  expect(list([...src, ...build].flatMap(({ path }) => nameViolations(path)))).toBe('');
});

test('no default exports and no barrels', () => expectNone(src, exportViolations));

test('nothing is left to do in a comment', () => expectNone([...src, ...tests, ...build], markViolations));

test('no test is left out without a reason', () => expectNone(tests, skippingViolations));

test.each([
  [sqlViolations, `const q = db.prepare('SELECT a FROM b');`],
  [sqlViolations, 'const q = `UPDATE $' + '{table} SET x = 1`;'],
  [sqlViolations, `const q = 'PRAGMA user_version';`],
  [purityViolations, 'const t = Date.now();'],
  [purityViolations, 'const t = new Date();'],
  [purityViolations, 'const r = Math.random();'],
  [purityViolations, 'const t = performance.now();'],
  [purityViolations, 'const i = crypto.randomUUID();'],
  [purityViolations, 'setTimeout(wake, 5);'],
  [headerViolations, 'export const a = 1;'],
  [headerViolations, '// no sentence\n'],
  [sizeViolations, '\n'.repeat(401)],
  [exportViolations, 'export default 1;'],
  [exportViolations, 'export default function a() {}'],
  [exportViolations, `export { a } from './a.ts';`],
  [exportViolations, `export * from './a.ts';`],
  [markViolations, '// TO' + 'DO later'],
  [skippingViolations, `test.only('a', () => {});`],
  [skippingViolations, `describe.skip('a', () => {});`],
])('a planted violation is found (%o in %s)', (rule, text) => {
  expect(planted('src/shared/lib/x.ts', text, rule)).not.toBe('');
});

test.each(['src/shared/lib/utils.ts', 'src/a/index.ts', 'src/a/git-helpers.ts', 'src/a/GitVerb.ts'])(
  'the name %s is refused',
  (path) => expect(nameViolations(path)).toHaveLength(1),
);

test('what is allowed is not found', () => {
  expect(
    planted(
      'src/shared/lib/x.ts',
      'const d = new Date(atMs); const e = (document: D) => document.b;',
      purityViolations,
    ),
  ).toBe('');
  expect(planted('src/a.ts', `const help = 'Select a run from the list';`, sqlViolations)).toBe('');
  expect(
    planted('a.test.ts', `// POSIX modes do not exist on Windows\ntest.skipIf(win)('a', f);`, skippingViolations),
  ).toBe('');
});

test('every error code has its paragraph in docs/errors.md, and every paragraph its code', () => {
  const sections = read('docs/errors.md').split(/^## /m).slice(1);
  const codes = sections.map((section) => section.split('\n')[0]?.trim());
  expect(codes).toEqual(Object.keys(ERRORS));
  const empty = sections.filter((section) => !/\n\n\S.{40}/.test(section));
  expect(empty).toEqual([]);
});

test('every proof in docs/checklist.md is a test that exists and runs', () => {
  const problems = readChecklist(read('docs/checklist.md')).flatMap(({ line, promise, proof, issue }) => {
    const place = `docs/checklist.md:${line}`;
    if (proof === null) return issue === null ? [`${place} names neither a test nor an issue: ${promise}`] : [];
    if (!existsSync(join(ROOT, proof.file))) return [`${place} names a missing file: ${proof.file}`];
    const found = testsOf(parse(proof.file, read(proof.file))).get(proof.test);
    if (found === undefined) return [`${place} names a missing test: ${proof.file} › ${proof.test}`];
    return found.skipped ? [`${place} names a skipped test: ${proof.test}`] : [];
  });
  expect(problems.join('\n')).toBe('');
});

test('docs/checklist.md has every line of the brief, phases 1 to 7', () => {
  const phases = read('docs/checklist.md')
    .split(/^## Phase /m)
    .slice(1);
  expect(phases.map((phase) => readChecklist(phase).length)).toEqual([6, 5, 5, 4, 5, 5, 5]);
});

test('tests of a checked file are found, with the skipped ones marked', () => {
  const text = `test('a', f); test.each([1])('b %s', f); test.skip('c', f); call('d'); it(\`e \${x}\`, f);`;
  const found = testsOf(parse('x.test.ts', text));
  expect([...found]).toEqual([
    ['a', { skipped: false }],
    ['b %s', { skipped: false }],
    ['c', { skipped: true }],
    ['e $' + '{x}', { skipped: false }],
  ]);
});

test('every package is whole, from the registry, under an accepted licence, and runs nothing when installed', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as Lock; // npm writes this shape
  expect(Object.keys(packages).length).toBeGreaterThan(1);
  expect(supplyViolations({ packages }, []).join('\n')).toBe('');
});

test.each([
  [{ integrity: 'sha512-a', license: 'GPL-3.0' }, 'licence GPL-3.0'],
  [{ integrity: 'sha512-a', license: 'MPL-2.0' }, 'licence MPL-2.0'],
  [{ integrity: 'sha512-a', license: 'MIT AND GPL-3.0' }, 'licence'],
  [{ integrity: 'sha512-a' }, 'licence none'],
  [{ license: 'MIT' }, 'no sha512'],
  [{ integrity: 'sha512-a', license: 'MIT', resolved: 'git+ssh://x' }, 'not from the registry'],
  [{ integrity: 'sha512-a', license: 'MIT', hasInstallScript: true }, 'runs a script'],
])('a planted package is found: %o', (entry, message) => {
  const problems = supplyViolations({ packages: { '': {}, 'node_modules/x': entry } }, []);
  expect(problems.join()).toContain(message);
});

test('only the engine commits to the ledger', () => expectNone(src, commitViolations));

test('an adapter spawns, reads and writes nothing', () => expectNone(src, adapterViolations));

test('the renderer knows neither rows nor events of the store', () => expectNone(src, rendererViolations));

test.each([
  [commitViolations, 'src/main/hosts/x.ts', 'parts.store.commit(rows);'],
  [adapterViolations, 'src/main/execution/adapters/x.ts', `import { spawn } from 'node:child_process';`],
  [rendererViolations, 'src/renderer/views/x.ts', `import type { A } from '../../shared/ports/store.ts';`],
  [rendererViolations, 'src/renderer/views/x.ts', `import type { A } from '../../shared/events/event.ts';`],
])('a planted step over a boundary is found (%o in %s: %s)', (rule, path, text) => {
  expect(planted(path, text, rule)).not.toBe('');
});

test('the diagram of the rooms in ARCHITECTURE.md is that of build/rooms.ts (run: node build/draw-rooms.ts)', () => {
  const page = read('ARCHITECTURE.md');
  expect(page).toBe(withRooms(page));
});

test('following the arrows inside shared leads to exactly the imports of the table', () => {
  const arrows = [...drawRooms().matchAll(/(shared_\w+) --> (shared_\w+)/g)].map(([, from, to]) => [from, to]);
  const reach = (from: string | undefined, seen = new Set<string | undefined>()): Set<string | undefined> => {
    for (const [a, to] of arrows) if (a === from && !seen.has(to)) reach(to, seen.add(to));
    return seen;
  };
  for (const { path, imports } of ROOMS.filter((room) => room.path.startsWith('shared/'))) {
    const own = path.replace('/', '_');
    const reached = [...reach(own)].filter((name) => name !== own);
    expect(reached.sort()).toEqual(imports.map((name) => name.replace('/', '_')).sort());
  }
});

test('ARCHITECTURE.md can be read at one sitting and proves its 19 invariants with tests that run', () => {
  const page = read('ARCHITECTURE.md');
  expect(page.split('\n').length).toBeLessThanOrEqual(251);
  const invariants = readInvariants(page);
  expect(invariants.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, index) => index + 1));
  const problems = invariants.flatMap(({ number, proofs }) => {
    if (proofs.length === 0) return [`invariant ${number} names no test`];
    return proofs.flatMap(({ file, test: name }) => {
      const found = existsSync(join(ROOT, file)) ? testsOf(parse(file, read(file))).get(name) : undefined;
      if (found === undefined) return [`invariant ${number} names a missing test: ${file} › ${name}`];
      return found.skipped ? [`invariant ${number} names a skipped test: ${name}`] : [];
    });
  });
  expect(problems.join('\n')).toBe('');
});

const PAGES = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...filesBelow('docs').filter((path) => path.endsWith('.md')),
];

test('what the documents point at is there: files, folders, npm scripts', () => {
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts); // npm reads this shape
  expect(list(PAGES.flatMap((path) => referenceViolations({ path, text: read(path) }, scripts)))).toBe('');
});

test.each(['[a](docs/none.md)', 'see `src/main/none.ts`', '`npm run none`', '`npm run -s none -- x`'])(
  'a document that says %j is found',
  (text) => expect(referenceViolations({ path: 'README.md', text }, ['start'])).toHaveLength(1),
);

test('every decision is in the index of the decisions', () => {
  const records = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => /^\d{4}-.*\.md$/.test(name));
  const listed = [...read('docs/decisions/README.md').matchAll(/\((\d{4}-[^)]+\.md)\)/g)].map(([, name]) => name);
  expect(listed).toEqual(records.sort());
});
