// What is asked about projects, as a process with one of them answers it; with-projects.ts does it for several.
import { basename } from 'node:path';
import type { MethodResult } from '../../../shared/ipc/contract.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { ServiceParts } from './service-parts.ts';

export function projectHandlers({ capacity, engine, paths, projectDir, readOnly }: ServiceParts) {
  const alone = (): never => {
    const advice = 'Use a window, or `patchbay serve FOLDER…`.';
    throw new PatchbayError('E_WRONG_STATE', 'This process has one project and takes no others.', advice);
  };
  return {
    'project.list': (): MethodResult<'project.list'> => {
      const openRuns = [...(engine?.runs.values() ?? [])].filter((run) => run.endedAt === null).length;
      const card = {
        key: basename(paths.root),
        name: basename(projectDir),
        root: projectDir,
        state: readOnly === null ? 'open' : 'reading',
        problem: null,
        openRuns: readOnly === null ? openRuns : null,
        isFirst: true,
      } as const;
      return { projects: [card], capacity: capacity.load() };
    },
    'project.open': alone,
    'project.close': alone,
  };
}
