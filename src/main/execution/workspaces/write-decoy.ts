// The `.git` that a tool finds in its workspace: made of plain files, good for status, diff and log, worth nothing to us.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyIndex } from './copy-index.ts';
import { removePath } from './remove-path.ts';

export interface DecoyOrder {
  readonly work: string;
  readonly commit: string;
  /** Index of the workspace; its copy makes the first `git status` quick. */
  readonly index: string;
  readonly objectsDir: string;
  /** Paths that `git status` shall not show. */
  readonly exclude: readonly string[];
}

/** The same bytes as our own capture sees, whatever the attributes in the tree say. */
const ATTRIBUTES = '* -text !eol -filter -ident !working-tree-encoding !merge !diff\n';

/** Git is never run against it: a tool may put hooks and filters there. New objects of the tool stay inside. */
export async function writeDecoy(order: DecoyOrder): Promise<void> {
  const { work, commit, index, objectsDir, exclude } = order;
  const folder = join(work, '.git');
  await removePath(folder);
  for (const name of ['refs/heads', 'refs/tags', 'objects/info', 'objects/pack', 'info']) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await Promise.all([
    writeFile(join(folder, 'HEAD'), 'ref: refs/heads/work\n'),
    writeFile(join(folder, 'config'), config(commit.length === 64)),
    writeFile(join(folder, 'refs', 'heads', 'work'), `${commit}\n`),
    writeFile(join(folder, 'objects', 'info', 'alternates'), `${objectsDir.replaceAll('\\', '/')}\n`),
    writeFile(join(folder, 'info', 'attributes'), ATTRIBUTES),
    writeFile(join(folder, 'info', 'exclude'), exclude.map((path) => `/${path}\n`).join('')),
    copyIndex(index, join(folder, 'index')),
    // A shallow clone's history ends where this file says; without it `git log` would miss parents.
    copyFile(join(dirname(objectsDir), 'shallow'), join(folder, 'shallow')).catch(() => {}),
  ]);
}

function config(sha256: boolean): string {
  const fileMode = process.platform !== 'win32';
  const core = `[core]\n\trepositoryformatversion = ${sha256 ? 1 : 0}\n\tfilemode = ${fileMode}\n\tbare = false\n\tautocrlf = false\n`;
  return sha256 ? `${core}[extensions]\n\tobjectformat = sha256\n` : core;
}
