// Asks git for the truth about many patches at once: one shell, one `git apply --cached` for each, results from the indexes.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FuzzBase, indexEntries, treeOfFiles } from './fuzz-base.ts';
import type { FuzzCase } from './mutate-patch.ts';

/** The tree after the patch, or null where git refuses it. */
export type Truth = string | null;

const SETTINGS = '-c apply.whitespace=nowarn -c core.protectHFS=true -c core.protectNTFS=true -c core.fsync=none';

export async function askGit(base: FuzzBase, cases: readonly FuzzCase[]): Promise<readonly Truth[]> {
  const folder = mkdtempSync(join(base.repository.folder, 'ask-'));
  try {
    const commands = cases.map((one, index) => prepare({ base, folder, index }, one));
    writeFileSync(join(folder, 'ask.sh'), commands.join(''));
    await runShell(folder, join(base.repository.root, '.git'));
    return cases.map((_, index) => readTruth(folder, index));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Place {
  readonly base: FuzzBase;
  readonly folder: string;
  readonly index: number;
}

/** Objects go to a place of their own: what one patch makes must not help the next. */
function prepare({ base, folder, index }: Place, one: FuzzCase): string {
  writeFileSync(join(folder, `${index}.patch`), one.patch);
  writeFileSync(join(folder, `${index}.index`), base.index);
  mkdirSync(join(folder, `${index}.objects`));
  const places = `GIT_INDEX_FILE=${folder}/${index}.index GIT_OBJECT_DIRECTORY=${folder}/${index}.objects`;
  const call = `${places} git ${SETTINGS} apply --cached ${one.arguments.join(' ')} ${folder}/${index}.patch`;
  return `${call} 2>${index}.err && : >${index}.ok\n`;
}

function runShell(folder: string, gitDir: string): Promise<void> {
  const env = {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    GIT_DIR: gitDir,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(gitDir, 'objects'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  return new Promise((resolve, reject) => {
    const shell = spawn('sh', ['ask.sh'], { cwd: folder, env, stdio: 'ignore' });
    shell.once('error', reject);
    shell.once('exit', () => resolve());
  });
}

function readTruth(folder: string, index: number): Truth {
  if (!existsSync(join(folder, `${index}.ok`))) return null;
  return treeOfFiles(indexEntries(readFileSync(join(folder, `${index}.index`))));
}

/** Keeps a case that showed a difference, with what git said. */
export function keepCase(into: string, name: string, { patch }: FuzzCase): string {
  mkdirSync(into, { recursive: true });
  const file = join(into, `${name}.patch`);
  writeFileSync(file, patch);
  return file;
}
