// Brings the ledger of an earlier version to the present schema and does nothing else: no run is taken up.
import { join } from 'node:path';
import { asPatchbayError, PatchbayError } from '../../../shared/lib/errors.ts';
import { openStore } from '../../store/open-store.ts';
import type { ServiceOptions } from './open-service.ts';
import { projectPaths } from './project-paths.ts';

type Place = Pick<ServiceOptions, 'projectDir' | 'dataDir' | 'appRoot'>;

/** Only for the owner of the project. A copy of the ledger as it was lies beside it afterwards. */
export async function updateLedger({ projectDir, dataDir, appRoot }: Place): Promise<void> {
  const { ledger } = await projectPaths(projectDir, dataDir);
  openStore({ file: ledger, migrationsDir: join(appRoot, 'schema', 'migrations') }).close();
}

/** True for what a reader hears of a ledger that only has to be updated. */
export function isOlderLedger(thrown: unknown): boolean {
  return thrown instanceof PatchbayError && thrown.values['older'] === true;
}

/** What stood in the way, with what it was in the way of. */
export function notUpdated(older: unknown, thrown: unknown): PatchbayError {
  const { code, message, advice, values } = asPatchbayError(thrown);
  return new PatchbayError(
    code,
    `${asPatchbayError(older).message}, and it could not be brought to the present one: ${message}`,
    `A ledger of an earlier version has to be written once before it can be read. ${advice}`,
    values,
  );
}
