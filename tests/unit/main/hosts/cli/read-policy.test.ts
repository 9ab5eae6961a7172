// `--policy` takes a file, or the name of a policy that Patchbay brings along.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CliPorts } from '../../../../../src/main/hosts/cli/cli-ports.ts';
import { readPolicy } from '../../../../../src/main/hosts/cli/read-policy.ts';
import { PatchbayError } from '../../../../../src/shared/lib/errors.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(name: string) {
  const ports = { cwd: folder, appRoot: process.cwd() } as CliPorts; // reading a policy needs no more of the world
  return readPolicy({ ports, projectDir: folder }, name);
}

test('a file is read as it is, and goes before a name', () => {
  writeFileSync(join(folder, 'mine.yaml'), 'patch_policy_id: mine\n');
  writeFileSync(join(folder, 'global'), 'patch_policy_id: own\n');
  expect(read('mine.yaml')).toEqual({ file: 'mine.yaml', text: 'patch_policy_id: mine\n' });
  expect(read('global').text).toContain('own');
});

test('a name is found in the installation', () => {
  expect(read('python_strict').file).toBe('resources/policies/python_strict.json');
});

test('what is neither is refused', () => {
  expect(() => read('none.yaml')).toThrow(PatchbayError);
  expect(() => read('pyton_strict')).toThrow('Did you mean `python_strict`?');
});
