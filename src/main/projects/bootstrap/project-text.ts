// patchbay.yaml as it is written: the settings that were found, each with its source, and what may be added, as comments.
import { stringify } from 'yaml';
import { remedyFor } from '../../../shared/domain/tool-remedies.ts';
import type { Profile, ProfileCheck } from '../profiles/profile.ts';
import type { ProposedGate } from './choose-gates.ts';
import { areaDocument, type ProjectDraft, projectDocument } from './project-draft.ts';

export interface ProjectTextSources {
  readonly draft: ProjectDraft;
  readonly proposed: readonly ProposedGate[];
  readonly profiles: readonly Profile[];
}

export function projectText({ draft, proposed, profiles }: ProjectTextSources): string {
  const { gates, areas, ...rest } = projectDocument(draft);
  const { policy, workspace, flags, ...head } = rest;
  const sections = [
    '# What holds for every plan of this project; a plan may only tighten it.\n',
    yaml(head),
    areas === undefined
      ? ''
      : `\n# The first path that covers a file holds for it, on top of the policy below. Tasks that write only\n# in areas with gates have to pass those; all others, and areas without, every gate.\n${areasText(draft)}`,
    `\n# Each patch has to pass these before it is committed. Programs and arguments, without a shell.\n${gatesText(draft)}`,
    proposalText([...proposed, ...checksOf(profiles, draft)]),
    workspace === undefined
      ? setupStarter(draft)
      : `\n# Makes a fresh copy usable, once for each content of the key files. It may use the network.\n${setupText(draft)}`,
    `\n# Limits on every patch, from the profile.\n${yaml({ policy })}`,
    flags === undefined ? '' : `\n# Taken over from PROJECT_PROFILE.\n${yaml({ flags })}`,
  ];
  return sections.filter((section) => section !== '').join('');
}

/** Gates of Python modules use the Python of the machine, unless the copy gets one of its own. */
function setupStarter({ gates }: ProjectDraft): string {
  const isPython = gates.some((gate) => /^py(?:thon3)?$/.test(gate.command[0] ?? ''));
  const setup = isPython
    ? `#   setup:
#     - [python3, -m, venv, .venv]
#     - [.venv/bin/python, -m, pip, install, -r, requirements.txt]
#   key_files: [requirements.txt]
# Gates then begin with .venv/bin/python in place of python3.`
    : `#   setup: [[npm, ci]]
#   key_files: [package-lock.json]
#   copy_ignored: [.env.test]`;
  return `\n# How a fresh copy of the repository becomes usable, for example:\n# workspace:\n${setup}\n`;
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

function setupText({ setups }: ProjectDraft): string {
  const commands = setups.map((one) => `    - ${flow(one.argv)}\n`).join('');
  return `workspace:\n  setup:\n${commands}  key_files: ${flow(setups.flatMap((one) => one.keyFiles))}\n`;
}

function areasText(draft: ProjectDraft): string {
  const rows = draft.areas.map((area) => {
    const { policy, ...rest } = areaDocument(draft, area);
    return `  # ${oneLine(area.because)}\n  - ${flow({ ...rest, policy })}`;
  });
  return `areas:\n${rows.join('\n')}\n`;
}

function gatesText({ gates }: ProjectDraft): string {
  if (gates.length === 0)
    return '# None was found: without a gate every patch that keeps the limits is committed.\n# gates:\n';
  return `gates:\n${gates
    .map((gate) => `${gateRow(gate)} # ${oneLine(gate.from)}`)
    .map((row) => `  ${row}`)
    .join('\n')}\n`;
}

function gateRow({ gate_id, kind, command }: Pick<ProposedGate, 'gate_id' | 'kind' | 'command'>): string {
  return `- ${flow({ gate_id, kind, command })}`;
}

/** In one line, whatever the words are. */
function flow(value: Readonly<Record<string, unknown>> | readonly string[]): string {
  const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 });
  return text.trim().replace(/\n\s*/g, ' ');
}

function proposalText(proposed: readonly ProposedGate[]): string {
  if (proposed.length === 0) return '';
  const rows = proposed.map((one) => `#   ${gateRow(one)}\n#     ${oneLine(`${one.from}; ${one.hesitation}`)}`);
  return `# To add one, move it up and remove the #:\n${rows.join('\n')}\n`;
}

/** Checks of the profiles for purposes and tools that nothing was found for. */
function checksOf(profiles: readonly Profile[], { gates }: ProjectDraft): readonly ProposedGate[] {
  const served = new Set(gates.map((gate) => gate.kind));
  const programs = new Set(gates.map((gate) => gate.command[0] ?? ''));
  return profiles.flatMap((profile) =>
    profile.checks
      .filter((check) => !served.has(check.type))
      .map((check) => ({
        gate_id: check.type === check.tool ? check.type : `${check.type}-${check.tool.toLowerCase()}`,
        kind: check.type,
        command: check.argv,
        from: `profile ${profile.profileId}`,
        hesitation: [
          `it needs ${check.tool}${check.network ? ' and the network' : ''}.`,
          ...(programs.has(check.tool) ? [] : [remedyFor(needOf(check))]),
        ].join(' '),
      })),
  );
}

function needOf({ argv, tool }: ProfileCheck): string {
  if (argv[1] === '-m') return `python:${tool}`;
  return argv[0] === 'pwsh' && tool !== 'pwsh' ? `powershell:${tool}` : tool;
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
