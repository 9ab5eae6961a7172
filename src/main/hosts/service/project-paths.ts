// Where a project's data lies: beside the app's other data, never in the user's repository.
import { join } from 'node:path';
import { QUARANTINE_FOLDER } from '../../../shared/domain/quarantine.ts';
import { projectKey } from '../../projects/project-key.ts';

export interface ProjectPaths {
  /** Folder of everything below. */
  readonly root: string;
  readonly ledger: string;
  /** Saved states of long runs; may be deleted at any time. */
  readonly snapshots: string;
  /** Closed runs that left the ledger: as precious as it. */
  readonly archives: string;
  readonly shadowGit: string;
  readonly workspaces: string;
  readonly artifacts: string;
  /** Diffs of patches that broke a rule. */
  readonly quarantine: string;
}

/** Throws `E_NOT_A_REPOSITORY` where there is none at or above `projectDir`. */
export async function projectPaths(projectDir: string, dataDir: string): Promise<ProjectPaths> {
  const root = join(dataDir, 'projects', await projectKey(projectDir));
  return {
    root,
    ledger: join(root, 'ledger.db'),
    snapshots: join(root, 'snapshots'),
    archives: join(root, 'archives'),
    shadowGit: join(root, 'shadow.git'),
    workspaces: join(root, 'workspaces'),
    artifacts: join(root, 'artifacts'),
    quarantine: join(root, QUARANTINE_FOLDER),
  };
}
