// What the window says about the project itself: branch, workers, plans; refreshed while somebody looks.
import { basename, join } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import type { ProjectHead } from '../../../shared/ipc/views.ts';
import { loadPlan, type PlanSource } from '../../../shared/plan/load-plan.ts';
import { findPlans } from '../../projects/find-plans.ts';
import { policyLookup } from '../../projects/find-policy.ts';
import { findRouter } from '../../projects/find-router.ts';
import { loadProject } from '../../projects/load-project.ts';
import { readDocument } from '../../projects/read-document.ts';
import type { ServiceParts } from './service-parts.ts';

export type RepositoryPart = Omit<ProjectHead, 'workersBusy' | 'workersTotal' | 'queueLength'>;

const SANDBOX =
  'Sandbox off: tools run in disposable copies of the project with their own home folder, but are not isolated from the rest of this computer.';

/** Reads the repository and the plan files; slow enough to be asked for seldom. */
export async function readRepositoryPart(parts: ServiceParts): Promise<RepositoryPart> {
  const facts = await parts.rooms.integration.repository();
  const project = loadProject(facts.root);
  const policies = policyLookup({ root: facts.root, appRoot: parts.appRoot });
  const router = findRouter({ root: facts.root, appRoot: parts.appRoot }, project.settings?.router ?? null);
  const context = { policies, router, ...(project.settings === null ? {} : { project: project.settings }) };
  return {
    projectId: project.settings?.projectId ?? basename(facts.root),
    name: project.settings?.name ?? basename(facts.root),
    root: facts.root,
    branch: facts.branch?.replace(/^refs\/heads\//, '') ?? null,
    head: facts.head,
    dirtyFiles: facts.dirtyFiles,
    notes: [
      ...facts.notes,
      ...project.problems.map((problem) => `patchbay.yaml, line ${problem.line}: ${problem.message}`),
    ],
    sandbox: SANDBOX,
    plans: findPlans(facts.root).map((file) => describePlan(facts.root, file, context)),
    version: parts.version,
    readOnly: parts.readOnly,
  };
}

type Context = Pick<PlanSource, 'project' | 'policies' | 'router'>;

function describePlan(root: string, file: string, context: Context): ProjectHead['plans'][number] {
  const read = readDocument(join(root, file));
  const plan = 'text' in read ? loadPlan({ text: read.text, file, ...context }).plan : null;
  if (plan === null) return { file, planId: '', name: basename(file), tasks: 0 };
  return { file, planId: plan.planId, name: plan.name, tasks: plan.tasks.length };
}

/** Adds what changes from moment to moment. */
export function projectHead(parts: ServiceParts, repository: RepositoryPart): ProjectHead {
  const runs = [...(parts.engine?.runs.values() ?? [])].filter((run) => run.state === 'running');
  const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((total, run) => total + of(run), 0);
  return {
    ...repository,
    notes: [...repository.notes, ...(parts.care?.problems() ?? []).map((problem) => `The ledger: ${problem}`)],
    workersBusy: sum((run) => run.running),
    workersTotal: Math.max(
      LIMITS.workers,
      sum((run) => run.maxParallel),
    ),
    queueLength: sum((run) => run.train.length),
  };
}
