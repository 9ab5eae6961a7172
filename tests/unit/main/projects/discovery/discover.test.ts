// Discovery on ten kinds of projects made on disk, on an empty one, and on this repository itself.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Discovery, discover } from '../../../../../src/main/projects/discovery/discover.ts';
import { readRepository } from '../../../../../src/main/projects/discovery/read-repository.ts';
import { repository, tempPlace } from '../temp-place.ts';
import { PROJECT_KINDS } from './project-kinds.ts';

const place = tempPlace();
const ROOT = join(import.meta.dirname, '../../../../..');

async function discovered(root: string, platform: NodeJS.Platform = 'linux'): Promise<Discovery> {
  return discover(await readRepository(root, { platform }));
}

it.each(PROJECT_KINDS)('a $name is recognised with its languages, frameworks and package managers', async (kind) => {
  const found = await discovered(repository(join(place, kind.name), kind.files));
  expect(found.domain).toBe(kind.domain);
  expect(found.confidence).toBeGreaterThanOrEqual(0.8);
  expect(found.languages[0]?.language).toBe(kind.language);
  expect(found.languages.reduce((sum, one) => sum + one.percentage, 0)).toBeCloseTo(100, 0);
  expect(found.frameworks.map((one) => one.framework).sort()).toEqual([...kind.frameworks].sort());
  expect([...found.packageManagers].sort()).toEqual([...kind.packageManagers].sort());
  expect(found.setups.map((one) => one.argv.join(' '))).toEqual(kind.setup);
});

it('gives the same answer whatever the order in which the files are listed', async () => {
  for (const kind of PROJECT_KINDS) {
    const facts = await readRepository(join(place, kind.name), { platform: 'linux' });
    const turned = { ...facts, texts: new Map([...facts.texts].reverse()), sizes: new Map([...facts.sizes].reverse()) };
    const [one, other] = [discover(facts), discover(turned)];
    expect({ ...other, frameworks: [] }).toEqual({ ...one, frameworks: [] });
  }
});

it('an empty repository has no domain, and says how sure it is', async () => {
  const found = await discovered(repository(join(place, 'empty'), {}));
  expect(found).toMatchObject({ domain: 'mixed', confidence: 0, files: 0, languages: [], commands: [], areas: [] });
});

it('customary files alone decide nothing', async () => {
  const found = await discovered(repository(join(place, 'readme'), { 'README.md': '# x\n', LICENSE: 'x\n' }));
  expect(found.domain).toBe('documentation');
  expect(found.confidence).toBeLessThan(0.8);
});

it('this repository is software in TypeScript, checked by its npm scripts', async () => {
  const found = await discovered(ROOT);
  expect(found).toMatchObject({ domain: 'software-dev', packageManagers: ['npm'], cut: false });
  expect(found.confidence).toBeGreaterThan(0.95);
  expect(found.languages[0]).toMatchObject({ language: 'TypeScript' });
  expect(found.languages[0]?.percentage).toBeGreaterThan(80);
  expect(found.commands.map((one) => [one.purpose, one.argv.join(' ')])).toEqual([
    ['unit', 'npm test'],
    ['build', 'npm run build'],
  ]);
  expect(found.setups).toEqual([{ argv: ['npm', 'ci'], keyFiles: ['package-lock.json'], folder: '' }]);
  expect(found.frameworks.map((one) => one.framework)).toEqual(
    expect.arrayContaining(['Electron', 'React', 'Vitest', 'Biome', 'Playwright']),
  );
});

it('files that git ignores and packages of others do not count', async () => {
  const root = repository(join(place, 'ignores'), {
    '.gitignore': 'node_modules/\nout/\n',
    'a.py': 'x = 1\n',
    'node_modules/big/index.js': 'x\n',
    'out/a.js': 'x\n',
    'vendor/lib/a.go': 'package a\n',
    'third_party/go.mod': 'module x\n',
    'examples/demo/package.json': '{"scripts":{"test":"node --test"}}',
  });
  const found = await discovered(root);
  expect(found.languages).toMatchObject([{ language: 'Python', files: 1, percentage: 100 }]);
  expect(found.commands).toEqual([]);
});

it('an Ansible role is operations, though it is YAML with a test in Python', async () => {
  const parts = ['tasks/main.yml', 'tasks/setup-Debian.yml', 'handlers/main.yml', 'defaults/main.yml', 'meta/main.yml'];
  const root = repository(join(place, 'role'), {
    ...Object.fromEntries(parts.map((path) => [path, '---\n- ping:\n'])),
    'README.md': '# Role\n',
    '.ansible-lint': 'skip_list: []\n',
    '.yamllint': 'extends: default\n',
    'molecule/default/converge.yml': '- name: Converge\n  hosts: all\n',
    'molecule/default/tests/test_default.py': 'def test():\n    pass\n',
  });
  const found = await discovered(root);
  expect(found.domain).toBe('operations');
  expect(found.confidence).toBeGreaterThan(0.8);
  expect(found.commands.map((one) => one.argv.join(' '))).toEqual(
    expect.arrayContaining(['ansible-lint --offline', 'yamllint .']),
  );
});

it('names CI, submodules and LFS', async () => {
  const root = repository(join(place, 'facts'), {
    'azure-pipelines.yml': 'steps:\n  - script: npm test\n',
    Jenkinsfile: 'sh "make lint"\n',
    '.gitmodules': '[submodule "x"]\n\tpath = libs/x\n\turl = ../x\n',
    '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
    'a.c': 'int main(void) { return 0; }\n',
  });
  const found = await discovered(root);
  expect(found.ci).toEqual({ systems: ['Azure Pipelines', 'Jenkins'], runsTests: true, runsLint: true });
  expect(found.submodules).toEqual(['libs/x']);
  expect(found.usesLfs).toBe(true);
});

it('Windows gets the programs that it has', async () => {
  const found = await discovered(join(place, 'python package'), 'win32');
  expect(found.commands.map((one) => one.argv[0])).toEqual(['py', 'py', 'py']);
});
