// The services of a process that holds one project.
import { PatchbayError } from '../../shared/lib/errors.ts';
import type { Service, Services } from '../../shared/ports/service.ts';

export function oneService(service: Service): Services {
  return {
    of: (project) => {
      if (project === undefined) return service;
      throw unknownProject(project);
    },
  };
}

export function unknownProject(project: string): PatchbayError {
  const key = project.slice(0, 200);
  const advice = 'Open it in this Patchbay, or go back to the project that it was started for.';
  return new PatchbayError('E_NOT_FOUND', `No project '${key}' is open here.`, advice, { project: key });
}
