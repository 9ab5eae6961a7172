// The repository before or after a recorded call, as files that a patch is applied to: read from disk or from its index.
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { objectOf } from '../../../../../../src/main/integration/git/git-objects.ts';
import type { BaseFiles } from '../../../../../../src/main/integration/patches/git-apply/base-files.ts';
import type { TreeEntry } from '../../../../../../src/shared/ports/git.ts';

/** Every file, by its path as latin1. */
export interface RecordedBase extends BaseFiles {
  readonly files: ReadonlyMap<string, TreeEntry>;
}

export function indexBase(root: string): RecordedBase {
  const listed = git(root, ['ls-files', '-s', '-z'])?.toString('latin1').split('\0') ?? [];
  const files = new Map<string, TreeEntry>();
  for (const line of listed) {
    const [facts = '', path = ''] = line.split('\t');
    const [mode = '', oid = '', stage] = facts.split(' ');
    if (stage === '0') files.set(path, { mode, oid });
  }
  return baseOf(root, files, new Map());
}

/** Symbolic links are not followed; folders of git are left out. */
export function filesBase(root: string): RecordedBase {
  const files = new Map<string, TreeEntry>();
  const blobs = new Map<string, Buffer>();
  const encoding = 'latin1';
  function visit(folder: string): void {
    for (const name of readdirSync(Buffer.from(join(root, folder), encoding), { encoding })) {
      if (name === '.git') continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const at = Buffer.from(join(root, path), encoding);
      const stat = lstatSync(at);
      if (stat.isDirectory()) visit(path);
      else {
        const body = stat.isSymbolicLink() ? Buffer.from(readlinkSync(at, { encoding }), encoding) : readFileSync(at);
        const { oid } = objectOf('blob', body);
        blobs.set(oid, body);
        files.set(path, { mode: stat.isSymbolicLink() ? '120000' : stat.mode & 0o100 ? '100755' : '100644', oid });
      }
    }
  }
  visit('');
  return baseOf(root, files, blobs);
}

function baseOf(root: string, files: ReadonlyMap<string, TreeEntry>, blobs: ReadonlyMap<string, Buffer>): RecordedBase {
  return {
    files,
    entry: async (path) => files.get(path) ?? null,
    blob: async (oid) => blobs.get(oid) ?? git(root, ['cat-file', 'blob', oid]),
  };
}

function git(root: string, args: readonly string[]): Buffer | null {
  const env = {
    PATH: process.env['PATH'],
    GIT_CEILING_DIRECTORIES: join(root, '..'),
    GIT_CONFIG_NOSYSTEM: '1',
    HOME: root,
  };
  const done = spawnSync('git', ['-c', 'safe.directory=*', ...args], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 });
  return done.status === 0 ? done.stdout : null;
}
