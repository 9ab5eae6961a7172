// `patchbay init` on the command line: what it answers, what it exits with, and where it keeps its report.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { git, repository, tempPlace } from '../../projects/temp-place.ts';
import { cli } from './cli-rig.ts';

const place = tempPlace();
const data = join(place, 'data');
const MIXED = { 'a.md': '', 'b.sql': '', 'c.js': '' };
const NODE = { 'package.json': '{"scripts":{"test":"node --test"}}', 'a.js': '' };

it('ends with 0, keeps the fields of the contract, and its report in the data folder', async () => {
  const root = repository(join(place, 'app'), NODE);
  const { code, json } = await cli(['init', root, '--data', data, '--json']);
  expect(code).toBe(0);
  expect(json).toMatchObject({
    project_id: 'app',
    profile_id: 'software-dev-javascript',
    domain: 'software-dev',
    confidence: 1,
    created: ['patchbay.yaml', 'plans/first.plan.yaml'],
    skipped: [],
    needs_person: [],
    report: expect.stringMatching(/projects.app-[0-9a-f]{12}.bootstrap.bootstrap-report\.json$/),
  });
  expect(existsSync(String(Reflect.get(Object(json), 'report')))).toBe(true);
});

it('says to people what it decided, why, and which gate runs what', async () => {
  const root = repository(join(place, 'said'), NODE);
  const { stdout } = await cli(['init', '--project', root, '--data', data]);
  expect(stdout).toContain('said: software-dev, profile software-dev-javascript (100 % sure)');
  expect(stdout).toContain('why   software-dev 100 %: 1 file, package.json is a package');
  expect(stdout).toContain('gate  unit: npm test  (package.json, script test)');
  expect(stdout).toContain('new   patchbay.yaml');
});

it('ends with 3 and writes nothing where a person has to decide and cannot be asked', async () => {
  const root = repository(join(place, 'open'), MIXED);
  const { code, json } = await cli(['init', root, '--data', data, '--json'], { ask: async () => '1' });
  expect(code).toBe(3);
  expect(json).toMatchObject({ created: [], skipped: [], needs_person: [expect.stringContaining('--profile')] });
  expect((await cli(['init', root, '--data', data])).code).toBe(3);
  expect(git(root, 'status', '--porcelain')).toBe('');
});

it('asks at a terminal, and takes --profile and --yes for an answer', async () => {
  const asked = await cli(['init', repository(join(place, 'asked'), MIXED), '--data', data], { ask: async () => '1' });
  expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('Your answer names it') });
  const named = ['init', repository(join(place, 'named'), MIXED), '--data', data, '--profile', 'operations', '--json'];
  expect(await cli(named)).toMatchObject({ code: 0, json: { profile_id: 'operations' } });
  const yes = ['init', repository(join(place, 'yes'), MIXED), '--data', data, '--yes', '--json'];
  expect(await cli(yes)).toMatchObject({ code: 0, json: { profile_id: 'generic' } });
});

it('ends with 130 where the question is broken off, and with 3 where the answer is to write nothing', async () => {
  const root = repository(join(place, 'broken'), MIXED);
  expect((await cli(['init', root, '--data', data], { ask: async () => null })).code).toBe(130);
  expect((await cli(['init', root, '--data', data], { ask: async () => 'q' })).code).toBe(3);
  expect(git(root, 'status', '--porcelain')).toBe('');
});

it('does not ask where there is a patchbay.yaml already', async () => {
  const own = 'schema: patchbay/project.v1\nproject_id: tea\n';
  const root = repository(join(place, 'again'), { ...MIXED, 'patchbay.yaml': own });
  const { code, json } = await cli(['init', root, '--data', data, '--json']);
  expect(code).toBe(0);
  expect(json).toMatchObject({ project_id: 'tea', created: ['plans/first.plan.yaml'], skipped: ['patchbay.yaml'] });
});

it('ends with 2 for an unknown profile and a folder without a repository', async () => {
  const root = repository(join(place, 'wrong'), NODE);
  const unknown = await cli(['init', root, '--data', data, '--profile', 'opertions', '--json']);
  expect(unknown).toMatchObject({ code: 2, json: { error: { code: 'E_USAGE' } } });
  expect(unknown.stderr).toContain('Did you mean `operations`?');
  const outside = await cli(['init', place, '--data', data, '--json']);
  expect(outside).toMatchObject({ code: 2, json: { error: { code: 'E_NOT_A_REPOSITORY' } } });
});

it('names file and line of a PROJECT_PROFILE that cannot be used', async () => {
  const root = repository(join(place, 'older'), { ...NODE, 'PROJECT_PROFILE.yaml': 'project_id: x\ndomain: [a]\n' });
  const { code, stderr } = await cli(['init', root, '--data', data]);
  expect(code).toBe(2);
  expect(stderr).toContain('PROJECT_PROFILE.yaml:2: error E_SCHEMA: `domain` is ["a"].');
});
