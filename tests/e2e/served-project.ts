// A project of its own with the real program serving it: what a browser test opens, asks, kills and starts again.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type Running, startProgram } from '../acceptance/patchbay-program.ts';
import { isAlive, until } from '../fakes/processes-alive.ts';
import { gitIn, tempFolder, writeFile } from '../fakes/temp-repository.ts';

export interface ServedProject {
  readonly root: string;
  /** Arguments that name the project and its data. */
  readonly here: readonly string[];
  /** Address with its key; another one after every start of the host. */
  url(): string;
  git(...args: readonly string[]): string;
  /** Commits a plan, so that the window offers it. */
  addPlan(name: string, document: unknown): void;
  /** Runs the command line beside the host and reads its JSON answer. */
  ask<T>(command: string, ...args: readonly string[]): Promise<T>;
  enginePid(): number;
  /** SIGKILL to the engine process; returns at once. */
  killEngine(): void;
  /** SIGKILL to the host and its engine. */
  killHost(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A fresh copy of the sample project, not yet served; its own `folder` is removed in the end. */
export async function sampleProject(folder = tempFolder('shop')): Promise<ServedProject> {
  const root = join(folder, 'tea shop');
  const data = join(folder, 'data');
  await must(startProgram(['sample', '--data', data, root]).answer);
  return servedProject({ folder, root, data });
}

interface Places {
  readonly folder: string;
  readonly root: string;
  readonly data: string;
}

function servedProject({ folder, root, data }: Places): ServedProject {
  let host: Running | null = null;
  const here = ['--project', root, '--data', data];
  const enginePid = () => ownerPid(data);
  const killHost = async () => {
    const engine = enginePid();
    host?.child.kill('SIGKILL');
    await host?.answer;
    host = null;
    kill(engine);
    await until(() => !isAlive(engine));
  };
  return {
    root,
    here,
    url: () => firstLine(host),
    git: (...args) => gitIn(root, args),
    addPlan: (name, document) => {
      writeFile(join(root, 'plans', `${name}.plan.yaml`), JSON.stringify(document, null, 2));
      gitIn(root, ['add', '-A']);
      gitIn(root, ['commit', '-q', '--allow-empty', '-m', `Plan ${name}`]);
    },
    ask: async (command, ...args) =>
      JSON.parse((await must(startProgram([command, ...here, '--json', ...args]).answer)).stdout),
    enginePid,
    killEngine: () => kill(enginePid()),
    killHost,
    start: async () => {
      host = startProgram(['serve', ...here, '--no-open', '--port', '0']);
      await host.said(/#token=/);
    },
    close: async () => {
      host?.child.kill('SIGTERM');
      await host?.answer;
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function firstLine(host: Running | null): string {
  const [line] = host?.stdout().split('\n') ?? [];
  if (line === undefined) throw new Error('the project is not being served');
  return line;
}

/** The engine owns the project's data; its claim names its process. */
function ownerPid(data: string): number {
  const projects = join(data, 'projects');
  const [key = ''] = readdirSync(projects);
  const owner: { readonly pid: number } = JSON.parse(readFileSync(join(projects, key, 'owner.json'), 'utf8'));
  return owner.pid;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already, which is what was wanted.
  }
}

async function must(answer: Promise<Answer>): Promise<Answer> {
  const { code, said } = await answer;
  if (code !== 0) throw new Error(`patchbay ended with ${code}: ${said}`);
  return answer;
}
