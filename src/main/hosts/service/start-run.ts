// From a plan file to the facts of a run: everything that can refuse a run does so here, before anything is written.
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { DEFAULT_HEALTH } from '../../../shared/domain/worker-health.ts';
import type { RunOptions } from '../../../shared/ipc/contract.ts';
import { PatchbayError, type Problem } from '../../../shared/lib/errors.ts';
import { loadPlan } from '../../../shared/plan/load-plan.ts';
import type { Plan } from '../../../shared/plan/plan.ts';
import { runBlockers } from '../../../shared/plan/run-blockers.ts';
import { toolsOf } from '../../../shared/plan/tool-definition.ts';
import type { RepositoryFacts } from '../../../shared/ports/integration.ts';
import type { Store } from '../../../shared/ports/store.ts';
import type { Message } from '../../engine/message.ts';
import { patchLookup } from '../../projects/find-patch.ts';
import { policyLookup } from '../../projects/find-policy.ts';
import { findRouter } from '../../projects/find-router.ts';
import { loadProject, PROJECT_FILE } from '../../projects/load-project.ts';
import { readDocument } from '../../projects/read-document.ts';
import { patchWords } from '../patch-words.ts';

type Facts = Extract<Message, { type: 'start-run' }>['facts'];

export interface RunPlace {
  readonly repository: RepositoryFacts;
  /** Folder of this installation. */
  readonly appRoot: string;
}

/** Throws with `values.problems` (Problem[]) when the plan or the project's settings are not in order. */
export function runFacts(planFile: string, options: RunOptions, place: RunPlace): Facts {
  const { repository, appRoot } = place;
  const file = isAbsolute(planFile) ? planFile : resolve(repository.root, planFile);
  const project = loadProject(repository.root);
  refuse(project.problems, { file: join(repository.root, PROJECT_FILE), summary: 'The project file is not in order.' });
  const { strategy, tool, policy } = options;
  const choices = { ...keep('strategy', strategy), ...keep('tool', tool), ...keep('policy', policy) };
  const loaded = loadPlan({
    text: readPlan(file),
    file,
    ...(project.settings === null ? {} : { project: project.settings }),
    policies: policyLookup({ root: repository.root, appRoot }),
    patches: patchLookup({ root: repository.root, judge: patchWords }),
    router: findRouter({ root: repository.root, appRoot }, project.settings?.router ?? null),
    options: choices,
  });
  refuse(runBlockers(loaded), { file, summary: 'The plan cannot be run.' });
  const { plan } = loaded;
  if (plan === null)
    throw new PatchbayError('E_SCHEMA', `${file} holds no plan.`, 'See `patchbay validate`.', { file });
  const { maxParallel = LIMITS.workers, mergeOrder = plan.mergeOrder } = options;
  const inside = relative(repository.root, file);
  return {
    plan: { ...plan, mergeOrder, budgetMicroUsd: tighter(plan.budgetMicroUsd, options.budgetMicroUsd) } satisfies Plan,
    planFile: inside.startsWith('..') ? file : inside.replaceAll('\\', '/'),
    repository: repository.root,
    base: repository.head,
    baseRef: repository.branch,
    maxParallel,
    requestedBy: 'person',
    health: project.settings?.health ?? DEFAULT_HEALTH,
    whenStuck: options.whenStuck ?? 'wait',
  };
}

/** Where a rule chooses by how tools did before, that becomes a fact of the run. */
export function withToolRecords(store: Pick<Store, 'toolRecords'>, facts: Facts): Facts {
  const names = facts.plan.tasks.flatMap(({ route }) => (route?.strategy === 'auto' ? toolsOf(route) : []));
  if (names.length === 0) return facts;
  return { ...facts, toolRecords: store.toolRecords([...new Set(names)], LIMITS.durationRuns) };
}

function keep<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>); // the one key is K
}

function tighter(ofPlan: number | null, ofOptions: number | undefined): number | null {
  if (ofOptions === undefined) return ofPlan;
  return ofPlan === null ? ofOptions : Math.min(ofPlan, ofOptions);
}

function readPlan(file: string): string {
  if (!existsSync(file)) {
    throw new PatchbayError(
      'E_FILE_UNREADABLE',
      `There is no file ${file}.`,
      'Check the name: it counts from the current folder, then from the root of the project.',
      { file },
    );
  }
  const read = readDocument(file);
  if ('text' in read) return read.text;
  throw new PatchbayError(read.problem.code, read.problem.message, read.problem.advice, {
    file,
    problems: [read.problem],
  });
}

function refuse(
  problems: readonly Problem[],
  { file, summary }: { readonly file: string; readonly summary: string },
): void {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const first = errors[0];
  if (first === undefined) return;
  const message = `${summary} ${errors.length} problem${errors.length === 1 ? '' : 's'}; line ${first.line}: ${first.message}`;
  throw new PatchbayError(first.code, message, first.advice, { file, problems: errors });
}
