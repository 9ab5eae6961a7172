// A real repository with real workspaces and a real execution room over it, in memory-backed storage where there is one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createExecution } from '../../src/main/execution/create-execution.ts';
import { createSpawn } from '../../src/main/execution/spawn/create-spawn.ts';
import { forkHelper } from '../../src/main/execution/spawn/fork-helper.ts';
import { createWorkspaces, type LocalWorkspaces } from '../../src/main/execution/workspaces/create-workspaces.ts';
import { createGit } from '../../src/main/integration/git/create-git.ts';
import { openObjectStore } from '../../src/main/integration/git/object-store.ts';
import { openTrees } from '../../src/main/integration/open-trees.ts';
import { toConstraints } from '../../src/shared/plan/effective-policy.ts';
import type { TaskPlan, WorkspaceSetup } from '../../src/shared/plan/plan.ts';
import type { Clock } from '../../src/shared/ports/clock.ts';
import type { Execution } from '../../src/shared/ports/execution.ts';
import type { Git, Trees } from '../../src/shared/ports/git.ts';
import type { Spawn } from '../../src/shared/ports/spawn.ts';
import { realClock } from './real-clock.ts';
import { EVIL_TOOL, HELPER_FILE } from './spawn-fixture.ts';

export const NO_SETUP: WorkspaceSetup = { commands: [], copyIgnored: [], env: {}, keyFiles: [], timeoutMs: 20_000 };

export interface WorkspaceFixture {
  readonly folder: string;
  readonly repository: string;
  readonly workspaces: LocalWorkspaces;
  readonly execution: Execution;
  readonly spawn: Spawn;
  /** Of the same repository, as the workspaces have them. */
  readonly shadow: Git;
  readonly trees: Trees;
  readonly logged: string[];
  /** Runs git in the user's repository as the user would. */
  git(...args: readonly string[]): string;
  /** Writes files in the user's checkout and commits them; returns the commit. */
  commit(files: Readonly<Record<string, string>>): string;
  /** What a restarted engine would have: new objects over the same folders. */
  reopen(): Promise<LocalWorkspaces>;
  close(): Promise<void>;
}

export async function workspaceFixture(
  files: Readonly<Record<string, string>>,
  clock: Clock = realClock,
): Promise<WorkspaceFixture> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'patchbay workspaces é '));
  const repository = join(folder, 'repository');
  const git = (...args: readonly string[]): string => runGit(repository, args);
  mkdirSync(repository);
  git('init', '-q', '-b', 'main');
  commitFiles(repository, files);
  const logged: string[] = [];
  const log = (_level: string, message: string): number => logged.push(message);
  const spawn = createSpawn({ startHelper: () => forkHelper(HELPER_FILE), clock: realClock, log });
  const env = { PATH: process.env.PATH ?? '' };
  const shadow = await createGit({ repositoryRoot: repository, shadowDir: join(folder, 'shadow.git'), spawn, env });
  const objects = openObjectStore({ git: shadow, faults: { at: () => {} }, log });
  const trees = openTrees(objects);
  let id = 0;
  const ids = { next: () => `${process.pid}-${(id += 1)}` };
  const shared = { spawn, clock, log, faults: { at: () => {} }, hostEnv: env };
  const open = (): LocalWorkspaces =>
    createWorkspaces({ ...shared, root: join(folder, 'ws'), checkout: repository, git: shadow, trees, ids });
  mkdirSync(join(folder, 'ws'));
  const workspaces = open();
  const execution = createExecution({ ...shared, workspaces, artifactsDir: join(folder, 'artifacts') });
  const opened = [workspaces];
  const reopen = async (): Promise<LocalWorkspaces> => {
    const again = open();
    opened.push(again);
    await again.find('nobody'); // loaded
    return again;
  };
  const close = async (): Promise<void> => {
    await execution.close();
    for (const each of opened) await each.close();
    await objects.close();
    await spawn.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const commit = (more: Readonly<Record<string, string>>): string => commitFiles(repository, more);
  return { folder, repository, workspaces, execution, spawn, shadow, trees, logged, git, commit, reopen, close };
}

function runGit(repository: string, args: readonly string[]): string {
  const identity = ['-c', 'user.name=User', '-c', 'user.email=user@example.com', '-c', 'core.autocrlf=false'];
  const output = execFileSync('git', ['-C', repository, ...identity, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { PATH: process.env.PATH ?? '', HOME: repository, GIT_CONFIG_NOSYSTEM: '1' },
  });
  return output.trimEnd();
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function commitFiles(repository: string, files: Readonly<Record<string, string>>): string {
  writeFiles(repository, files);
  runGit(repository, ['add', '-A']);
  runGit(repository, ['commit', '-q', '--allow-empty', '-m', 'change']);
  return runGit(repository, ['rev-parse', 'HEAD']);
}

/** A task that starts the evil tool. */
export function evilTask(args: readonly string[], more: Partial<TaskPlan> = {}): TaskPlan {
  return {
    ...TASK,
    launch: {
      kind: 'command',
      command: {
        tool: 'command',
        argv: [process.execPath, EVIL_TOOL, ...args],
        shell: false,
        stdin: '',
        successExit: [0],
        litter: ['*.litter'],
        env: {},
      },
    },
    ...more,
  };
}

export const TASK: TaskPlan = {
  taskId: 'task',
  name: 'A task',
  kind: 'code_edit',
  phaseId: 'PH-01',
  workstreamId: 'WS-01',
  after: [],
  tool: 'command',
  launch: { kind: 'person' },
  scope: { read: [], write: [], create: [], forbidden: [] },
  constraints: toConstraints({}, []),
  policy: 0,
  issueRef: null,
  acceptance: null,
  maxAttempts: 1,
  timeoutMs: 20_000,
  idleTimeoutMs: 20_000,
  gates: [],
  conflictGroup: null,
  priority: 0,
  classification: { complexity: null, riskTier: null, domain: null },
  background: false,
  critical: true,
  allowNoChange: false,
  patchMode: { on: true, by: 'default', place: '' },
  line: 0,
};
