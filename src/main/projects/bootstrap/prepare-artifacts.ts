// What `init` is going to write, decided and checked before anything is written.
import { basename } from 'node:path';
import { stringify } from 'yaml';
import { Bug } from '../../../shared/lib/assert.ts';
import type { Problem } from '../../../shared/lib/errors.ts';
import { loadPlan } from '../../../shared/plan/load-plan.ts';
import type { PolicyLookup } from '../../../shared/plan/policy-file.ts';
import type { ProjectSettings } from '../../../shared/plan/project-settings.ts';
import { DOCUMENT_SCHEMAS, type DocumentSchema } from '../../../shared/uet/recognise-schema.ts';
import { schemaFaults } from '../../../shared/uet/schema-faults.ts';
import { PROJECT_FILE, parseProject } from '../load-project.ts';
import type { ProfileChoice } from '../profiles/choose-profile.ts';
import { type Composition, composeProfiles } from '../profiles/compose-profiles.ts';
import { slug } from '../slug.ts';
import { chooseGates, type ProposedGate } from './choose-gates.ts';
import { firstPlanText } from './first-plan-text.ts';
import { projectProfileDocument, routerDocument, type ToolOnMachine } from './framework-documents.ts';
import { mendDraft } from './mend-draft.ts';
import { draftProject, type ProjectDraft } from './project-draft.ts';
import { projectText } from './project-text.ts';
import type { Survey } from './survey-project.ts';
import type { NewFile } from './write-new-files.ts';

export const FIRST_PLAN = 'plans/first.plan.yaml';

export interface Artifacts {
  readonly draft: ProjectDraft;
  readonly composition: Composition;
  readonly proposed: readonly ProposedGate[];
  readonly files: readonly NewFile[];
  readonly fixes: readonly string[];
}

/** Throws `E_SCHEMA` when a file would not be in order. `tools` for the documents of the framework; null without them. */
export function prepareArtifacts(
  survey: Survey,
  choice: ProfileChoice,
  tools: readonly ToolOnMachine[] | null,
): Artifacts {
  const { root, discovery, profiles, legacy, existing } = survey;
  const composition = composeProfiles(choice.profile, discovery.areas, profiles);
  const { gates, proposed } = chooseGates(discovery.commands);
  const drafted = draftProject({
    projectId: existing?.settings?.projectId ?? slug(basename(root), 'project'),
    name: basename(root),
    profileId: choice.profile.profileId,
    domain: choice.domain,
    composition,
    gates,
    setups: discovery.setups,
    legacy: legacy?.settings ?? null,
  });
  const text = (draft: ProjectDraft) => projectText({ draft, proposed, profiles: composition.profiles });
  const check = (draft: ProjectDraft): readonly Problem[] => parseProject(text(draft)).problems;
  const { draft, fixes } = mendDraft(drafted, composition.constraints, check);
  const plan = firstPlanText(draft.projectId, choice.profile);
  const settings = existing === null ? parseProject(text(draft)).settings : existing.settings;
  const fault = planFault(plan, settings, survey.policies);
  if (fault !== null && existing === null) throw new Bug(`The first plan is not in order: ${fault}`);
  const files = [
    { path: PROJECT_FILE, text: text(draft) },
    ...(fault === null ? [{ path: FIRST_PLAN, text: plan }] : []),
    ...(tools === null ? [] : frameworkFiles(draft, choice, tools)),
  ];
  const left = fault === null ? [] : [`no first plan was written: with this ${PROJECT_FILE} it is refused (${fault})`];
  return { draft, composition, proposed, files, fixes: [...fixes, ...left] };
}

function planFault(text: string, project: ProjectSettings | null, policies: PolicyLookup): string | null {
  const { problems } = loadPlan({ text, file: FIRST_PLAN, policies, ...(project ? { project } : {}) });
  return problems.find((one) => one.severity === 'error')?.message ?? null;
}

function frameworkFiles(
  draft: ProjectDraft,
  { profile }: ProfileChoice,
  tools: readonly ToolOnMachine[],
): readonly NewFile[] {
  const projectProfile = checkedDocument('project_profile.v1', projectProfileDocument(draft, profile, tools));
  const router = checkedDocument('router_config.v1', routerDocument(draft, profile, tools));
  const note = '# For other tools of the framework; Patchbay itself reads patchbay.yaml.\n';
  return [
    { path: 'PROJECT_PROFILE.yaml', text: note + stringify(projectProfile) },
    { path: 'config/router.config.yaml', text: note + stringify(router) },
  ];
}

/** Returns the document; one that its schema refuses is a bug of ours. */
export function checkedDocument<T>(schema: DocumentSchema, document: T): T {
  const [fault] = schemaFaults(DOCUMENT_SCHEMAS[schema], document);
  if (fault !== undefined) throw new Bug(`${schema} at ${fault.path}: ${fault.message}`);
  return document;
}
