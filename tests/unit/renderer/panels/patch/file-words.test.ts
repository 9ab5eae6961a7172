// Tests what is said of a file that has no lines to show: never that nothing changed.
import { describe, expect, it } from 'vitest';
import { noteInsteadOfLines, sizeWords, splitPath } from '../../../../../src/renderer/panels/patch/file-words.ts';
import { languageOf } from '../../../../../src/renderer/panels/patch/language-of.ts';
import type { FileChange } from '../../../../../src/shared/domain/patch.ts';

const file = (change: Partial<FileChange> = {}): FileChange => ({
  path: 'src/a.ts',
  oldPath: null,
  change: 'modified',
  oldMode: '100644',
  newMode: '100644',
  oldOid: '1',
  newOid: '2',
  insertions: 1,
  deletions: 1,
  binary: false,
  ...change,
});
const sides = (before: string | null, after: string | null, note: string | null = null) => ({
  path: 'src/a.ts',
  oldPath: null,
  before,
  after,
  note,
});

describe('noteInsteadOfLines', () => {
  it('says nothing when there are lines to compare', () => {
    expect(noteInsteadOfLines(file(), sides('a', 'b'))).toBeNull();
    expect(noteInsteadOfLines(file({ change: 'added' }), sides(null, 'b'))).toBeNull();
    expect(noteInsteadOfLines(file({ change: 'deleted' }), sides('a', null))).toBeNull();
  });

  it('passes on why the service gave no text', () => {
    const note = noteInsteadOfLines(file(), sides(null, null, 'This file is larger than 1 MiB.'));
    expect(note?.words).toBe('This file is larger than 1 MiB.');
    expect(noteInsteadOfLines(file({ binary: true }), sides(null, null))?.title).toBe('This file is not text');
  });

  it('explains a change of mode, a rename and an empty file', () => {
    const mode = noteInsteadOfLines(file({ newMode: '100755' }), sides('a', 'a'));
    expect(mode?.words).toContain('may be executed');
    const renamed = noteInsteadOfLines(file({ change: 'renamed', oldPath: 'src/old.ts' }), sides('a', 'a'));
    expect(renamed?.title).toBe('Renamed from src/old.ts');
    expect(noteInsteadOfLines(file({ change: 'added' }), sides(null, ''))?.title).toBe('An empty file was added');
  });
});

describe('paths and sizes', () => {
  it('splits a path into folder and name', () => {
    expect(splitPath('src/app/a.ts')).toEqual({ folder: 'src/app/', name: 'a.ts' });
    expect(splitPath('a.ts')).toEqual({ folder: '', name: 'a.ts' });
  });

  it('says sizes in words', () => {
    expect([sizeWords(12), sizeWords(6214), sizeWords(3_400_000)]).toEqual(['12 bytes', '6.1 KiB', '3.2 MiB']);
  });

  it.each([
    ['src/A.TSX', 'typescript'],
    ['Dockerfile', 'dockerfile'],
    ['docker/Dockerfile', 'dockerfile'],
    ['LICENSE', 'plaintext'],
    ['x/y.constructor', 'plaintext'],
  ])('knows the language of %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});
