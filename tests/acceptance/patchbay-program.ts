// The real program as an outside checker calls it: `node out/main/cli.js` in a process of its own, on a repository of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type TempRepository, tempRepository, writeFile } from '../fakes/temp-repository.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
export const PROGRAM = join(ROOT, 'out', 'main', 'cli.js');

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams, for sentences that may stand in either. */
  readonly said: string;
}

export interface Call {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** User and group to run as; only the administrator may say so. */
  readonly user?: number;
}

/** A call that is under way. */
export interface Running {
  readonly child: ChildProcess;
  readonly answer: Promise<Answer>;
  /** What was said until now. */
  readonly stdout: () => string;
  /** Settles when a line of stdout or stderr matches. */
  said(pattern: RegExp): Promise<void>;
}

/** A repository, a folder of data, and the program called on both. */
export interface Desk {
  readonly repository: TempRepository;
  readonly root: string;
  readonly data: string;
  start(args: readonly string[], call?: Call): Running;
  run(args: readonly string[], call?: Call): Promise<Answer>;
  /** With `--json`; throws when stdout is not exactly one document. */
  ask<T>(args: readonly string[], call?: Call): Promise<{ readonly answer: Answer; readonly json: T }>;
  /** Writes a plan beside the repository and gives its absolute path. */
  plan(document: unknown, name?: string): string;
  remove(): void;
}

/** `name` becomes the folder of the repository. */
export function openDesk(name = 'repo', initArgs: readonly string[] = []): Desk {
  const repository = tempRepository(name, initArgs);
  const data = join(repository.folder, 'patchbay data');
  const start: Desk['start'] = (args, call = {}) =>
    startProgram([...args.slice(0, 1), '--project', repository.root, '--data', data, ...args.slice(1)], call);
  const run: Desk['run'] = (args, call) => start(args, call).answer;
  return {
    repository,
    root: repository.root,
    data,
    start,
    run,
    ask: async <T>(args: readonly string[], call?: Call) => {
      const answer = await run([...args, '--json'], call);
      return { answer, json: parsed<T>(answer, args) };
    },
    plan: (document, file = 'work.plan.json') => {
      const path = join(repository.folder, 'plans of mine', file);
      writeFile(path, typeof document === 'string' ? document : JSON.stringify(document, null, 2));
      return path;
    },
    remove: () => repository.remove(),
  };
}

/** Exactly these arguments; the desk's own calls add project and data. */
export function startProgram(args: readonly string[], { cwd, env = {}, user }: Call = {}): Running {
  if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there: run \`npm run build\` first`);
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: cwd ?? ROOT,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  const texts = { stdout: '', stderr: '' };
  const listeners = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
      for (const listener of [...listeners]) listener();
    });
  }
  const answer = new Promise<Answer>((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code) => settle({ code, ...texts, said: `${texts.stdout}\n${texts.stderr}` }));
  });
  const said = (pattern: RegExp) =>
    new Promise<void>((settle, reject) => {
      const look = () => {
        if (pattern.test(texts.stdout) || pattern.test(texts.stderr)) {
          listeners.delete(look);
          settle();
        }
      };
      listeners.add(look);
      look();
      void answer.then(() => reject(new Error(`it ended without saying ${pattern}: ${texts.stdout}${texts.stderr}`)));
    });
  return { child, answer, stdout: () => texts.stdout, said };
}

function parsed<T>(answer: Answer, args: readonly string[]): T {
  try {
    return JSON.parse(answer.stdout);
  } catch {
    throw new Error(`${args.join(' ')} (exit ${answer.code}) gave no JSON document:\n${answer.said}`);
  }
}

/** JSON Lines. */
export function jsonLines<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): T => JSON.parse(line));
}
