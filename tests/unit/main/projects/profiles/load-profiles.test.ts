// The profiles that Patchbay brings along: each valid in v1, with content, and the same in both forms of a command.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DOMAINS } from '../../../../../src/main/projects/discovery/evidence.ts';
import { loadProfiles } from '../../../../../src/main/projects/profiles/load-profiles.ts';
import { validateDocument } from '../../../../../src/shared/plan/validate-document.ts';
import { tempPlace } from '../temp-place.ts';

const FOLDER = join(import.meta.dirname, '../../../../../resources/profiles');
const profiles = loadProfiles(FOLDER);
const place = tempPlace();

it('every domain has one, and each file is named for its profile', () => {
  expect(new Set(profiles.map((one) => one.domain))).toEqual(new Set(DOMAINS));
  expect(readdirSync(FOLDER).sort()).toEqual(profiles.map((one) => `${one.profileId}.json`).sort());
});

it.each(profiles)(
  '$profileId is a valid profile_extension.v1 with limits, task kinds, resources and phases',
  (profile) => {
    const text = readFileSync(join(FOLDER, `${profile.profileId}.json`), 'utf8');
    expect(validateDocument({ text, file: 'x' })).toMatchObject({ schema: 'profile_extension.v1', ok: true });
    expect(profile.constraints.maxLinesChanged).toBeGreaterThan(0);
    expect(profile.constraints.maxLinesChanged).toBeLessThanOrEqual(500);
    expect(profile.constraints.forbidPaths.length).toBeGreaterThan(3);
    expect([profile.taskKinds, profile.resources, profile.phases].every((list) => list.length > 0)).toBe(true);
    expect(profile.phases.every((phase) => /^PH-[A-Z]+-01$/.test(phase.phaseId))).toBe(true);
  },
);

it('a command of a check is the same as a line and as a list', () => {
  const documents: readonly { adds_validation_types: readonly { command: string; argv: readonly string[] }[] }[] =
    readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  for (const check of documents.flatMap((one) => one.adds_validation_types)) {
    expect(check.command.replace(/'/g, '').split(' ')).toEqual(check.argv.join(' ').replace(/'/g, '').split(' '));
  }
});

it('PowerShell is checked by PSScriptAnalyzer and Pester, Python by Ruff and pytest', () => {
  const tools = (id: string) => profiles.find((one) => one.profileId === id)?.checks.map((check) => check.tool);
  expect(tools('software-dev-powershell')).toEqual(expect.arrayContaining(['PSScriptAnalyzer', 'Pester']));
  expect(tools('software-dev-python')).toEqual(expect.arrayContaining(['ruff', 'pytest']));
});

it('the profile for several domains is as loose as the loosest, because each area tightens it', () => {
  const mixed = profiles.find((one) => one.profileId === 'mixed')?.constraints ?? expect.unreachable();
  for (const { constraints } of profiles) {
    expect(constraints.maxLinesChanged).toBeLessThanOrEqual(mixed.maxLinesChanged);
    expect(constraints.maxFilesChanged).toBeLessThanOrEqual(mixed.maxFilesChanged);
  }
});

it('names file and line of one that is damaged', () => {
  writeFileSync(join(place, 'a.json'), '{\n "profile_id": "a",\n "profile_version": 1\n}');
  expect(() => loadProfiles(place)).toThrowError(
    expect.objectContaining({
      code: 'E_SCHEMA',
      values: expect.objectContaining({ file: join(place, 'a.json') }),
    }),
  );
});
