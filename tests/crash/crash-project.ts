// A trial's own folder: the user's repository with work in progress in it, the app's data, and the plan.
import { createHash } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gitIn, tempFolder } from '../fakes/temp-repository.ts';
import { BASE_FILES, FINAL_FILES, PLAN_TEXT } from './crash-plan.ts';

export interface CrashProject {
  readonly folder: string;
  /** The user's checkout. */
  readonly repository: string;
  readonly data: string;
  /** Temporary folder of every process of the trial: its name in their environment gives them away. */
  readonly tmp: string;
  readonly plan: string;
}

export interface CrashTemplate {
  readonly folder: string;
  readonly base: string;
  /** Tree that a run's head must have in the end, made by git from the files themselves. */
  readonly finalTree: string;
  remove(): void;
}

/** One repository is made and copied for each trial. */
export function crashTemplate(): CrashTemplate {
  const folder = tempFolder('crash-template');
  const repository = join(folder, 'repository');
  gitIn(folder, ['init', '-q', '-b', 'main', repository]);
  write(repository, BASE_FILES);
  gitIn(repository, ['add', '-A']);
  gitIn(repository, ['commit', '-q', '-m', 'base']);
  const base = gitIn(repository, ['rev-parse', 'HEAD']);
  write(repository, FINAL_FILES);
  gitIn(repository, ['add', '-A']);
  const finalTree = gitIn(repository, ['write-tree']);
  gitIn(repository, ['reset', '-q', '--hard', base]);
  gitIn(repository, ['reflog', 'expire', '--expire=now', '--all']);
  gitIn(repository, ['gc', '-q', '--prune=now']);
  leaveWorkInProgress(repository);
  writeFileSync(join(folder, 'crash.plan.yaml'), PLAN_TEXT);
  return { folder, base, finalTree, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function crashProject(template: CrashTemplate, name: string): CrashProject {
  const folder = tempFolder(`crash-${name}`);
  cpSync(template.folder, folder, { recursive: true, preserveTimestamps: true });
  const tmp = join(folder, 'tmp');
  mkdirSync(tmp);
  return {
    folder,
    repository: join(folder, 'repository'),
    data: join(folder, 'data'),
    tmp,
    plan: join(folder, 'crash.plan.yaml'),
  };
}

/**
 * Every file of the checkout and of its git folder with its content, but for the objects and for our own refs: what a
 * run may not touch.
 */
export function checkoutPrint(repository: string): ReadonlyMap<string, string> {
  const prints = new Map<string, string>();
  for (const path of walk(repository)) {
    const name = relative(repository, path).replaceAll('\\', '/');
    if (/^\.git\/(objects|refs\/patchbay)\//.test(name)) continue;
    const stat = lstatSync(path);
    const content = stat.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
    if (name === '.git/packed-refs') {
      prints.set(name, foreignRows(content.toString()));
      continue;
    }
    prints.set(name, `${stat.mode} ${createHash('sha256').update(content).digest('hex')}`);
  }
  return prints;
}

/** After a `git gc` our refs are rows of the user's packed-refs; git writes that file anew when one of them is dropped. */
function foreignRows(packedRefs: string): string {
  const rows = packedRefs.split('\n').filter((row) => !/^[0-9a-f]{40} refs\/patchbay\//.test(row));
  return rows.join('\n');
}

/** Names of files that differ between two prints. */
export function printDifferences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name)).sort();
}

export function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

/** Changed, staged and new files, one of them in the way of a task: none of it may be seen or touched by a run. */
function leaveWorkInProgress(repository: string): void {
  write(repository, {
    'src/chain.txt': 'the user writes here\n',
    'src/top.txt': 'the user has this file, too\n',
    'docs/staged.txt': 'staged\n',
    'notes.tmp': 'not for git\n',
  });
  gitIn(repository, ['add', 'docs/staged.txt']);
}

function write(root: string, files: Readonly<Record<string, string | null>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    if (text === null) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}
