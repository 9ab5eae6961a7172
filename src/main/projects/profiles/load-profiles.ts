// The profiles of this installation: every JSON file of one folder, each checked against profile_extension.v1.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { parsePlan, placeFaults } from '../../../shared/plan/parse-plan.ts';
import { asBoolean, asList, asNumber, asText, asTexts, field } from '../../../shared/plan/read-json.ts';
import { DOCUMENT_SCHEMAS } from '../../../shared/uet/recognise-schema.ts';
import { schemaFaults } from '../../../shared/uet/schema-faults.ts';
import { DOMAINS } from '../discovery/evidence.ts';
import type { Profile, ProfileConstraints } from './profile.ts';

/** By id, sorted. Throws `E_SCHEMA` naming file and line when one is damaged. */
export function loadProfiles(folder: string): readonly Profile[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => readProfile(join(folder, name)));
}

function readProfile(file: string): Profile {
  const parsed = parsePlan(readFileSync(file, 'utf8'));
  const faults = parsed.problems.length > 0 ? [] : schemaFaults(DOCUMENT_SCHEMAS['profile_extension.v1'], parsed.value);
  const problems = [...parsed.problems, ...placeFaults(parsed, faults)];
  if (problems.length > 0) {
    throw new PatchbayError('E_SCHEMA', `The profile ${file} is not in order`, 'Install Patchbay again.', {
      file,
      problems,
    });
  }
  return profileOf(parsed.value);
}

/** What is missing takes the strict default. */
function profileOf(document: unknown): Profile {
  const domain = asText(field(document, 'domain'));
  return {
    profileId: asText(field(document, 'profile_id')) ?? '',
    version: asText(field(document, 'profile_version')) ?? '',
    domain: DOMAINS.find((one) => one === domain) ?? 'mixed',
    description: asText(field(document, 'description')) ?? '',
    taskKinds: asTexts(field(document, 'adds_task_kinds')) ?? [],
    constraints: constraintsOf(field(document, 'adds_constraints')),
    checks: asList(field(document, 'adds_validation_types')).map((one) => ({
      type: asText(field(one, 'type')) ?? '',
      argv: asTexts(field(one, 'argv')) ?? [],
      tool: asText(field(one, 'tool')) ?? '',
      network: asBoolean(field(one, 'network')) ?? false,
    })),
    resources: asList(field(document, 'adds_resource_types')).map((one) => ({
      type: asText(field(one, 'type')) ?? '',
      root: asText(field(one, 'root')) ?? '.',
      patterns: asTexts(field(one, 'patterns')) ?? [],
    })),
    phases: asList(field(document, 'phase_templates')).map((one) => ({
      phaseId: asText(field(one, 'phase_id')) ?? '',
      name: asText(field(one, 'name')) ?? '',
      category: asText(field(one, 'category')) ?? '',
      scope: asTexts(field(one, 'scope')) ?? [],
    })),
  };
}

function constraintsOf(value: unknown): ProfileConstraints {
  return {
    maxLinesChanged: asNumber(field(value, 'max_lines_changed')) ?? LIMITS.patchMaxLines,
    maxFilesChanged: asNumber(field(value, 'max_files_changed')) ?? LIMITS.patchMaxFiles,
    testsMustPass: asBoolean(field(value, 'tests_must_pass')) ?? true,
    patchOnly: asBoolean(field(value, 'patch_only')) ?? true,
    asciiOnly: asBoolean(field(value, 'ascii_only')) ?? false,
    forbidBinary: asBoolean(field(value, 'forbid_binary_patches')) ?? false,
    forbidPaths: asTexts(field(value, 'forbid_touching_paths')) ?? [],
  };
}
