// The policies that Patchbay brings along, and files of the project by their path.
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policyLookup } from '../../../../src/main/projects/find-policy.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { BUILT_IN_POLICIES } from '../../../../src/shared/plan/policy-file.ts';
import { readPolicy } from '../../../../src/shared/plan/read-policy.ts';
import { tempPlace } from './temp-place.ts';

const place = tempPlace();
const appRoot = process.cwd();
const lookup = (name: string) => policyLookup({ root: place, appRoot })(name);

test('every policy of the installation has a name and is in order', () => {
  const files = readdirSync(join(appRoot, 'resources/policies'));
  expect(files.sort()).toEqual(BUILT_IN_POLICIES.map((name) => `${name}.json`).sort());
  for (const name of BUILT_IN_POLICIES) {
    const found = lookup(name);
    if ('problem' in found) throw new Error(found.problem);
    const { id, problems } = readPolicy(found);
    expect({ id, problems }).toEqual({ id: name, problems: [] });
  }
});

test('their numbers are the limits of the product', () => {
  const limits = (name: string) => {
    const found = lookup(name);
    const { policy } = readPolicy('text' in found ? found : { file: name, text: '' });
    return [policy.max_lines_changed?.[0]?.value, policy.max_files_changed?.[0]?.value];
  };
  expect(limits('global')).toEqual([LIMITS.patchMaxLines, LIMITS.patchMaxFiles]);
  expect(limits('python_strict')).toEqual([200, 5]);
});

test('a file of the project is found by its path', () => {
  writeFileSync(join(place, 'ours.yaml'), 'patch_policy_id: ours\n');
  expect(lookup('ours.yaml')).toEqual({ file: 'ours.yaml', text: 'patch_policy_id: ours\n' });
});

test('what lies outside of the project, is missing, too large or no policy is refused', () => {
  // Links need a right of their own on Windows.
  if (process.platform !== 'win32') symlinkSync(join(appRoot, 'package.json'), join(place, 'link.json'));
  writeFileSync(join(place, 'large.json'), ' '.repeat(LIMITS.policyFileCharacters + 1));
  const outside =
    process.platform === 'win32' ? ['../up.json'] : ['../up.json', join(appRoot, 'package.json'), 'link.json'];
  for (const name of outside) expect(lookup(name), name).toMatchObject({ problem: 'It does not lie in the project.' });
  expect(lookup('none.json')).toMatchObject({ problem: 'There is no such file.' });
  expect(lookup('large.json')).toMatchObject({ problem: expect.stringContaining('are allowed') });
  expect(lookup('globl')).toMatchObject({ problem: expect.stringContaining('Did you mean `global`?') });
});
