// The composition root of the engine service: makes every port, joins the rooms, and answers the contract.
import { readFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Capacity } from '../../../shared/ports/capacity.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import type { Log } from '../../../shared/ports/log.ts';
import type { Service } from '../../../shared/ports/service.ts';
import type { Snapshots } from '../../../shared/ports/snapshots.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { createEngine, type Engine, type EngineParts } from '../../engine/loop.ts';
import { createPerform } from '../../engine/perform-effect.ts';
import { findLeftover } from '../../engine/recover-engine.ts';
import { withArchives } from './archived-store.ts';
import { createChangeFeed } from './change-feed.ts';
import { createFaults } from './kill-faults.ts';
import type { LedgerCare } from './ledger-care.ts';
import { openCapacity } from './open-capacity.ts';
import { careFor, openLedger } from './open-ledger.ts';
import { openLegacyLibrary } from './open-legacy-library.ts';
import { openRooms, type Rooms } from './open-rooms.ts';
import { type ProjectPaths, projectPaths } from './project-paths.ts';
import { readMachine } from './read-machine.ts';
import { readyService } from './ready-service.ts';
import { createRunLibrary } from './run-library.ts';
import { systemClock } from './system-clock.ts';
import { createUlids } from './ulid-ids.ts';

export interface ServiceOptions {
  /** Any folder of the user's repository. */
  readonly projectDir: string;
  readonly dataDir: string;
  /** A reader changes nothing and runs nothing; it answers from the ledger. */
  readonly role: 'engine' | 'reader';
  /** Shared with every project of this process; without it the project has its own. */
  readonly capacity?: Capacity;
  /** Of a reader: why nothing can be changed, in a sentence. */
  readonly readOnly?: string;
  readonly log: Log;
  /** Folder that holds `schema/` and `out/`. */
  readonly appRoot: string;
  /** The ledger refused or the program contradicted itself; the host has to start the service again. */
  readonly onFault?: (error: PatchbayError) => void;
}

/** The engine stands still while it waits for a lock on somebody else's database. */
const LEGACY_WAIT_MS = 100;

/** Opens a project. As engine it takes up at once what an interrupted one left. Throws a PatchbayError with advice. */
export async function openService(options: ServiceOptions): Promise<Service> {
  const paths = await projectPaths(options.projectDir, options.dataDir);
  const faults = createFaults(process.env);
  const capacity = options.capacity ?? openCapacity(options);
  const { store, snapshots, archives } = openLedger({ ...options, paths, faults });
  const readable = withArchives(store, archives);
  const rooms = await openRooms({ ...options, paths, faults, clock: systemClock });
  let care: LedgerCare | null = null;
  try {
    const feed = createChangeFeed();
    const ids = createUlids(() => systemClock.now());
    if (options.role === 'engine') care = await careFor({ ...options, store, feed, paths });
    const engine =
      options.role === 'engine'
        ? startEngine({
            options,
            store,
            snapshots,
            rooms,
            paths,
            ids,
            onChange: feed.publish,
            join: (wake) => capacity.join({ project: paths.root, wake }),
          })
        : null;
    const library = createRunLibrary({ store: readable, snapshots }, engine);
    const version = readVersion(options.appRoot);
    const { log } = options;
    return await readyService({
      store: readable,
      rooms,
      engine,
      library,
      feed,
      snapshots,
      archives,
      faults,
      care,
      paths,
      projectDir: options.projectDir,
      capacity,
      clock: systemClock,
      log,
      version,
      appRoot: options.appRoot,
      readOnly: options.role === 'reader' ? (options.readOnly ?? 'Nothing can be changed from here.') : null,
      openLegacy: () => openLegacyLibrary({ ...options, waitMs: LEGACY_WAIT_MS }),
      newRunId: ids.next,
      person: userName(),
    });
  } catch (thrown) {
    await care?.close();
    await rooms.close();
    store.close();
    throw thrown;
  }
}

interface StartEngine {
  readonly options: ServiceOptions;
  readonly store: Store;
  readonly snapshots: Snapshots;
  readonly rooms: Rooms;
  readonly paths: ProjectPaths;
  readonly ids: Ids;
  readonly onChange: EngineParts['onChange'];
  readonly join: NonNullable<EngineParts['join']>;
}

function startEngine({ options, store, snapshots, rooms, paths, ids, onChange, join }: StartEngine): Engine {
  const { execution, integration } = rooms;
  const engine = createEngine({
    store,
    clock: systemClock,
    ids,
    perform: createPerform({ store, execution, integration, clock: systemClock }),
    stop: (effect) => {
      if (effect.kind === 'stop-attempt') execution.stopAttempt(effect.id, effect.reason);
      else integration.stopGate(effect.id);
    },
    probe: execution.probe,
    changesSoFar: execution.changesSoFar,
    machine: readMachine([paths.root, paths.workspaces, tmpdir()], systemClock),
    onSeen: onChange,
    onChange,
    join,
    onFault: (error) => {
      options.log('error', `The engine stopped: ${error.message} ${error.advice}`, error.values);
      options.onFault?.(error);
    },
    defer: (turn) => setImmediate(turn),
  });
  const leftover = findLeftover({ store, snapshots });
  engine.recover(leftover.runs, leftover.effects);
  return engine;
}

/** A user without a name, as in some containers, is a person all the same. */
function userName(): string {
  try {
    return userInfo().username || 'a person';
  } catch {
    return 'a person';
  }
}

function readVersion(appRoot: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'version') : undefined;
  return typeof version === 'string' ? version : 'unknown';
}
