// The list `areas` of patchbay.yaml → parts of the repository with limits and gates of their own.
import { unknownReference } from './check-references.ts';
import { references } from './draft-plan.ts';
import type { Finding } from './finding.ts';
import type { ProjectArea } from './project-areas.ts';
import { asList, asText, field } from './read-json.ts';
import { readPolicyFields } from './read-policy-fields.ts';

export interface AreaReading {
  readonly areas: readonly ProjectArea[];
  readonly findings: readonly Finding[];
}

interface AreaSurroundings {
  /** The project's gates. */
  readonly gateIds: ReadonlySet<string>;
  readonly file: string;
  readonly lineOf: (pointer: string) => number;
}

/** Reads what can be read; faults of form are the schema's. */
export function readAreas(value: unknown, { gateIds, file, lineOf }: AreaSurroundings): AreaReading {
  const findings: Finding[] = [];
  const areas = asList(value).flatMap((one, index): readonly ProjectArea[] => {
    const path = asText(field(one, 'path'));
    if (path === null) return [];
    const pointer = `/areas/${index}`;
    const owner = `the area \`${path}\``;
    const { policy, findings: wrong } = readPolicyFields({
      value: field(one, 'policy'),
      pointer: `${pointer}/policy`,
      placeOf: (at) => ({ owner, file, line: lineOf(at), path: at }),
    });
    const named = references(field(one, 'gates'), `${pointer}/gates`);
    const unknown = (named ?? []).filter((gate) => !gateIds.has(gate.id));
    findings.push(...wrong, ...unknown.map((gate) => unknownReference('gate', gate, gateIds)));
    const gates = named?.map((gate) => gate.id) ?? null;
    return [{ path, profileId: asText(field(one, 'profile_id')) ?? '', policy, gates }];
  });
  return { areas, findings };
}
