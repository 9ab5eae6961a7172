// `init` writes what is missing, keeps what is there, asks where the files leave it open, and leaves files that are in order.
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { findPlans } from '../../../../src/main/projects/find-plans.ts';
import { type InitOptions, initProject } from '../../../../src/main/projects/init-project.ts';
import { loadProject } from '../../../../src/main/projects/load-project.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';
import { validateDocument } from '../../../../src/shared/plan/validate-document.ts';
import { PROJECT_KINDS } from './discovery/project-kinds.ts';
import { git, repository as makeRepository, put, tempPlace } from './temp-place.ts';

const place = tempPlace();
const existing: InitOptions = {
  createRepository: false,
  appRoot: join(import.meta.dirname, '../../../..'),
  probeTools: async () => new Set(),
  at: '2026-01-31T09:30:00.000Z',
};

function repository(name: string, files: Readonly<Record<string, string>>): string {
  return makeRepository(join(place, name), files);
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
    profile_id: 'software-dev-javascript',
    confidence: 1,
    created: ['patchbay.yaml', 'plans/first.plan.yaml'],
    skipped: [],
    decided: true,
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

it.each(PROJECT_KINDS)('a $name gets its profile and its gates, and files without a fault', async (kind) => {
  const root = repository(`init ${kind.name}`, kind.files);
  const report = await initProject(root, existing);
  expect(report).toMatchObject({ profile_id: kind.profile, domain: kind.domain, decided: true });
  const { settings, problems } = loadProject(root);
  expect(problems).toEqual([]);
  const gates = settings?.gates.map((gate) => [gate.gateId, gate.argv.join(' ')] as const) ?? [];
  const python = process.platform === 'win32' ? 'py' : 'python3';
  const expected = Object.entries(kind.gates).map(([id, line]) => [id, line.replace(/^python3/, python)]);
  expect(Object.fromEntries(gates)).toEqual(Object.fromEntries(expected));
  expect(settings?.gates.every((gate) => gate.required)).toBe(true);
  const areas = Object.fromEntries(report.areas.map((area) => [area.path, area.profile_id]));
  expect(areas).toEqual(kind.areas ?? { '**': kind.profile });
  const checked = [...report.created].map((path) =>
    validateDocument({ text: readFileSync(join(root, path), 'utf8'), file: path }),
  );
  expect(checked.flatMap((one) => one.problems)).toEqual([]);
  expect(git(root, 'status', '--porcelain', '--untracked-files=all').split('\n').sort()).toEqual(
    report.created.map((path) => `?? ${path}`).sort(),
  );
});

it('gives each area of a mixed repository the limits of its profile, and gates where some check that folder', async () => {
  const root = repository('composed', PROJECT_KINDS.find((kind) => kind.areas !== undefined)?.files ?? {});
  await initProject(root, existing);
  const areas = loadProject(root).settings?.areas ?? [];
  expect(areas.map((area) => [area.path, area.policy.max_lines_changed?.[0]?.value, area.gates])).toEqual([
    ['docs/**', 500, ['docs']],
    ['infra/**', 150, ['lint', 'unit-infra']],
    ['services/**', 300, ['unit-services-api']],
    ['web/**', 300, ['unit-web']],
    ['**', 300, null],
  ]);
});

it('never overwrites: a second time everything is skipped and nothing has changed', async () => {
  const root = repository('twice', { 'a.py': '', 'patchbay.yaml': 'mine' });
  const first = await initProject(root, existing);
  expect(first).toMatchObject({
    profile_id: 'software-dev-python',
    created: ['plans/first.plan.yaml'],
    skipped: ['patchbay.yaml'],
  });
  expect(first.needs_person.join()).toContain('patchbay validate patchbay.yaml');
  expect((await initProject(root, existing)).skipped).toHaveLength(2);
  expect(readFileSync(join(root, 'patchbay.yaml'), 'utf8')).toBe('mine');
});

it('follows a patchbay.yaml that is there: its ids, its profile, its gates', async () => {
  const own =
    'schema: patchbay/project.v1\nproject_id: tea\npatch_policy_ref: global\nprofile_id: operations\ngates: [{ gate_id: own, command: [tea-check] }]\n';
  const root = repository('kept', { 'a.py': '', 'patchbay.yaml': own });
  const report = await initProject(root, { ...existing, probeTools: async (_, needs) => new Set(needs) });
  expect(report).toMatchObject({ project_id: 'tea', profile_id: 'operations', skipped: ['patchbay.yaml'] });
  expect(report.reasons[0]).toBe('patchbay.yaml names it');
  expect(report.gates).toEqual([
    { gate_id: 'own', command: ['tea-check'], from: 'patchbay.yaml', missing: 'tea-check' },
  ]);
  expect(readFileSync(join(root, 'plans/first.plan.yaml'), 'utf8')).toContain('project_id: tea\n');
});

it('writes no first plan that a patchbay.yaml which is there would refuse', async () => {
  const own = 'schema: patchbay/project.v1\nproject_id: tea\npolicy: { require_issue_ref: true }\n';
  const root = repository('demanding', { 'a.py': '', 'patchbay.yaml': own });
  const report = await initProject(root, existing);
  expect(report).toMatchObject({ created: [], skipped: ['patchbay.yaml'] });
  expect(report.fixes.join()).toMatch(/no first plan was written/);
});

it('tells a documentation project', async () => {
  const docs = repository('docs', { 'a.md': '', 'b.md': '', 'c.md': '' });
  expect(await initProject(docs, existing)).toMatchObject({ domain: 'documentation', profile_id: 'documentation' });
});

const MIXED = { 'a.md': '', 'b.sql': '', 'c.js': '' };

it('writes nothing where the files disagree and nobody can be asked', async () => {
  const root = repository('open', MIXED);
  const report = await initProject(root, existing);
  expect(report).toMatchObject({ domain: 'mixed', profile_id: 'generic', decided: false, created: [], skipped: [] });
  expect(report.needs_person.join()).toMatch(/--profile and one of: .*data-pipeline/);
  expect(git(root, 'status', '--porcelain')).toBe('');
});

it('takes a person at their word, by option or by answer', async () => {
  const named = await initProject(repository('named', MIXED), { ...existing, profileId: 'documentation' });
  expect(named).toMatchObject({ profile_id: 'documentation', domain: 'documentation', confidence: 1, decided: true });
  const questions: string[] = [];
  const ask = (answer: string | null) => async (question: string) => {
    questions.push(question);
    return answer;
  };
  const second = await initProject(repository('answered', MIXED), { ...existing, ask: ask('2') });
  expect(second).toMatchObject({ decided: true, profile_id: second.candidates[1]?.profile_id });
  expect(second.reasons[0]).toBe('Your answer names it');
  expect(questions.join()).toContain('What kind of project is it?');
  const first = await initProject(repository('default', MIXED), { ...existing, ask: ask('') });
  expect(first.profile_id).toBe(first.candidates[0]?.profile_id);
  const none = repository('refused', MIXED);
  expect((await initProject(none, { ...existing, ask: ask('q') })).decided).toBe(false);
  expect((await initProject(none, { ...existing, ask: ask(null) })).decided).toBe(false);
  expect(git(none, 'status', '--porcelain')).toBe('');
});

it('takes the most likely profile without asking where that is wanted, and says that it should be checked', async () => {
  const report = await initProject(repository('accepted', MIXED), { ...existing, accept: true });
  expect(report).toMatchObject({ profile_id: 'generic', decided: true });
  expect(report.needs_person[0]).toContain('Check the profile');
});

it('refuses a profile that does not exist, by option and by answer', async () => {
  const root = repository('unknown', MIXED);
  const refused = { code: 'E_USAGE', advice: expect.stringContaining('Did you mean `documentation`?') };
  await expect(initProject(root, { ...existing, profileId: 'documentaton' })).rejects.toMatchObject(refused);
  const ask = async () => 'documentaton';
  await expect(initProject(root, { ...existing, ask })).rejects.toMatchObject(refused);
  expect(git(root, 'status', '--porcelain')).toBe('');
});

it('makes a repository only when asked to', async () => {
  const folder = join(place, 'fresh');
  await expect(initProject(folder, existing)).rejects.toMatchObject({ code: 'E_NOT_A_REPOSITORY' });
  expect(existsSync(folder)).toBe(false);
  const report = await initProject(folder, { ...existing, createRepository: true, profileId: 'generic' });
  expect(report.needs_person[0]).toContain('no files yet');
  expect(report.created).toHaveLength(2);
  expect(git(folder, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
});

it('refuses a bare repository', async () => {
  git(place, 'init', '-q', '--bare', 'bare.git');
  await expect(initProject(join(place, 'bare.git'), existing)).rejects.toMatchObject({ code: 'E_BARE_REPOSITORY' });
});

it('says which gate cannot run here and how to get its tool, and keeps the gate required', async () => {
  const root = repository('tools', { 'pyproject.toml': '[tool.pytest.ini_options]\n[tool.ruff]\n', 'test_a.py': '' });
  const probeTools = async () => new Set(['python:pytest']);
  const report = await initProject(root, { ...existing, probeTools });
  expect(report.gates.map((gate) => [gate.gate_id, gate.missing])).toEqual([
    ['lint', null],
    ['unit', 'python:pytest'],
  ]);
  expect(report.needs_person).toEqual([expect.stringMatching(/Gate `unit` needs pytest.*pip install pytest/)]);
  expect(loadProject(root).settings?.gates.map((gate) => gate.required)).toEqual([true, true]);
});

it('writes all or nothing: a folder that is in the way leaves no file behind', async () => {
  const root = repository('in the way', { 'a.py': '', plans: 'a file\n' });
  await expect(initProject(root, existing)).rejects.toMatchObject({ code: 'E_DISK' });
  expect(git(root, 'status', '--porcelain')).toBe('');
});

// Windows makes links only for administrators.
it.skipIf(process.platform === 'win32')('follows no link out of the repository, and replaces none', async () => {
  const root = repository('links', { 'a.py': '' });
  const outside = join(place, 'outside');
  mkdirSync(outside);
  symlinkSync(outside, join(root, 'plans'));
  await expect(initProject(root, existing)).rejects.toMatchObject({ code: 'E_DISK' });
  expect(readdirSync(outside)).toEqual([]);
  const dangling = repository('dangling', { 'a.py': '' });
  symlinkSync(join(place, 'nowhere'), join(dangling, 'patchbay.yaml'));
  expect((await initProject(dangling, existing)).skipped).toEqual(['patchbay.yaml']);
  expect(lstatSync(join(dangling, 'patchbay.yaml')).isSymbolicLink()).toBe(true);
});

it('keeps a report and the discovery as documents of the framework', async () => {
  const root = repository('reported', PROJECT_KINDS[0]?.files ?? {});
  const folder = join(place, 'data', 'bootstrap');
  const report = await initProject(root, { ...existing, reportFolder: async () => folder });
  expect(report.report).toBe(join(folder, 'bootstrap-report.json'));
  const documents = ['bootstrap-report', 'bootstrap-discovery'].map((name) =>
    readFileSync(join(folder, `${name}.json`), 'utf8'),
  );
  const checked = documents.map((text) => validateDocument({ text, file: 'x' }));
  expect(checked).toMatchObject([
    { schema: 'bootstrap_report.v1', ok: true },
    { schema: 'bootstrap_discovery.v1', ok: true },
  ]);
  const [kept, discovery] = documents.map((text) => JSON.parse(text));
  expect(kept).toMatchObject({
    status: 'ready',
    profile_id: 'software-dev-python',
    generated_artifacts: [{ path: 'patchbay.yaml', type: 'project', status: 'created' }, { type: 'plan' }],
    initialization_time: existing.at,
    validation_results: { human_decisions_needed: 0 },
  });
  expect(discovery).toMatchObject({ domain: 'software-dev', existing_ci: 'GitHub Actions', vcs: 'git' });
  expect(readdirSync(folder)).toHaveLength(2);
});

it('reports of a patchbay.yaml that is there what it says, and what is wrong with it', async () => {
  const reported = async (name: string, own: string) => {
    const folder = join(place, 'data', name);
    await initProject(repository(name, { 'a.py': '', 'patchbay.yaml': own }), {
      ...existing,
      reportFolder: async () => folder,
    });
    return JSON.parse(readFileSync(join(folder, 'bootstrap-report.json'), 'utf8'));
  };
  const good = 'schema: patchbay/project.v1\nproject_id: tea\npolicy: { max_lines_changed: 42 }\n';
  expect(await reported('report good', good)).toMatchObject({
    generated_artifacts: [{ path: 'plans/first.plan.yaml' }, { path: 'patchbay.yaml', status: 'validated' }],
    configuration: { patch_only_mode: true, max_lines_per_patch: 42, test_requirement: 'none: there is no gate' },
  });
  const bad = await reported('report bad', 'schema: patchbay/project.v1\ngates: 7\n');
  expect(bad.generated_artifacts[1]).toMatchObject({ path: 'patchbay.yaml', status: 'failed' });
  expect(bad.validation_results.errors).toEqual([
    expect.stringContaining('patchbay.yaml:1: '),
    expect.stringContaining('patchbay.yaml:2: '),
  ]);
});

it('sets the project up also where the report cannot be kept', async () => {
  const root = repository('unreported', { 'a.py': '' });
  const report = await initProject(root, { ...existing, reportFolder: async () => join(root, 'a.py', 'x') });
  expect(report).toMatchObject({ report: null, created: ['patchbay.yaml', 'plans/first.plan.yaml'] });
});

it('writes the documents of the framework on request, pure and in order', async () => {
  const root = repository('framework', PROJECT_KINDS[9]?.files ?? {});
  const report = await initProject(root, { ...existing, framework: true });
  expect(report.created).toEqual([
    'patchbay.yaml',
    'plans/first.plan.yaml',
    'PROJECT_PROFILE.yaml',
    'config/router.config.yaml',
  ]);
  const checked = report.created.map((path) =>
    validateDocument({ text: readFileSync(join(root, path), 'utf8'), file: path }),
  );
  expect(checked.map((one) => [one.schema, one.problems])).toEqual([
    ['patchbay/project.v1', []],
    ['patchbay/plan.v1', []],
    ['project_profile.v1', []],
    ['router_config.v1', []],
  ]);
  expect(readFileSync(join(root, 'PROJECT_PROFILE.yaml'), 'utf8')).not.toContain(dirname(place));
});

it('takes over an older PROJECT_PROFILE, says what became of each field, and leaves the file alone', async () => {
  const old = `doc_ulid: 01JDAAAAAAAAAAAAAAAAAAAAAA
project_id: PRJ-TEA
project_name: Tea shop
project_root: C:\\work\\tea
domain: software-dev
profile_id: software-dev-python
resource_types: { files: { root: ., exclusions: ['legacy\\old\\**', __pycache__] } }
available_tools: []
framework_paths: { tasks_dir: .tasks }
constraints: { patch_only: true, max_lines_changed: 500, max_files_changed: 4 }
execution: { patch_mode: false, parallel_strategy: sequential, ulid_enabled: false, shadow: yes }
`;
  const root = repository('older', { 'a.py': '', 'b.md': '', 'PROJECT_PROFILE.yaml': old });
  const report = await initProject(root, existing);
  expect(report).toMatchObject({ project_id: 'PRJ-TEA', profile_id: 'software-dev-python', confidence: 1 });
  expect(report.reasons[0]).toBe('PROJECT_PROFILE.yaml names it');
  expect(report.imported?.mapped.map((one) => [one.from, one.to])).toEqual([
    ['project_id', 'project_id'],
    ['project_name', 'name'],
    ['domain', 'domain'],
    ['profile_id', 'profile_id'],
    ['constraints.max_lines_changed', 'policy.max_lines_changed'],
    ['constraints.max_files_changed', 'policy.max_files_changed'],
    ['resource_types', 'policy.forbid_paths'],
    ['execution.patch_mode', 'flags.patch_mode'],
    ['execution.parallel_strategy', 'flags.parallel_strategy'],
    ['execution.ulid_enabled', 'flags.ulid_enabled'],
  ]);
  expect(report.imported?.dropped.map((one) => one.from)).toEqual([
    'doc_ulid',
    'project_root',
    'available_tools',
    'framework_paths',
    'constraints.patch_only',
    'execution.shadow',
  ]);
  const { settings, problems } = loadProject(root);
  expect(problems).toEqual([]);
  const { policy } = settings ?? expect.unreachable();
  const values = (field: keyof typeof policy) => policy[field]?.map((one) => one.value);
  expect([values('max_lines_changed'), values('max_files_changed')]).toEqual([[300], [4]]);
  expect(values('forbid_touching_paths')).toEqual(
    expect.arrayContaining(['legacy/old/**', '**/__pycache__', '**/__pycache__/**']),
  );
  expect(report.fixes.join()).toMatch(/max_lines_changed is 300, as the profile says, not 500.*legacy/);
  expect(settings?.flags).toMatchObject({ patchMode: false, parallelStrategy: 'sequential', ulidEnabled: false });
  expect(report.needs_person.join()).toContain('flags.patch_mode in patchbay.yaml is false');
  expect(readFileSync(join(root, 'PROJECT_PROFILE.yaml'), 'utf8')).toBe(old);
});

it('refuses a PROJECT_PROFILE that is not in order, with every line, and writes nothing', async () => {
  const old = 'project_id: 7\ndomain: sofware\nexecution:\n  patch_mode: "yes"\n  parallel_strategy: fast\n';
  const root = repository('broken', { 'a.py': '', 'PROJECT_PROFILE.yaml': old });
  const thrown = await initProject(root, existing).catch((error) => error);
  expect(thrown).toMatchObject({ code: 'E_SCHEMA' });
  expect(thrown.values.problems.map((one: { line: number; path: string }) => [one.line, one.path])).toEqual([
    [1, '/project_id'],
    [2, '/domain'],
    [4, '/execution/patch_mode'],
    [5, '/execution/parallel_strategy'],
  ]);
  expect(git(root, 'status', '--porcelain')).toBe('');
});

it('counts files that are not committed yet, and none that git ignores', async () => {
  const root = repository('new files', { '.gitignore': 'out/\n' });
  put(root, { 'a.go': 'package a\n', 'go.mod': 'module a\n', 'out/a.py': '' });
  const report = await initProject(root, existing);
  expect(report.languages).toEqual([{ language: 'Go', percentage: 100 }]);
});
