// `init` writes what is missing, keeps what is there, and leaves files that are in order.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findPlans } from '../../../../src/main/projects/find-plans.ts';
import { initProject } from '../../../../src/main/projects/init-project.ts';
import { loadProject } from '../../../../src/main/projects/load-project.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';
import { git, put, tempPlace } from './temp-place.ts';

const place = tempPlace();
const existing = { createRepository: false };

function repository(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(place, name);
  put(root, files);
  git(root, 'init', '-q');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'start');
  return root;
}

it('discovers a Node project, writes both files, and both are in order', async () => {
  const manifest = { scripts: { lint: 'eslint', test: 'node --test' }, devDependencies: { eslint: '9' } };
  const root = repository('My Löve', {
    'package.json': JSON.stringify(manifest),
    'package-lock.json': '{}',
    'src/a.js': '',
    'src/b.js': '',
  });
  const report = await initProject(join(root, 'src'), existing);
  expect(report).toMatchObject({
    project_id: 'my-love',
    domain: 'software-dev',
    profile_id: 'generic',
    confidence: 1,
    created: ['patchbay.yaml', 'plans/first.plan.yaml'],
    skipped: [],
  });
  expect(report.needs_person.join()).toContain('workspace.setup');
  const { settings, problems } = loadProject(root);
  expect(problems).toEqual([]);
  expect(settings?.gates.map((gate) => gate.argv.join(' '))).toEqual(['npm run lint', 'npm test']);
  expect(settings?.setup.commands).toEqual([['npm', 'ci']]);
  const [file = ''] = findPlans(root);
  const plan = loadPlan({
    text: readFileSync(join(root, file), 'utf8'),
    file,
    ...(settings ? { project: settings } : {}),
  });
  expect(plan.problems).toEqual([]);
  expect(plan.plan?.tasks).toHaveLength(1);
});

it('never overwrites: a second time everything is skipped and nothing has changed', async () => {
  const root = repository('twice', { 'a.py': '', 'patchbay.yaml': 'mine' });
  expect(await initProject(root, existing)).toMatchObject({
    profile_id: 'software-dev-python',
    created: ['plans/first.plan.yaml'],
    skipped: ['patchbay.yaml'],
  });
  expect((await initProject(root, existing)).skipped).toHaveLength(2);
  expect(readFileSync(join(root, 'patchbay.yaml'), 'utf8')).toBe('mine');
});

it('tells a documentation project, and asks a person where the files disagree', async () => {
  const docs = repository('docs', { 'a.md': '', 'b.md': '', 'c.md': '' });
  expect(await initProject(docs, existing)).toMatchObject({ domain: 'documentation', profile_id: 'documentation' });
  const mixed = repository('mixed', { 'a.md': '', 'b.sql': '', 'c.js': '' });
  const report = await initProject(mixed, existing);
  expect(report).toMatchObject({ domain: 'mixed', profile_id: 'generic' });
  expect(report.needs_person.join()).toContain('profile');
});

it('makes a repository only when asked to', async () => {
  const folder = join(place, 'fresh');
  await expect(initProject(folder, existing)).rejects.toMatchObject({ code: 'E_NOT_A_REPOSITORY' });
  expect(existsSync(folder)).toBe(false);
  const report = await initProject(folder, { createRepository: true });
  expect(report.needs_person[0]).toContain('no files yet');
  expect(git(folder, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
});

it('refuses a bare repository', async () => {
  git(place, 'init', '-q', '--bare', 'bare.git');
  await expect(initProject(join(place, 'bare.git'), existing)).rejects.toMatchObject({ code: 'E_BARE_REPOSITORY' });
});
