// Where the file of a patch in quarantine lies.

/** Below the project's data folder. */
export const QUARANTINE_FOLDER = 'quarantine';

export function quarantineName(patchId: string): string {
  return `${patchId}.patch`;
}

/** As the ledger names it: relative to the project's data folder, with `/`. */
export function quarantinePath(patchId: string): string {
  return `${QUARANTINE_FOLDER}/${quarantineName(patchId)}`;
}
