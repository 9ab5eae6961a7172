// patchbay.yaml is written so that it reads back as what was meant, whatever names the repository has.
import { expect, it } from 'vitest';
import { chooseGates } from '../../../../../src/main/projects/bootstrap/choose-gates.ts';
import { draftProject, projectDocument } from '../../../../../src/main/projects/bootstrap/project-draft.ts';
import { projectText } from '../../../../../src/main/projects/bootstrap/project-text.ts';
import { command } from '../../../../../src/main/projects/discovery/evidence.ts';
import { findProfile } from '../../../../../src/main/projects/profiles/choose-profile.ts';
import { loadProfiles } from '../../../../../src/main/projects/profiles/load-profiles.ts';
import { parsePlan } from '../../../../../src/shared/plan/parse-plan.ts';
import { ROOT } from '../../../../tidy/source-files.ts';

const profiles = loadProfiles(`${ROOT}/resources/profiles`);
const NASTY = 'x\n- evil: true # "\' {} [] \u2028 \\ ä';

it('a name with newlines, quotes and comment marks changes nothing but itself', () => {
  const base = findProfile(profiles, 'mixed');
  const area = (path: string) => ({ path, profile_id: 'documentation', because: NASTY });
  const { gates } = chooseGates([command('unit', ['npm', NASTY, '--', '#', 'a: b'], NASTY, { folder: NASTY })]);
  const draft = draftProject({
    projectId: 'p',
    name: NASTY,
    profileId: 'mixed',
    domain: 'mixed',
    composition: {
      areas: [area('docs/**'), area('**')],
      profiles: [findProfile(profiles, 'documentation')],
      constraints: base.constraints,
    },
    gates,
    setups: [{ argv: ['npm', '--prefix', NASTY, 'ci'], keyFiles: [NASTY], folder: NASTY }],
    legacy: null,
  });
  const proposed = [{ gate_id: 'x', kind: 'x', command: [NASTY], from: NASTY, hesitation: NASTY }];
  const parsed = parsePlan(projectText({ draft, proposed, profiles }));
  expect(parsed.problems).toEqual([]);
  expect(parsed.value).toEqual(projectDocument(draft));
});

it('proposals are comments that become gates when the mark is taken away', () => {
  const profile = findProfile(profiles, 'software-dev-powershell');
  const composition = { areas: [], profiles: [profile], constraints: profile.constraints };
  const facts = { projectId: 'p', name: 'p', profileId: profile.profileId, domain: profile.domain };
  const draft = draftProject({ ...facts, composition, gates: [], setups: [], legacy: null });
  const text = projectText({ draft, proposed: [], profiles: [profile] });
  const rows = text.split('\n').filter((line) => line.startsWith('#   - '));
  expect(rows).toHaveLength(profile.checks.length);
  const { value, problems } = parsePlan(rows.map((row) => row.slice(2)).join('\n'));
  expect(problems).toEqual([]);
  expect(value).toMatchObject(profile.checks.map((check) => ({ kind: check.type, command: check.argv })));
});
