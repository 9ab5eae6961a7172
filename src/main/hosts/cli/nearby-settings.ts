// The project settings that count for a folder, without asking for a repository.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadProject } from '../../projects/load-project.ts';

/** Those of the nearest folder upwards that is a repository or holds a patchbay.yaml; none where there is neither. */
export function nearbySettings(dir: string): ReturnType<typeof loadProject> {
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, 'patchbay.yaml')) || existsSync(join(at, '.git'))) return loadProject(at);
    if (at === dirname(at)) return { settings: null, problems: [] };
  }
}
