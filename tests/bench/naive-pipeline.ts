// The naive way through a run: a worktree for each task, git's porcelain, and a transaction for each event.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { porcelainGit, porcelainTrain } from './porcelain.ts';

export interface NaiveOrder {
  /** Of the user's repository. */
  readonly root: string;
  /** A folder of its own. */
  readonly dir: string;
  readonly tasks: number;
  readonly parallel: number;
  /** Runs the tool of a task in its folder, and the gate. */
  readonly runTool: (task: number, folder: string) => Promise<void>;
  readonly runGate: (folder: string) => Promise<void>;
}

/** What an engine would have to say of one task at the least. */
const EVENTS = ['queued', 'started', 'captured', 'validated', 'applied', 'gated', 'committed', 'completed'];

/** From the first task to the last, each committed on the one before; the last commit. */
export async function runNaively(order: NaiveOrder): Promise<string> {
  const { root, dir, tasks, parallel } = order;
  const git = porcelainGit(dir);
  const say = openLog(join(dir, 'naive.db'));
  const train = await porcelainTrain(git, root, dir);
  let last: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  let next = 0;
  const work = async (): Promise<void> => {
    for (let task = next++; task < tasks; task = next++) {
      const folder = join(dir, `task-${task}`);
      const [queued, started, captured, validated, ...landed] = EVENTS;
      for (const event of [queued, started]) say(task, event);
      // git locks the list of worktrees itself, and fails when two come at once.
      await alone(async () => git(['worktree', 'add', '--quiet', '--detach', folder, await train.head()], root));
      await order.runTool(task, folder);
      await git(['add', '--all'], folder);
      const diff = await git(['diff', '--cached', '--binary', '--full-index', '-M'], folder);
      say(task, captured);
      await order.runGate(folder);
      say(task, validated);
      await alone(() => train.integrate(diff));
      for (const event of landed) say(task, event);
      await alone(() => git(['worktree', 'remove', '--force', folder], root));
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return train.head();
}

function openLog(file: string) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE events (id INTEGER PRIMARY KEY, task INTEGER, kind TEXT, data TEXT)');
  const insert = db.prepare('INSERT INTO events (task, kind, data) VALUES (?, ?, ?)');
  return (task: number, kind = ''): void => {
    insert.run(task, kind, JSON.stringify({ task, kind, note: 'x'.repeat(300) }));
  };
}
