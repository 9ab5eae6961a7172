// Makes the working rooms of one project and hands each the ports it needs.
import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Execution } from '../../../shared/ports/execution.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import type { Git } from '../../../shared/ports/git.ts';
import type { Integration } from '../../../shared/ports/integration.ts';
import type { Log } from '../../../shared/ports/log.ts';
import { hostVariables } from '../../execution/build-environment.ts';
import { createExecution } from '../../execution/create-execution.ts';
import { createSpawn } from '../../execution/spawn/create-spawn.ts';
import { forkHelper } from '../../execution/spawn/fork-helper.ts';
import { createWorkspaces } from '../../execution/workspaces/create-workspaces.ts';
import { createIntegration } from '../../integration/create-integration.ts';
import { createGit } from '../../integration/git/create-git.ts';
import { openObjectStore } from '../../integration/git/object-store.ts';
import { openTrees } from '../../integration/open-trees.ts';
import type { ProjectPaths } from './project-paths.ts';
import { createUlids } from './ulid-ids.ts';

/** The train's commits name no person: who asked for the run is in the ledger, what made the change in the trailers. */
const IDENTITY = { name: 'Patchbay', email: 'patchbay@localhost' };

export interface RoomsOptions {
  readonly projectDir: string;
  readonly appRoot: string;
  readonly paths: ProjectPaths;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Rooms {
  readonly git: Git;
  readonly execution: Execution;
  readonly integration: Integration;
  /** Stops what runs and lets the helper go. */
  close(): Promise<void>;
}

export async function openRooms(options: RoomsOptions): Promise<Rooms> {
  const { paths, clock, log, faults } = options;
  mkdirSync(paths.artifacts, { recursive: true });
  const helper = join(options.appRoot, 'out', 'main', 'spawn-helper.js');
  const spawn = createSpawn({ startHelper: () => forkHelper(helper), clock, log });
  try {
    const hostEnv = hostEnvironment();
    const git = await createGit({
      repositoryRoot: options.projectDir,
      shadowDir: paths.shadowGit,
      spawn,
      env: hostEnv,
    });
    const objects = openObjectStore({ git, faults, log });
    const ids = createUlids(() => clock.now());
    const shared = { spawn, clock, log, faults };
    const checkout = git.layout.root;
    const workspaces = createWorkspaces({
      ...shared,
      root: paths.workspaces,
      git,
      trees: openTrees(objects),
      ids,
      checkout,
      hostEnv,
    });
    const artifactsDir = paths.artifacts;
    const execution = createExecution({ ...shared, workspaces, artifactsDir, hostEnv });
    const gateEnvironment = hostVariables(hostEnv, process.platform);
    const integration = createIntegration({
      ...shared,
      git,
      objects,
      workspaces,
      artifactsDir,
      quarantineDir: paths.quarantine,
      gateEnvironment,
      identity: IDENTITY,
    });
    const close = async () => {
      await execution.close();
      await integration.close();
      await workspaces.close();
      await objects.close();
      await spawn.close();
    };
    return { git, execution, integration, close };
  } catch (thrown) {
    await spawn.close();
    throw thrown;
  }
}

/** The environment of this process; the Node that runs it comes last on the path, for machines that have no other. */
function hostEnvironment(): Readonly<Record<string, string>> {
  const entries = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const name = entries.find(([key]) => key?.toUpperCase() === 'PATH')?.[0] ?? 'PATH';
  const path = [process.env[name], dirname(process.execPath)].filter(Boolean).join(delimiter);
  return { ...Object.fromEntries(entries), [name]: path };
}
