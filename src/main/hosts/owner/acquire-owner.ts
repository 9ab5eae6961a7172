// Makes this process the owner of a project's data folder, or finds the process that is.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Service } from '../../../shared/ports/service.ts';
import { oneService } from '../../ipc/one-service.ts';
import { serve } from '../../ipc/serve-channel.ts';
import { type ServiceClientOptions, serviceClient } from '../../ipc/service-client.ts';
import { type ClientWork, clientWork } from './client-work.ts';
import { highestClaim, type OwnerRecord, prepareClaims, releaseClaim, tryClaim } from './owner-claim.ts';
import {
  answers,
  connectOwner,
  listenOwner,
  newSocketPath,
  removeSocketFile,
  type ServerChannel,
} from './owner-socket.ts';
import { processStart } from './process-start.ts';

export interface Owned {
  readonly owner: true;
  readonly record: OwnerRecord;
  /** Serves clients of the socket from now on; those that came earlier have been waiting. */
  attach(service: Service): void;
  /** Clients connected to the socket now. */
  clients(): number;
  /** A client has a call in flight, or a run that it started goes on. */
  busy(): boolean;
  /** Settles when it is not busy. */
  finished(): Promise<void>;
  /** Tells clients that this owner leaves, and lets nobody in any more; the claim stays until `release`. */
  turnAway(): void;
  release(): void;
}

export interface OwnedElsewhere {
  readonly owner: false;
  readonly record: OwnerRecord;
  connect(options?: ServiceClientOptions): Promise<Service>;
}

const TRIES = 100;
const MAX_CLIENTS = 64;

/** Exactly one of any number of processes that call this at once becomes the owner. */
export async function acquireOwner(dataDir: string): Promise<Owned | OwnedElsewhere> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = realpathSync.native(dataDir);
  prepareClaims(folder);
  const there = await findOwner(folder);
  if (there) return there;
  const door = await openDoor(folder);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const top = highestClaim(folder);
    if (top.record && (await isAlive(top.record))) {
      door.close();
      return elsewhere(top.record);
    }
    if (tryClaim(folder, top.number + 1, door.record)) {
      if (top.record) removeSocketFile(top.record.socket);
      return owned(folder, top.number + 1, door);
    }
    await wait(5 + 10 * Math.random());
  }
  door.close();
  throw new PatchbayError('E_OWNED', `${folder} keeps changing its owner`, 'Try again in a moment.', { folder });
}

/** The living owner of a data folder, or null. Creates nothing. */
export async function findOwner(dataDir: string): Promise<OwnedElsewhere | null> {
  if (!existsSync(dataDir)) return null;
  const { record } = highestClaim(realpathSync.native(dataDir));
  return record && (await isAlive(record)) ? elsewhere(record) : null;
}

/** What a second engine hears. */
export function ownedBy(record: OwnerRecord): PatchbayError {
  return new PatchbayError(
    'E_OWNED',
    `Process ${record.pid} already runs the engine of this project since ${record.startedAt}`,
    'Use the Patchbay that is open, end that process, or look on with `patchbay serve --read-only`.',
    { pid: record.pid, startedAt: record.startedAt },
  );
}

/** The same process as recorded, or something that answers on its socket (another pid namespace, or Windows). */
async function isAlive(record: OwnerRecord): Promise<boolean> {
  if (record.processStart !== null && processStart(record.pid) === record.processStart) return true;
  return answers(record.socket);
}

function elsewhere(record: OwnerRecord): OwnedElsewhere {
  return {
    owner: false,
    record,
    connect: async (options) => serviceClient(await connectOwner(record), options),
  };
}

interface Door {
  readonly record: OwnerRecord;
  attach(service: Service): void;
  clients(): number;
  work(): ClientWork | null;
  turnAway(): void;
  close(): void;
}

/** The socket listens before the claim is made, so whoever reads a claim can connect. */
async function openDoor(dataDir: string): Promise<Door> {
  const record: OwnerRecord = {
    pid: process.pid,
    processStart: processStart(process.pid),
    socket: newSocketPath(dataDir),
    token: randomBytes(32).toString('base64url'),
    startedAt: new Date().toISOString(),
  };
  const channels = new Set<ServerChannel>();
  let work: ClientWork | null = null;
  const listener = await listenOwner(record.socket, record.token, (channel) => {
    if (channels.size >= MAX_CLIENTS) return channel.close();
    channels.add(channel);
    channel.onClose(() => channels.delete(channel));
    if (work) serve(channel, oneService(work.service));
  });
  return {
    record,
    attach(service) {
      work = clientWork(service);
      for (const channel of channels) serve(channel, oneService(work.service));
    },
    clients: () => channels.size,
    work: () => work,
    turnAway() {
      work?.refuse();
      // Whoever has a call in flight must not hear that it was not taken up.
      if (work?.busy() !== true) for (const channel of channels) channel.send({ t: 'engine', state: 'down' });
      listener.hangUp();
    },
    close: () => listener.close(),
  };
}

function owned(dataDir: string, number: number, door: Door): Owned {
  let held = true;
  return {
    owner: true,
    record: door.record,
    attach: (service) => door.attach(service),
    clients: () => door.clients(),
    busy: () => door.work()?.busy() ?? false,
    finished: async () => door.work()?.finished(),
    turnAway: () => door.turnAway(),
    release() {
      if (!held) return;
      held = false;
      releaseClaim(dataDir, number);
      door.close();
    },
  };
}
