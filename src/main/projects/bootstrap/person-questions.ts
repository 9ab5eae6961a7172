// What only a person can decide or do before the first run, one sentence each.

import { remedyFor } from '../../../shared/domain/tool-remedies.ts';
import type { Discovery } from '../discovery/discover.ts';
import type { ProfileChoice } from '../profiles/choose-profile.ts';
import type { ReportedGate } from './init-report.ts';

export interface QuestionFacts {
  readonly discovery: Discovery;
  /** The profile was taken although the files leave it open. */
  readonly isOpen: boolean;
  readonly gates: readonly ReportedGate[];
  readonly installs: boolean;
  /** The flag patch_mode was taken over as false. */
  readonly directEdits: boolean;
  /** What is wrong with a patchbay.yaml that was there. */
  readonly fileProblems: number;
  readonly projectFile: string;
}

export function personQuestions(facts: QuestionFacts): readonly string[] {
  const { discovery, gates, projectFile } = facts;
  const missing = gates.filter((gate) => gate.missing !== null);
  const asked: readonly (readonly [boolean, string])[] = [
    [discovery.files === 0, 'The repository has no files yet: commit something first, a run starts from a commit.'],
    [facts.isOpen, 'Check the profile: the files speak for more than one kind of project.'],
    [
      facts.fileProblems > 0,
      `${projectFile} was there and is not in order: \`patchbay validate ${projectFile}\` lists what is wrong with it.`,
    ],
    [gates.length === 0, `Add a gate to ${projectFile}: no lint or test command was found.`],
    ...missing.map((gate): readonly [boolean, string] => [true, missingTool(gate)]),
    [
      facts.directEdits,
      `flags.patch_mode in ${projectFile} is false, as PROJECT_PROFILE said: what tools change would be committed without being a patch. Turn it on unless you depend on that.`,
    ],
    [facts.installs, `Check workspace.setup in ${projectFile}: it installs from the network.`],
    [
      discovery.folders.some((folder) => /^\.?secrets?$/i.test(folder)),
      'The repository has a folder for secrets: check policy.forbid_paths, and what tools may see of it.',
    ],
    [discovery.submodules.length > 0, `Submodules are left out of workspaces: ${discovery.submodules.join(', ')}.`],
    [discovery.usesLfs, 'Git LFS: workspaces hold the pointer files, so gates that read the contents fail.'],
    [discovery.cut, `Only the first ${discovery.files} files were looked at: check profile and gates.`],
  ];
  return asked.filter(([holds]) => holds).map(([, words]) => words);
}

function missingTool({ gate_id, missing }: ReportedGate): string {
  const need = missing ?? '';
  const name = need.includes(':') ? need.slice(need.indexOf(':') + 1) : need;
  return `Gate \`${gate_id}\` needs ${name}, which was not found on this machine, so no patch could pass it. ${remedyFor(need)}`;
}

/** Asked where the files leave the profile open. */
export function profileQuestion({ confidence, candidates }: ProfileChoice): string {
  const rows = candidates.map(
    (one, at) =>
      `  ${at + 1}  ${one.profile_id}${one.share > 0 ? ` (${Math.round(one.share * 100)} %: ${one.because})` : ''}`,
  );
  return [
    `What kind of project is it? The files do not say clearly (${Math.round(confidence * 100)} % sure).`,
    ...rows,
    'Number or name of a profile; nothing: the first; q: write nothing. ',
  ].join('\n');
}

/** The profile that an answer names, null for "write nothing". */
export function profileOfAnswer(answer: string, { candidates }: ProfileChoice): string | null {
  const word = answer.trim();
  if (/^q(?:uit)?$/i.test(word)) return null;
  if (word === '') return candidates[0]?.profile_id ?? null;
  return candidates[Number(word) - 1]?.profile_id ?? word;
}
