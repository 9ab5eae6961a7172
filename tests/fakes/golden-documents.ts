// The golden documents: valid and invalid ones of every schema, each invalid one with the problems it must give.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Problem } from '../../src/shared/lib/errors.ts';

export const GOLDEN_FOLDER = resolve(import.meta.dirname, '..', 'golden', 'documents');

export interface GoldenDocument {
  /** Name of the folder: the schema without its version. */
  readonly schema: string;
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly valid: boolean;
  /** Empty for a valid one. */
  readonly expected: readonly Problem[];
}

export function goldenDocuments(): readonly GoldenDocument[] {
  return readdirSync(GOLDEN_FOLDER).flatMap((schema) => {
    const folder = join(GOLDEN_FOLDER, schema);
    const expected: Readonly<Record<string, readonly Problem[]>> = JSON.parse(
      readFileSync(join(folder, 'expected.json'), 'utf8'),
    );
    const names = readdirSync(folder).filter((name) => name !== 'expected.json');
    return names.map((name) => ({
      schema,
      name,
      path: join(folder, name),
      text: readFileSync(join(folder, name), 'utf8'),
      valid: name.startsWith('valid-'),
      expected: expected[name] ?? [],
    }));
  });
}
