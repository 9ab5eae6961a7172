// The shadow git directory: bare, our own configuration and attributes, sharing the repository's objects.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Switches off every conversion, filter and driver that a `.gitattributes` inside the tree could ask for. */
const ATTRIBUTES = '* -text !eol -filter -ident !working-tree-encoding !merge !diff\n';

/** Creates what is missing and rewrites the rest: the same call twice leaves the same folder. */
export async function makeShadow(shadowDir: string): Promise<void> {
  for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'info']) {
    await mkdir(join(shadowDir, folder), { recursive: true });
  }
  await writeFile(join(shadowDir, 'config'), configuration());
  await writeFile(join(shadowDir, 'info', 'attributes'), ATTRIBUTES);
  await writeFile(join(shadowDir, 'info', 'exclude'), '');
  await writeFile(join(shadowDir, 'HEAD'), 'ref: refs/heads/none\n');
}

/** What `git init` would find out by trying: each system's usual answer for its own disks. */
function configuration(): string {
  const windows = process.platform === 'win32';
  const mac = process.platform === 'darwin';
  const settings: Readonly<Record<string, boolean>> = {
    bare: true,
    filemode: !windows,
    symlinks: !windows,
    ignorecase: windows || mac,
    precomposeunicode: mac,
  };
  const rows = Object.entries(settings).map(([name, value]) => `\t${name} = ${value}\n`);
  return `[core]\n\trepositoryformatversion = 0\n${rows.join('')}`;
}
