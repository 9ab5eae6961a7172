// What a lockfile says about one package, in a form that is the same for all formats.

export interface LockEntry {
  /** Name and version. */
  readonly id: string;
  /** Where it is fetched from, as an address; null where the file does not say. */
  readonly source: string | null;
  /** What its content must hash to; null where the file does not say. */
  readonly hash: string | null;
  /** In the file, from 1; 0 where it is not known. */
  readonly line: number;
}

export interface LockFormat {
  /** For sentences. */
  readonly name: string;
  readonly files: RegExp;
  /** Names of the files whose change goes with a change of this one. */
  readonly manifests: RegExp;
  /** Registries that everybody uses. */
  readonly hosts: readonly string[];
  /** Every entry of a registry has a hash. */
  readonly hashed: boolean;
  /** Throws what it likes on a text that it cannot read. Null: the format is not for reading. */
  readonly read: ((text: string) => readonly LockEntry[]) | null;
}
