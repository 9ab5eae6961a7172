// What the handlers and the views of a service are made of.

import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Archives } from '../../../shared/ports/archives.ts';
import type { Capacity } from '../../../shared/ports/capacity.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Faults } from '../../../shared/ports/faults.ts';
import type { LegacyLibrary } from '../../../shared/ports/legacy-library.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Snapshots } from '../../../shared/ports/snapshots.ts';
import type { Store } from '../../../shared/ports/store.ts';
import type { Engine } from '../../engine/loop.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { LedgerCare } from './ledger-care.ts';
import type { Rooms } from './open-rooms.ts';
import type { ProjectPaths } from './project-paths.ts';
import type { RunLibrary } from './run-library.ts';

export interface ServiceParts {
  /** With the archived runs, for reading. */
  readonly store: Store;
  readonly rooms: Rooms;
  /** Null for a reader. */
  readonly engine: Engine | null;
  readonly library: RunLibrary;
  readonly feed: ChangeFeed;
  readonly snapshots: Snapshots;
  readonly archives: Archives;
  readonly faults: Faults;
  /** Null for a reader. */
  readonly care: LedgerCare | null;
  readonly paths: ProjectPaths;
  /** Any folder of the repository. */
  readonly projectDir: string;
  readonly capacity: Capacity;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** Of a reader: why nothing can be changed, in a sentence. */
  readonly readOnly: string | null;
  /** Folder of this installation. */
  readonly appRoot: string;
  /** Read anew for every question: databases come, go and grow while the service runs. */
  openLegacy(): Promise<LegacyLibrary>;
  newRunId(): string;
  /** The user of this machine, as commands are logged. */
  readonly person: string;
}

/** The engine, or a refusal that says why a reader cannot do it. */
export function engineOf(parts: ServiceParts): Engine {
  if (parts.engine !== null) return parts.engine;
  const advice = 'Use the window or the command that owns the project, or end it first.';
  const why = parts.readOnly ?? 'Nothing can be changed from here.';
  throw new PatchbayError('E_WRONG_STATE', `This is a read-only view of the project. ${why}`, advice);
}
