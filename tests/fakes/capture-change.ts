// Captures a change as the product does: a private index in the shadow, a tree, and git's full binary diff.
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryGit } from '../../src/main/integration/git/create-git.ts';
import { describeFiles } from '../../src/main/integration/patches/compare-changes.ts';
import { parsePatch } from '../../src/main/integration/patches/parse-patch.ts';
import { rawChanges } from '../../src/main/integration/patches/raw-changes.ts';
import type { CapturedPatch } from '../../src/shared/domain/patch.ts';
import { type FileSpec, writeFile } from './temp-repository.ts';

/** Paths to new content on top of `base`; null deletes. */
export type Change = Readonly<Record<string, FileSpec>>;

export async function captureChange(git: RepositoryGit, base: string, change: Change): Promise<CapturedPatch> {
  const workTree = join(git.shadowDir, `work-${randomUUID()}`);
  const indexFile = `${workTree}.index`;
  mkdirSync(workTree);
  const call = { on: 'shadow', workTree, indexFile } as const;
  await git.run(['read-tree', base], call);
  await git.run(['checkout-index', '-a', '-f'], call);
  for (const [path, spec] of Object.entries(change)) writeFile(join(workTree, path), spec);
  await git.run(['add', '-A'], call);
  const tree = await git.text(['write-tree'], call);
  rmSync(workTree, { recursive: true });
  rmSync(indexFile);
  return capturedTree(git, base, tree);
}

/** What a capture of exactly this tree would hand over. */
export async function capturedTree(git: RepositoryGit, base: string, tree: string): Promise<CapturedPatch> {
  const { stdout } = await git.run(['diff-tree', '-p', '--binary', '--full-index', '-M', base, tree], { on: 'shadow' });
  const diff = Buffer.from(stdout);
  const parsed = parsePatch(diff);
  const text = parsed.kind === 'parsed' ? parsed.files : [];
  const files = describeFiles({ diff, parsed: text, raw: await rawChanges(git, base, tree) });
  return {
    base,
    tree,
    diff,
    sha256: createHash('sha256').update(diff).digest('hex'),
    files,
    insertions: files.reduce((sum, file) => sum + file.insertions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    hunks: text.reduce((sum, file) => sum + file.hunks.length, 0),
  };
}
