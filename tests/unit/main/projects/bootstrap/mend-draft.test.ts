// A draft is mended where there is one right answer, in a bounded number of rounds, and refused where there is none.
import { expect, it } from 'vitest';
import { mendDraft } from '../../../../../src/main/projects/bootstrap/mend-draft.ts';
import type { ProjectDraft } from '../../../../../src/main/projects/bootstrap/project-draft.ts';
import type { ProfileConstraints } from '../../../../../src/main/projects/profiles/profile.ts';
import type { Problem } from '../../../../../src/shared/lib/errors.ts';

const CONSTRAINTS: ProfileConstraints = {
  maxLinesChanged: 300,
  maxFilesChanged: 10,
  testsMustPass: true,
  patchOnly: true,
  asciiOnly: false,
  forbidBinary: false,
  forbidPaths: [],
};

const DRAFT: ProjectDraft = {
  projectId: 'tea',
  name: 'Tea',
  profileId: 'generic',
  domain: 'mixed',
  areas: [],
  gates: [],
  setups: [],
  maxLinesChanged: 200,
  maxFilesChanged: 10,
  forbidBinary: false,
  forbidPaths: ['secrets/**'],
  flags: {},
};

const mend = (draft: Partial<ProjectDraft>) => mendDraft({ ...DRAFT, ...draft }, CONSTRAINTS, () => []);

it('leaves a draft that is in order as it is', () => {
  expect(mend({})).toEqual({ draft: DRAFT, fixes: [] });
});

it('restores a limit that is looser than the profile, and keeps a stricter one', () => {
  const { draft, fixes } = mend({ maxLinesChanged: 500, maxFilesChanged: 3 });
  expect([draft.maxLinesChanged, draft.maxFilesChanged]).toEqual([300, 3]);
  expect(fixes).toEqual(['max_lines_changed is 300, as the profile says, not 500']);
});

it.each([
  [['src\\old\\**'], ['src/old/**']],
  [
    ['./a', '/b/**'],
    ['a', 'b/**'],
  ],
  [['C:\\work\\x', '../up', 'a/../b', '/'], []],
])('writes the paths %j as %j', (given, expected) => {
  const { draft, fixes } = mend({ forbidPaths: given });
  expect(draft.forbidPaths).toEqual(expected);
  expect(fixes).toHaveLength(1);
});

it.each([
  ['Tea Shop 1', 'tea-shop-1'],
  ['', 'project'],
  ['x'.repeat(300), 'x'.repeat(40)],
])('makes of the id %j one that fits on a command line', (given, expected) => {
  expect(mend({ projectId: given }).draft.projectId).toBe(expected);
});

it('mends several things at once, and checks what comes out', () => {
  const checked: string[] = [];
  const { fixes } = mendDraft({ ...DRAFT, projectId: 'a b', maxFilesChanged: 99 }, CONSTRAINTS, (draft) => {
    checked.push(draft.projectId);
    return [];
  });
  expect(fixes).toHaveLength(2);
  expect(checked).toEqual(['a-b']);
});

it('refuses with every problem what cannot be mended; a warning is none', () => {
  const problem = (severity: Problem['severity']): Problem => ({
    ...{ code: 'E_SCHEMA', severity, path: '/x', line: 3, message: 'x', advice: 'y' },
  });
  const check = () => [problem('error'), problem('warning')];
  expect(() => mendDraft(DRAFT, CONSTRAINTS, check)).toThrowError(
    expect.objectContaining({ code: 'E_SCHEMA', values: { file: 'patchbay.yaml', problems: [problem('error')] } }),
  );
  expect(mendDraft(DRAFT, CONSTRAINTS, () => [problem('warning')]).fixes).toEqual([]);
});
