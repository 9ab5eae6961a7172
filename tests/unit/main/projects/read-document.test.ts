// The door for documents: files within the limits are read, everything else is refused in words.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readDocument } from '../../../../src/main/projects/read-document.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';

const place = mkdtempSync(join(tmpdir(), 'patchbay-door-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function refusal(file: string): string {
  const read = readDocument(file);
  return 'problem' in read ? `${read.problem.code} ${read.problem.message} ${read.problem.advice}` : 'was read';
}

it('reads a file', () => {
  writeFileSync(join(place, 'a.yaml'), 'a: 1\n');
  expect(readDocument(join(place, 'a.yaml'))).toEqual({ text: 'a: 1\n' });
});

it('refuses a file above the limit by its size, without reading it', () => {
  const file = join(place, 'huge.yaml');
  writeFileSync(file, '');
  truncateSync(file, 1024 ** 4);
  expect(refusal(file)).toBe(
    `E_FILE_UNREADABLE The file cannot be read: it has ${1024 ** 4} bytes A document may have ${LIMITS.planFileBytes} bytes: split it.`,
  );
});

it('reads a larger file when it begins as JSON, in any encoding, up to a limit of its own', () => {
  const file = join(place, 'large.json');
  const text = `{${' '.repeat(LIMITS.planFileBytes)}}`;
  for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
    writeFileSync(file, bytes);
    expect(readDocument(file)).toEqual({ text });
  }
  writeFileSync(file, `{${' '.repeat(LIMITS.jsonFileBytes)}}`);
  expect(refusal(file)).toContain(`may have ${LIMITS.jsonFileBytes} bytes`);
});

it('refuses a folder, and what is not there', () => {
  expect(refusal(place)).toContain('it is no file');
  expect(refusal(join(place, 'none.yaml'))).toContain('ENOENT');
});

// Named pipes in the file system are POSIX.
it.skipIf(process.platform === 'win32')('does not wait for a pipe that nobody writes to', () => {
  const pipe = join(place, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(refusal(pipe)).toContain('it is no file');
});

it('names the line of a byte that is not UTF-8', () => {
  const file = join(place, 'latin.yaml');
  writeFileSync(file, Buffer.from('a: 1\nb: ä\n', 'latin1'));
  expect(readDocument(file)).toMatchObject({ problem: { code: 'E_FILE_UNREADABLE', line: 2 } });
});
