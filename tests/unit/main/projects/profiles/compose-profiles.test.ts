// Which profile holds where: the first area that covers a path, from the most telling on.
import { expect, it } from 'vitest';
import { discover } from '../../../../../src/main/projects/discovery/discover.ts';
import { chooseProfile } from '../../../../../src/main/projects/profiles/choose-profile.ts';
import { areaAt, composeProfiles } from '../../../../../src/main/projects/profiles/compose-profiles.ts';
import { loadProfiles } from '../../../../../src/main/projects/profiles/load-profiles.ts';
import { ROOT } from '../../../../tidy/source-files.ts';
import { madeFacts } from '../discovery/made-facts.ts';
import { PROJECT_KINDS } from '../discovery/project-kinds.ts';

const profiles = loadProfiles(`${ROOT}/resources/profiles`);
const mixed = PROJECT_KINDS.find((kind) => kind.areas !== undefined)?.files ?? {};

function composed(files: Readonly<Record<string, string>>) {
  const discovery = discover(madeFacts(files));
  return composeProfiles(chooseProfile(discovery, profiles, null).profile, discovery.areas, profiles);
}

it.each([
  ['docs/guide/a.md', 'documentation'],
  ['infra/main.tf', 'operations'],
  ['services/api/api/part1.py', 'software-dev-python'],
  ['web/src/part1.js', 'software-dev-javascript'],
  ['README.md', 'software-dev-generic'],
  ['docs', 'software-dev-generic'],
  ['docsuite/a.md', 'software-dev-generic'],
])('%s is under %s', (path, profile) => {
  expect(areaAt(composed(mixed).areas, path)?.profile_id).toBe(profile);
});

it('folders inside a folder are told apart', () => {
  const files = Object.entries(mixed).map(([path, text]) => [`mono/${path}`, text] as const);
  const { areas } = composed(Object.fromEntries(files));
  expect(Object.fromEntries(areas.map((area) => [area.path, area.profile_id]))).toMatchObject({
    'mono/docs/**': 'documentation',
    'mono/infra/**': 'operations',
    'mono/services/**': 'software-dev-python',
    '**': 'software-dev-generic',
  });
});

it('every area says why', () => {
  expect(composed(mixed).areas.map((area) => area.because)).toEqual([
    expect.stringContaining('MkDocs'),
    expect.stringContaining('Terraform'),
    expect.stringContaining('pyproject.toml'),
    expect.stringContaining('package.json'),
    'everything else',
  ]);
});

it('a repository of one domain is one area', () => {
  const python = PROJECT_KINDS[0]?.files ?? {};
  expect(composed(python).areas.map((area) => [area.path, area.profile_id])).toEqual([['**', 'software-dev-python']]);
});

it('documentation beside a package does not make a repository mixed', () => {
  const python = PROJECT_KINDS[0]?.files ?? {};
  const docs = Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`docs/page${n}.md`, '# x']));
  expect(composed({ ...python, ...docs, 'mkdocs.yml': 'site_name: x\n' }).areas).toHaveLength(1);
});
