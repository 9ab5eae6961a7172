// What a tool changed, byte for byte.

/** The bytes of a patch, stored beside its row. */
export interface PatchBytes {
  readonly patchId: string;
  readonly diff: Uint8Array;
}

/** A patch with the very bytes of an earlier one, which the store has. */
export interface PatchCopy {
  readonly patchId: string;
  readonly copyOf: string;
}
