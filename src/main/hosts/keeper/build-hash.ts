// Names this build of Patchbay by its own files: what one build packed, another one shall not unpack.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

let known: string | null = null;

/** The same for every thread of a process; read once, when it is first asked for. */
export function buildHash(): string {
  known ??= hashOf(codeFolders(import.meta.dirname));
  return known;
}

/** `out/main` of a build; `src/main` and `src/shared` where the sources run as they are. */
function codeFolders(from: string): readonly string[] {
  let main = from;
  while (basename(main) !== 'main' && dirname(main) !== main) main = dirname(main);
  return basename(dirname(main)) === 'src' ? [main, join(dirname(main), 'shared')] : [main];
}

function hashOf(folders: readonly string[]): string {
  const digest = createHash('sha256').update(process.version);
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
    for (const file of files.sort()) {
      digest
        .update(file.replaceAll(sep, '/'))
        .update('\0')
        .update(readFileSync(join(folder, file)))
        .update('\0');
    }
  }
  return digest.digest('hex');
}
