// What the functions of the train work with.
import type { Faults } from '../../../shared/ports/faults.ts';
import type { RepositoryGit } from '../git/create-git.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import type { ObjectStore } from '../git/object-store.ts';
import type { RefUpdater } from '../git/update-refs.ts';

/** Author and committer. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

export interface TrainPorts {
  readonly git: RepositoryGit;
  readonly reader: ObjectReader;
  readonly objects: Pick<ObjectStore, 'write'>;
  readonly refs: RefUpdater;
  readonly faults: Faults;
  readonly identity: Identity;
}
