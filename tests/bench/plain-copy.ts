// A copy of a module and all it imports as plain JavaScript: what strips types at run time takes 100 MB of its own.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const OWN_IMPORT = /(?<=from ')(\.[^']*)\.ts(?=')/g;

/** Returns the copy of `entry`, a file of this checkout, below `folder`. */
export function plainCopy(entry: string, folder: string): string {
  const done = new Set<string>();
  function copy(file: string): string {
    const target = join(folder, relative(ROOT, file)).replace(/\.ts$/, '.js');
    if (done.has(file)) return target;
    done.add(file);
    const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
    for (const [, path = ''] of code.matchAll(OWN_IMPORT)) copy(resolve(dirname(file), `${path}.ts`));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code.replace(OWN_IMPORT, '$1.js'));
    return target;
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n');
  return copy(entry);
}
