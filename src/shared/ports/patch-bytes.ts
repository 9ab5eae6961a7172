// What a tool changed, byte for byte.

/** The bytes of a patch, stored beside its row. */
export interface PatchBytes {
  readonly patchId: string;
  readonly diff: Uint8Array;
}
