// A failed tool's last line becomes part of the sentence that a person reads.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lastWords } from '../../../../src/main/execution/last-words.ts';
import { tempFolder } from '../../../fakes/temp-repository.ts';

let logs = '';
beforeEach(() => {
  logs = tempFolder('last-words');
});
afterEach(() => rmSync(logs, { recursive: true, force: true }));

function write(stdout: string | Buffer, stderr: string | Buffer): void {
  writeFileSync(join(logs, 'stdout.log'), stdout);
  writeFileSync(join(logs, 'stderr.log'), stderr);
}

it('is the last line of stderr that says something, without colours and control characters', async () => {
  write('fine so far\n', `first\n\u001b[31mno\tlicence\u0007 found\u001b[0m\r\n   \n`);
  expect((await lastWords(logs))?.line).toBe('no licence  found');
});

it('is the last line of stdout where stderr is silent, and null where both are', async () => {
  write('one\ntwo', '\n');
  expect((await lastWords(logs))?.line).toBe('two');
  write('', '');
  expect(await lastWords(logs)).toBeNull();
  rmSync(logs, { recursive: true });
  expect(await lastWords(logs)).toBeNull();
});

it('is short, whatever a tool wrote', async () => {
  write('', Buffer.alloc(1_000_000, 'x'));
  expect((await lastWords(logs))?.line).toBe('x'.repeat(200));
});
