// `patchbay patch check` through the real command line: the verdict is the exit code, and nothing is left behind.
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { PatchCheckReport } from '../../src/shared/ipc/patch-check.ts';
import { gitIn, writeFile } from '../fakes/temp-repository.ts';
import { checkoutSnapshot } from './checkout-snapshot.ts';
import { type Desk, openDesk } from './patchbay-program.ts';

let desk: Desk;
afterEach(() => desk.remove());

const FULL = ['--binary', '--full-index'];

/** What `git diff` says of these files, and the checkout as it was before. */
function diffOf(files: Readonly<Record<string, string>>, args: readonly string[] = FULL): string {
  for (const [path, text] of Object.entries(files)) writeFile(join(desk.root, path), text);
  gitIn(desk.root, ['add', '-AN']);
  const diff = `${gitIn(desk.root, ['diff', ...args])}\n`;
  gitIn(desk.root, ['reset', '-q', '--hard']);
  const file = join(desk.repository.folder, 'change.patch');
  writeFile(file, diff);
  return file;
}

function lines(count: number, odd = ''): string {
  return Array.from({ length: count }, (_, at) => `line ${at}${at === 10 ? odd : ''}\n`).join('');
}

test('an ordinary change is let on, with its files, and the repository stays as it was', async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': lines(20) });
  const file = diffOf({ 'a.txt': lines(20, ' changed'), 'new name.txt': 'new\n' });
  const before = checkoutSnapshot(desk.root);
  const refs = gitIn(desk.root, ['for-each-ref']);
  const { answer, json } = await desk.ask<PatchCheckReport>(['patch', 'check', file]);
  expect(answer.code, answer.said).toBe(0);
  expect(json).toMatchObject({ ok: true, format_ok: true, scope_ok: true, constraints_ok: true, findings: [] });
  expect(json.base).toBe(gitIn(desk.root, ['rev-parse', 'HEAD']));
  expect(json.files).toEqual([
    { path: 'a.txt', old_path: null, change: 'modified', insertions: 1, deletions: 1, binary: false },
    { path: 'new name.txt', old_path: null, change: 'added', insertions: 1, deletions: 0, binary: false },
  ]);
  expect(checkoutSnapshot(desk.root)).toEqual(before);
  expect(gitIn(desk.root, ['for-each-ref'])).toBe(refs);
});

test('a patch for another commit is refused with the place, and let on with that commit named', async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': lines(20) });
  const file = diffOf({ 'a.txt': lines(20, ' changed') });
  desk.repository.commit({ 'a.txt': lines(20, ' moved on') });
  const now = await desk.ask<PatchCheckReport>(['patch', 'check', file]);
  expect(now.answer.code).toBe(1);
  expect(now.json).toMatchObject({ ok: false, files: [] });
  expect(now.json.findings).toEqual([expect.objectContaining({ rule: 'apply', severity: 'error' })]);
  expect(now.json.findings[0]?.message).toContain('a.txt');
  const then = await desk.run(['patch', 'check', file, '--base', 'HEAD~1']);
  expect(then.code, then.said).toBe(0);
});

test('a hunk that fits elsewhere is let on and told', async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': lines(20) });
  const file = diffOf({ 'a.txt': lines(20, ' changed') });
  desk.repository.commit({ 'a.txt': `first\nsecond\n${lines(20)}` });
  const { answer, json } = await desk.ask<PatchCheckReport>(['patch', 'check', file]);
  expect(answer.code, answer.said).toBe(0);
  expect(json.findings).toEqual([expect.objectContaining({ rule: 'offset', severity: 'info' })]);
  expect(json.findings[0]?.message).toBe('Hunk 1 of a.txt fits 2 lines off, at line 10');
});

test('the policies of the project and of the command line hold', async () => {
  desk = openDesk();
  desk.repository.commit({
    'a.txt': 'a\n',
    'patchbay.yaml': 'schema: patchbay/project.v1\nproject_id: demo\nname: Demo\npolicy: { max_lines_changed: 5 }\n',
  });
  const file = diffOf({ 'new.txt': lines(8) });
  const { answer, json } = await desk.ask<PatchCheckReport>(['patch', 'check', file]);
  expect(answer.code, answer.said).toBe(1);
  expect(json).toMatchObject({ ok: false, format_ok: true, constraints_ok: false });
  const missing = await desk.run(['patch', 'check', file, '--policy', 'nowhere.json']);
  expect(missing.code).toBe(2);
  expect(missing.stderr).toContain('nowhere.json');
});

test('what is no patch, changes nothing or is not there is told apart', async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'a\n' });
  const file = join(desk.repository.folder, 'letter.txt');
  writeFile(file, 'Dear reader\n');
  const prose = await desk.ask<PatchCheckReport>(['patch', 'check', file]);
  expect(prose.answer.code).toBe(1);
  expect(prose.json).toMatchObject({ ok: false, format_ok: false });
  writeFile(file, '');
  const empty = await desk.ask<PatchCheckReport>(['patch', 'check', file]);
  expect(empty.answer.code).toBe(1);
  expect(empty.json.findings[0]?.message).toBe('It changes nothing');
  const absent = await desk.run(['patch', 'check', 'nowhere.patch']);
  expect(absent.code).toBe(2);
  expect(absent.stderr).toContain('There is no such file');
  const base = await desk.run(['patch', 'check', file, '--base=--upload-pack=x']);
  expect(base.code).toBe(2);
  expect(base.stderr).toContain('There is no commit');
});

test('a diff as people make it, with short object names, is judged as a whole one', async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': lines(20), 'gone.txt': 'gone\n', 'run.sh': '#!/bin/sh\n' });
  writeFile(join(desk.root, 'empty.txt'), '');
  gitIn(desk.root, ['rm', '-q', 'gone.txt']);
  gitIn(desk.root, ['mv', 'run.sh', 'moved.sh']);
  const file = diffOf({ 'a.txt': lines(20, ' changed') }, ['HEAD', '-M']);
  const { answer, json } = await desk.ask<PatchCheckReport>(['patch', 'check', file]);
  expect(answer.code, answer.said).toBe(0);
  expect(json.files.map(({ path, change }) => `${change} ${path}`).sort()).toEqual([
    'added empty.txt',
    'deleted gone.txt',
    'modified a.txt',
    'renamed moved.sh',
  ]);
});
