// Where a file is that a person named: in the current folder, else in the project.
import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Invocation } from './cli-options.ts';

/** Absolute. Looks from the project's folder up to the root of its repository; what is nowhere is named as if it were here. */
export function findInput({ ports, projectDir }: Pick<Invocation, 'ports' | 'projectDir'>, file: string): string {
  const here = resolve(ports.cwd, file);
  if (isAbsolute(file) || existsSync(here)) return here;
  for (let at = projectDir; ; at = dirname(at)) {
    if (existsSync(join(at, file))) return join(at, file);
    if (existsSync(join(at, '.git')) || at === dirname(at)) return here;
  }
}
