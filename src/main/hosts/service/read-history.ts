// How long work took in this project before, for who only wants to know that: the ledger is read and nothing is opened for it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Durations, NO_DURATIONS } from '../../../shared/domain/durations.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { openStore } from '../../store/open-store.ts';
import type { ServiceOptions } from './open-service.ts';
import { projectPaths } from './project-paths.ts';

type Place = Pick<ServiceOptions, 'projectDir' | 'dataDir' | 'appRoot'>;

export interface History {
  readonly durations: Durations;
  /** Why there is no history although there might be one; null where all is well. */
  readonly problem: string | null;
}

/** Outside of a repository, before the first run, and of a ledger that cannot be read there is no history; never throws for these. */
export async function readHistory({ projectDir, dataDir, appRoot }: Place): Promise<History> {
  try {
    const { ledger } = await projectPaths(projectDir, dataDir);
    if (!existsSync(ledger)) return { durations: NO_DURATIONS, problem: null };
    const store = openStore({ file: ledger, migrationsDir: join(appRoot, 'schema', 'migrations'), readOnly: true });
    try {
      return { durations: store.durations(LIMITS.durationRuns), problem: null };
    } finally {
      store.close();
    }
  } catch (thrown) {
    if (!(thrown instanceof PatchbayError)) throw thrown;
    if (thrown.code === 'E_NOT_A_REPOSITORY') return { durations: NO_DURATIONS, problem: null };
    return { durations: NO_DURATIONS, problem: `${thrown.message}. ${thrown.advice}` };
  }
}
