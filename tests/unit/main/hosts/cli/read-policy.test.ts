// A policy file either holds in full or is refused with its lines.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPolicy } from '../../../../../src/main/hosts/cli/read-policy.ts';
import { PatchbayError } from '../../../../../src/shared/lib/errors.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-policy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function policyOf(text: string) {
  const file = join(folder, 'policy.yaml');
  writeFileSync(file, text);
  return readPolicy(file);
}

function refusalOf(text: string): PatchbayError {
  try {
    policyOf(text);
  } catch (thrown) {
    if (thrown instanceof PatchbayError) return thrown;
  }
  return expect.fail('it was accepted');
}

test('limits, binaries and forbidden paths are read; binaries are forbidden unless it says otherwise, as v1 has it', () => {
  const text =
    'patch_policy_id: p\nscope: {level: global}\nconstraints: {max_lines_changed: 5, forbid_touching_paths: ["a/**"]}\n';
  const expected = { maxLinesChanged: 5, maxFilesChanged: null, forbidBinary: true, forbidPaths: ['a/**'] };
  expect(policyOf(text)).toEqual(expected);
  expect(policyOf('constraints: {forbid_binary_patches: false}\n').forbidBinary).toBe(false);
});

test('what cannot be enforced is refused with its line, unless it is switched off', () => {
  const error = refusalOf('constraints:\n  max_lines_changed: 0\n  min_reviewers: 1\n  require_issue_ref: true\n');
  expect(error.values['problems']).toMatchObject([{ line: 3 }, { line: 4 }, { line: 2 }]);
  expect(policyOf('constraints: {min_reviewers: 0, require_issue_ref: false}\n').maxLinesChanged).toBeNull();
});

test('a file that is no policy or cannot be read is refused', () => {
  expect(refusalOf('hello: 1\n').message).toContain('not in order');
  expect(() => readPolicy(join(folder, 'none.yaml'))).toThrow(PatchbayError);
});
