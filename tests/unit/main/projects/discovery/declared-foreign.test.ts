// What .gitattributes declares to be foreign does not count; the last word on a path holds.
import { expect, it } from 'vitest';
import { declaredForeign } from '../../../../../src/main/projects/discovery/declared-foreign.ts';
import { discover } from '../../../../../src/main/projects/discovery/discover.ts';
import { madeFacts } from './made-facts.ts';

const TEXT = `# comment linguist-vendored
*.gen.ts linguist-generated
/lib/jquery/** linguist-vendored=true
lib/jquery/ours.js linguist-vendored=false
docs/*.js -linguist-vendored
*.bin filter=lfs
`;

it.each([
  ['src/a.gen.ts', true],
  ['lib/jquery/deep/a.js', true],
  ['lib/jquery/ours.js', false],
  ['docs/a.js', false],
  ['a.bin', false],
  ['src/lib/jquery/a.js', false],
])('%s: %s', (path, expected) => {
  expect(declaredForeign(TEXT)(path)).toBe(expected);
});

it('counts neither for languages nor for the domain', () => {
  const files = { '.gitattributes': 'site/** linguist-generated\n', 'site/a.js': 'a', 'site/b.js': 'b', 'a.go': 'c' };
  expect(discover(madeFacts(files)).languages.map((one) => one.language)).toEqual(['Go']);
});
