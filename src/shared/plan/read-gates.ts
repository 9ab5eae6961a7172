// The list `gates` of a plan or a project → gate definitions.
import { REPORT_FORMATS } from '../domain/gate.ts';
import { LIMITS } from '../domain/limits.ts';
import { duplicates } from './check-references.ts';
import { defaultCommand, isBuiltIn, profilesWith } from './default-gates.ts';
import type { Reference } from './draft.ts';
import { references } from './draft-plan.ts';
import { errorFinding, type Finding } from './finding.ts';
import type { GateDefinition } from './plan.ts';
import { asBoolean, asList, asNumber, asRecord, asText, asTextRecord, asTexts, type JsonRecord } from './read-json.ts';

const STEADY = /lint|type|format|style|build|security|audit/i;

export interface ReadGate {
  readonly id: string;
  readonly pointer: string;
  readonly after: readonly Reference[];
  readonly definition: GateDefinition;
}

export interface GateReading {
  readonly gates: readonly ReadGate[];
  readonly findings: readonly Finding[];
}

/** Reads what can be read; faults of form are the schema's. `pointer` is the list's place. */
export function readGates(value: unknown, pointer: string, profileId: string | null): GateReading {
  const gates = asList(value).flatMap((item, index) => {
    const raw = asRecord(item);
    const id = asText(raw?.['gate_id']);
    return raw === null || id === null ? [] : [readGate(raw, { id, pointer: `${pointer}/${index}`, profileId })];
  });
  return {
    gates,
    findings: [
      ...duplicates('gate', gates),
      ...gates.flatMap(shellFault),
      ...gates.flatMap((gate) => formFaults(gate, profileId)),
    ],
  };
}

interface Place {
  readonly id: string;
  readonly pointer: string;
  readonly profileId: string | null;
}

function readGate(raw: JsonRecord, { id, pointer, profileId }: Place): ReadGate {
  const after = references(raw['after'], `${pointer}/after`) ?? [];
  const line = asText(raw['command']);
  const kind = asText(raw['kind']) ?? id;
  const given = asTexts(raw['command']);
  const byProfile = line === null && given === null ? defaultCommand(profileId, kind) : null;
  return {
    id,
    pointer,
    after,
    definition: {
      gateId: id,
      kind,
      argv: line === null ? (given ?? byProfile?.argv ?? []) : [line],
      ...(line === null && given === null && byProfile === null && isBuiltIn(kind) ? { builtIn: true } : {}),
      shell: asBoolean(raw['shell']) ?? false,
      after: after.map((one) => one.id),
      required: asBoolean(raw['required']) ?? true,
      ...(asBoolean(raw['blocking']) === false ? { blocking: false } : {}),
      timeoutMs: (asNumber(raw['timeout_seconds']) ?? LIMITS.gateTimeoutMs / 1000) * 1000,
      expectedExit: asNumber(raw['expected_exit']) ?? 0,
      env: asTextRecord(raw['env']),
      ...(asBoolean(raw['wave_boundary']) === true ? { waveBoundary: true } : {}),
      ...(asBoolean(raw['cache']) === false ? { cache: false } : {}),
      ...((asBoolean(raw['rerun']) ?? !isSteady(kind)) ? { rerun: true } : {}),
      ...(raw['flaky'] === 'fail' ? { flaky: 'fail' } : {}),
      ...(byProfile?.report === undefined ? {} : { report: byProfile.report }),
      ...readReport(asRecord(raw['report'])),
    },
  };
}

/** A gate without a command would pass for nothing, and one at the end of a wave is there to be waited for. */
function formFaults({ pointer, definition }: ReadGate, profileId: string | null): readonly Finding[] {
  const { gateId, kind, argv, builtIn, waveBoundary, blocking } = definition;
  const faults: Finding[] = [];
  if (argv.length === 0 && builtIn !== true) {
    const known = profilesWith(kind);
    const who = profileId === null ? 'the project has no profile' : `the profile ${profileId} has none for it`;
    const advice = known.length === 0 ? '' : ` Or set \`profile_id\` in patchbay.yaml: ${known.join(', ')} have one.`;
    faults.push(
      errorFinding('E_SCHEMA', {
        path: pointer,
        message: `Gate \`${gateId}\` of kind \`${kind}\` has no command, and ${who}.`,
        advice: `Add \`command: [program, argument]\`, or remove the gate: it must not pass for nothing.${advice}`,
      }),
    );
  }
  if (waveBoundary === true && blocking === false) {
    faults.push(
      errorFinding('E_SCHEMA', {
        path: `${pointer}/blocking`,
        message: `Gate \`${gateId}\` holds the next wave (\`wave_boundary\`), so it cannot be \`blocking: false\`.`,
        advice: 'Remove one of the two; with `required: false` it is recorded and holds nothing.',
      }),
    );
  }
  return faults;
}

/** What only reads the tree says the same each time. */
function isSteady(kind: string): boolean {
  return STEADY.test(kind);
}

function readReport(raw: JsonRecord | null): Pick<GateDefinition, 'report'> {
  const format = REPORT_FORMATS.find((one) => one === raw?.['format']);
  return format === undefined ? {} : { report: { format, file: asText(raw?.['file']) } };
}

function shellFault(gate: ReadGate): readonly Finding[] {
  const { argv, shell, gateId } = gate.definition;
  if (shell && argv.length > 1) return [shellFinding(`${gate.pointer}/command`, `gate \`${gateId}\``)];
  if (shell || argv.length !== 1 || !/\s/.test(argv[0] ?? '')) return [];
  return [
    errorFinding('E_SCHEMA', {
      path: `${gate.pointer}/command`,
      message: `The command of gate \`${gateId}\` is one text with spaces, so it would be taken for a program's name.`,
      advice: 'Write program and arguments as a list, or add `shell: true`.',
    }),
  ];
}

/** For a `shell: true` beside a list of several entries; `owner` names the thing in the message. */
export function shellFinding(path: string, owner: string): Finding {
  return errorFinding('E_SCHEMA', {
    path,
    message: `The command of ${owner} has \`shell: true\` and several entries.`,
    advice: 'With a shell, write the whole line as one entry; without, remove `shell`.',
  });
}
