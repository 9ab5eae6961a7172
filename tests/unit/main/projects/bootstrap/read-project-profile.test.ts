// A PROJECT_PROFILE of the framework is read in the forms that exist, and nothing of it is lost unsaid.
import { expect, it } from 'vitest';
import { readProjectProfile } from '../../../../../src/main/projects/bootstrap/read-project-profile.ts';

const PURE = {
  project_id: 'PRJ',
  project_name: 'Shop',
  project_root: '/work/shop',
  domain: 'software-dev',
  profile_id: 'software-dev-python',
  profile_version: '1.0.0',
  resource_types: { files: { root: '.', tracked_by: 'git', exclusions: ['.venv'] } },
  available_tools: [{ tool_id: 'pytest', command: 'pytest', capabilities: ['test'] }],
  framework_paths: {},
  constraints: {
    patch_only: true,
    tests_must_pass: true,
    ascii_only: true,
    max_lines_changed: 200,
    require_issue_ref: true,
  },
};

it('reads the pure document, as JSON, and names every field either way', () => {
  const { settings, mapped, dropped, problems } = readProjectProfile(JSON.stringify(PURE));
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    projectId: 'PRJ',
    name: 'Shop',
    domain: 'software-dev',
    profileId: 'software-dev-python',
    maxLinesChanged: 200,
    maxFilesChanged: null,
    forbidPaths: ['**/.venv', '**/.venv/**'],
    flags: {},
  });
  const named = [...mapped.map((one) => one.from), ...dropped.map((one) => one.from)];
  const fields = Object.keys(PURE).filter((name) => name !== 'constraints');
  expect(named.sort()).toEqual(
    [...fields, ...Object.keys(PURE.constraints).map((name) => `constraints.${name}`)].sort(),
  );
  expect(dropped.every((one) => one.reason.length > 10)).toBe(true);
});

it.each([
  ['execution: { patch_mode: false }', { patch_mode: false }],
  ['patch_mode: true', { patch_mode: true }],
  ['execution: { parallel_strategy: parallel }', { parallel_strategy: 'dag' }],
  ['execution: { ulid_enabled: true, parallel_strategy: dag }', { parallel_strategy: 'dag', ulid_enabled: true }],
  ['execution: {}', {}],
  ['execution: { patch_mode: null }', {}],
])('reads the flags of %s', (text, flags) => {
  const reading = readProjectProfile(text);
  expect(reading.problems).toEqual([]);
  expect(reading.settings.flags).toEqual(flags);
});

it.each([
  ['- a list\n', 1, ''],
  ['just text\n', 1, ''],
  ['constraints:\n  max_lines_changed: -4\n', 2, '/constraints/max_lines_changed'],
  ['execution:\n  patch_mode: 1\n', 2, '/execution/patch_mode'],
  ['resource_types: none\n', 1, '/resource_types'],
  ['project_id: ""\n', 1, '/project_id'],
  ['project_id: [a\n', 2, ''],
])('refuses %j with its place', (text, line, path) => {
  expect(readProjectProfile(text).problems[0]).toMatchObject({ severity: 'error', line, path });
});

it('a header and unknown fields are dropped with a reason', () => {
  const { dropped, problems } = readProjectProfile(
    'doc_ulid: x\nowner: me\nmystery: { a: 1 }\nexecution: { shadow: true }\n',
  );
  expect(problems).toEqual([]);
  expect(dropped).toEqual([
    { from: 'doc_ulid', reason: 'header of a document of the framework' },
    { from: 'owner', reason: 'header of a document of the framework' },
    { from: 'mystery', reason: 'Patchbay has no such setting' },
    { from: 'execution.shadow', reason: 'Patchbay has no such setting' },
  ]);
});
