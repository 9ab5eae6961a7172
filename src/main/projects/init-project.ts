// `init`: looks at a repository, picks a profile, and writes its project file and a first plan; never touches a file that is there.
import type { ProjectArea } from '../../shared/plan/project-areas.ts';
import { discoveryDocument, reportDocument, type ToolOnMachine } from './bootstrap/framework-documents.ts';
import type { InitReport, ReportedGate } from './bootstrap/init-report.ts';
import { keepReport } from './bootstrap/keep-report.ts';
import { personQuestions, profileOfAnswer, profileQuestion } from './bootstrap/person-questions.ts';
import { type Artifacts, prepareArtifacts } from './bootstrap/prepare-artifacts.ts';
import { findProgram, type ProbeTools } from './bootstrap/probe-tools.ts';
import { type Survey, surveyProject } from './bootstrap/survey-project.ts';
import { type WrittenFiles, writeNewFiles } from './bootstrap/write-new-files.ts';
import { PROJECT_FILE } from './load-project.ts';
import { chooseProfile, type ProfileChoice, SURE, type Wish } from './profiles/choose-profile.ts';
import { type RootOptions, repositoryRoot } from './repository-root.ts';

export interface InitOptions extends RootOptions {
  /** Folder of this installation, which brings profiles and policies. */
  readonly appRoot: string;
  readonly probeTools: ProbeTools;
  /** ISO time, for the report. */
  readonly at: string;
  /** Where the report is kept; without it none is. */
  readonly reportFolder?: (root: string) => Promise<string>;
  /** A person's choice. */
  readonly profileId?: string;
  /** Take the most likely profile without asking. */
  readonly accept?: boolean;
  /** Asks a person; null for "no answer". Without it a question stays open and nothing is written. */
  readonly ask?: (question: string) => Promise<string | null>;
  /** Write the documents of the framework, too. */
  readonly framework?: boolean;
}

/** Programs that write code, by the names of their commands. */
const CODING_TOOLS = ['claude', 'codex', 'aider', 'gemini', 'copilot', 'opencode', 'cursor-agent'];

/** `folder` may be any folder inside the repository. */
export async function initProject(folder: string, options: InitOptions): Promise<InitReport> {
  const root = await repositoryRoot(folder, options);
  const survey = await surveyProject(root, options.appRoot);
  const first = chooseProfile(survey.discovery, survey.profiles, wishOf(survey, options));
  // With a patchbay.yaml that is kept, the profile decides nothing that would be worth a question.
  const isClear = first.confidence >= SURE || options.accept === true || survey.existing !== null;
  const choice = isClear ? first : await asked(first, survey, options);
  if (choice === null) return undecided(survey, first);
  const tools = toolsOf(survey);
  const artifacts = prepareArtifacts(survey, choice, options.framework === true ? tools : null);
  const gates = await reportedGates(survey, artifacts, options.probeTools);
  const written = writeNewFiles(root, artifacts.files);
  const report = answer({ survey, choice, artifacts, gates, written });
  if (options.reportFolder === undefined) return report;
  const { discovery, existing } = survey;
  const { at } = options;
  const { profile } = choice;
  const { draft, fixes } = artifacts;
  const { created, needs_person: needsPerson } = report;
  const kept = keepReport(
    await options.reportFolder(root),
    discoveryDocument(discovery, { root, at, tools, profile }),
    reportDocument({ discovery, existing, draft, fixes, profile, tools, created, needsPerson, at }),
  );
  return { ...report, report: kept };
}

/** A person's word first, then what the project's own files say; a profile that no longer exists is not held on to. */
function wishOf({ existing, legacy, profiles }: Survey, { profileId }: InitOptions): Wish | null {
  if (profileId !== undefined) return { profileId, by: '--profile' };
  const named = existing?.profileId ?? legacy?.settings.profileId ?? null;
  if (named === null || !profiles.some((one) => one.profileId === named)) return null;
  return { profileId: named, by: existing === null ? (legacy?.file ?? '') : PROJECT_FILE };
}

async function asked(choice: ProfileChoice, survey: Survey, options: InitOptions): Promise<ProfileChoice | null> {
  const said = (await options.ask?.(profileQuestion(choice))) ?? null;
  const profileId = said === null ? null : profileOfAnswer(said, choice);
  if (profileId === null) return null;
  return chooseProfile(survey.discovery, survey.profiles, { profileId, by: 'Your answer' });
}

interface Answered {
  readonly survey: Survey;
  readonly choice: ProfileChoice;
  readonly artifacts: Artifacts;
  readonly gates: readonly ReportedGate[];
  readonly written: WrittenFiles;
}

function answer({ survey, choice, artifacts, gates, written }: Answered): InitReport {
  const { discovery, existing, legacy } = survey;
  const { draft, composition, proposed, fixes } = artifacts;
  return {
    project_id: draft.projectId,
    profile_id: draft.profileId,
    domain: draft.domain,
    confidence: choice.confidence,
    root: survey.root,
    ...written,
    needs_person: personQuestions({
      discovery,
      gates,
      installs: existing === null && draft.setups.length > 0,
      isOpen: existing === null && choice.confidence < SURE,
      directEdits: existing === null && draft.flags['patch_mode'] === false,
      fileProblems: existing?.problems.length ?? 0,
      projectFile: PROJECT_FILE,
    }),
    decided: true,
    candidates: choice.candidates,
    reasons: choice.reasons,
    areas: existing?.settings?.areas.map(keptArea) ?? composition.areas,
    languages: discovery.languages.map(({ language, percentage }) => ({ language, percentage })),
    frameworks: discovery.frameworks.map((one) => one.framework),
    package_managers: discovery.packageManagers,
    ci: discovery.ci.systems,
    gates,
    proposed,
    fixes,
    imported: legacy === null ? null : { file: legacy.file, mapped: legacy.mapped, dropped: legacy.dropped },
    report: null,
  };
}

function keptArea({ path, profileId }: ProjectArea): InitReport['areas'][number] {
  return { path, profile_id: profileId, because: PROJECT_FILE };
}

/** Nothing was written: the profile is for a person to name. */
function undecided(survey: Survey, choice: ProfileChoice): InitReport {
  const artifacts = prepareArtifacts(survey, choice, null);
  const named = choice.candidates.map((one) => one.profile_id).join(', ');
  const what =
    survey.discovery.files === 0
      ? 'The repository has no files yet, so its kind cannot be told.'
      : `The files do not say clearly what kind of project it is (${Math.round(choice.confidence * 100)} % sure).`;
  const report = answer({ survey, choice, artifacts, gates: [], written: { created: [], skipped: [] } });
  return {
    ...report,
    decided: false,
    needs_person: [`${what} Nothing was written. Run init again with --profile and one of: ${named}.`],
  };
}

/** Those of a file that is kept, else those that are written. */
async function reportedGates(
  { root, existing }: Survey,
  { draft }: Artifacts,
  probe: ProbeTools,
): Promise<readonly ReportedGate[]> {
  const own = existing?.settings?.gates.map((gate) => ({
    gate_id: gate.gateId,
    command: gate.argv,
    from: PROJECT_FILE,
    module: null,
    shell: gate.shell,
  }));
  const gates = own ?? (existing === null ? draft.gates.map((gate) => ({ ...gate, shell: false })) : []);
  const needsOf = (gate: (typeof gates)[number]) =>
    gate.shell ? [] : [gate.command[0] ?? '', ...(gate.module === null ? [] : [gate.module])];
  const missing = await probe(root, [...new Set(gates.flatMap(needsOf))]);
  return gates.map((gate) => ({
    gate_id: gate.gate_id,
    command: gate.command,
    from: gate.from,
    missing: needsOf(gate).find((need) => missing.has(need)) ?? null,
  }));
}

/** git, coding tools on this machine, and the programs of the found commands. */
function toolsOf({ discovery }: Survey): readonly ToolOnMachine[] {
  const coding = CODING_TOOLS.filter((name) => findProgram(name) !== null);
  const checks = new Map(
    discovery.commands.map((one) => [one.module?.split(':')[1] ?? one.argv[0] ?? '', one.from] as const),
  );
  return [
    { tool_id: 'git', detected_via: 'PATH' },
    ...coding.map((tool_id) => ({ tool_id, detected_via: 'PATH' })),
    ...[...checks].map(([tool_id, from]) => ({ tool_id, detected_via: from })),
  ];
}
