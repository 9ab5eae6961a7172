// The repository and its project file: can runs start here, and are any of them unprotected.
import { asPatchbayError } from '../../../shared/lib/errors.ts';
import { directEditPlaces } from '../../../shared/plan/direct-edit-places.ts';
import { DIRECT_EDITS_END } from '../../../shared/plan/project-flags.ts';
import type { RepositoryFacts } from '../../../shared/ports/integration.ts';
import { inspectRepository } from '../../integration/git/inspect-repository.ts';
import { loadProject, PROJECT_FILE } from '../../projects/load-project.ts';
import { type DoctorFinding, fine } from './doctor-finding.ts';

export async function checkProject(projectDir: string): Promise<readonly DoctorFinding[]> {
  let facts: RepositoryFacts;
  try {
    facts = await inspectRepository(projectDir);
  } catch (thrown) {
    const { message, advice } = asPatchbayError(thrown);
    return [{ id: 'repository', level: 'error', message, remedy: advice }];
  }
  const notes = facts.notes.map((message): DoctorFinding => {
    return { id: 'repository-note', level: 'info', message, remedy: '' };
  });
  return [fine('repository', `${facts.root} at ${facts.head.slice(0, 10)}`), ...notes, ...checkSettings(facts.root)];
}

function checkSettings(root: string): readonly DoctorFinding[] {
  const { settings, problems } = loadProject(root);
  const faults = problems.map(({ severity, line, message, advice }): DoctorFinding => {
    const level = severity === 'error' ? 'error' : 'warning';
    return { id: 'project-file', level, message: `${PROJECT_FILE}, line ${line}: ${message}`, remedy: advice };
  });
  if (settings === null) return faults.length > 0 ? faults : [withoutFile()];
  const places = directEditPlaces(settings.flags).map(({ path }) => path);
  if (places.length === 0) return [fine('project-file', `${PROJECT_FILE} of project ${settings.projectId}`), ...faults];
  return [...faults, directEdits(places)];
}

function withoutFile(): DoctorFinding {
  const message = `There is no ${PROJECT_FILE}: defaults hold, and no gate is set.`;
  return { id: 'project-file', level: 'info', message, remedy: 'Make one: patchbay init' };
}

function directEdits(places: readonly string[]): DoctorFinding {
  return {
    id: 'direct-edits',
    level: 'warning',
    message: `Unprotected: ${PROJECT_FILE} allows direct edits (${places.join(', ')}), without patches, ledger entries or limits. They end after ${DIRECT_EDITS_END}.`,
    remedy: 'Take `patch_mode: false` out where the tools can work with patches; docs/migrating.md says how.',
  };
}
