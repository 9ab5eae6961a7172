// The floor of `bench patch`: generated repositories, and the same git plumbing by hand at the same fsync setting.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createGit, type RepositoryGit } from '../../src/main/integration/git/create-git.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import { capturedTree } from '../fakes/capture-change.ts';
import { directSpawn } from '../fakes/direct-spawn.ts';

const FILES_A_FOLDER = 50;
const LINES = 40;
const EDITED = 3;

export interface BenchRepository {
  readonly git: RepositoryGit;
  readonly base: string;
  readonly files: number;
}

/** Programs started straight from the bench process, which is small: the cheapest way there is from Node. */
export const floorDirectSpawn = directSpawn;

/** A packed repository of `files` files in folders of fifty, three levels deep; nothing is checked out. */
export async function generateRepository(folder: string, files: number): Promise<BenchRepository> {
  const root = join(folder, 'repository');
  mkdirSync(root, { recursive: true });
  execFileSync('git', ['init', '-q', '-b', 'main', root]);
  execFileSync('git', ['-C', root, 'fast-import', '--quiet'], { input: importStream(files) });
  const env = { PATH: process.env['PATH'] ?? '' };
  const git = await createGit({ repositoryRoot: root, shadowDir: join(folder, 'shadow'), spawn: directSpawn(), env });
  const base = await git.text(['rev-parse', 'refs/heads/main'], { on: 'repository' });
  return { git, base, files };
}

function importStream(files: number): string {
  const head = 'commit refs/heads/main\ncommitter Bench <bench@localhost> 1700000000 +0000\ndata 4\nbase\n';
  const parts = Array.from({ length: files }, (_, n) => {
    const text = contentOf(n);
    return `M 100644 inline ${pathOf(n)}\ndata ${text.length}\n${text}\n`;
  });
  return `${head}${parts.join('')}\n`;
}

/** Of file number `n`. */
export function pathOf(n: number): string {
  const folder = Math.floor(n / FILES_A_FOLDER);
  return `area-${folder % 20}/part-${Math.floor(folder / 20)}/file-${n}.ts`;
}

function contentOf(n: number, changedLine = -1): string {
  const line = (at: number) => `export const value${at} = ${at === changedLine ? 'changed' : n * LINES + at};\n`;
  return Array.from({ length: LINES }, (_, at) => line(at)).join('');
}

/** Patch number `n`: three files edited, one new; no two numbers share a file while `files` is at least four times `n`. */
export async function generatePatch({ git, base, files }: BenchRepository, n: number): Promise<CapturedPatch> {
  const call = { on: 'shadow', indexFile: join(git.shadowDir, 'generate.index') } as const;
  await git.run(['read-tree', base], call);
  const edited = Array.from({ length: EDITED }, (_, k) => (n * EDITED + k) * Math.floor(files / 256) + k);
  const contents = [
    ...edited.map((file) => [pathOf(file), contentOf(file, 7)] as const),
    [`${pathOf(edited[0] ?? 0)}.new-${n}.ts`, contentOf(n)] as const,
  ];
  const rows: string[] = [];
  for (const [path, text] of contents) {
    const oid = await git.text(['hash-object', '-w', '--stdin'], { on: 'shadow', input: text });
    rows.push(`100644 ${oid}\t${path}\n`);
  }
  await git.run(['update-index', '--index-info'], { ...call, input: rows.join('') });
  return capturedTree(git, base, await git.text(['write-tree'], call));
}

export interface FloorTrain {
  /** Applies one patch, commits it and moves the ref; the commit. */
  integrate(patch: CapturedPatch): Promise<string>;
  head(): string;
}

/** Four git processes a patch on an index that is kept from patch to patch (version 4, the fastest). */
export async function floorPatch({ git, base }: BenchRepository): Promise<FloorTrain> {
  const ref = 'refs/patchbay/bench/floor';
  const call = { on: 'shadow', indexFile: join(git.shadowDir, 'floor.index') } as const;
  await git.run(['-c', 'index.version=4', 'read-tree', base], call);
  await git.run(['update-ref', ref, base], { on: 'repository' });
  let head = base;
  return {
    head: () => head,
    async integrate({ diff }) {
      await git.run(['apply', '--cached', '--binary', '-'], { ...call, input: diff });
      const tree = await git.text(['write-tree'], call);
      const commit = await git.text(['commit-tree', tree, '-p', head], { on: 'shadow', input: 'floor\n' });
      await git.run(['update-ref', ref, commit, head], { on: 'repository' });
      head = commit;
      return commit;
    },
  };
}
