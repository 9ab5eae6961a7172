// Finds the engine of a project for one command: the owner that runs already, or this process.
import { setTimeout as wait } from 'node:timers/promises';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Log } from '../../../shared/ports/log.ts';
import { checkedService } from '../../ipc/checked-service.ts';
import { acquireOwner, findOwner, type Owned } from '../owner/acquire-owner.ts';
import { openService } from '../service/open-service.ts';
import { projectPaths } from '../service/project-paths.ts';
import { isOlderLedger, notUpdated, updateLedger } from '../service/update-ledger.ts';
import type { Session, SessionOrder } from './cli-ports.ts';
import { lastingSession } from './lasting-session.ts';

export interface SessionMachine {
  readonly appRoot: string;
  readonly log: Log;
}

/** How long the last words of an owner may take: it stops its tools, saves what they wrote and closes the ledger. */
const LEAVING_MS = 30_000;
/** Quick questions of others are not worth a word. */
const QUIET_MS = 500;
const NEVER = new Promise<never>(() => {});

export async function openSession(order: SessionOrder, machine: SessionMachine): Promise<Session> {
  const { root } = await projectPaths(order.projectDir, order.dataDir);
  return lastingSession(() => patiently(() => findSession(order, machine, root)));
}

/** An owner that is about to leave does not let anybody in; a moment later the project is free. */
async function patiently(open: () => Promise<Session>): Promise<Session> {
  for (const until = performance.now() + LEAVING_MS; ; ) {
    try {
      return await open();
    } catch (error) {
      const leaving = error instanceof PatchbayError && error.code === 'E_OWNER_GONE';
      if (!leaving || performance.now() > until) throw error;
      await wait(50);
    }
  }
}

async function findSession(order: SessionOrder, machine: SessionMachine, root: string): Promise<Session> {
  if (order.need === 'owner') return ownSession(order, machine, root);
  const there = await findOwner(root);
  if (there) return remoteSession(await there.connect());
  try {
    return await readingSession(order, machine);
  } catch (error) {
    if (!isOlderLedger(error)) throw error;
    return updatedSession({ order, machine, root, older: error });
  }
}

async function readingSession(order: SessionOrder, machine: SessionMachine): Promise<Session> {
  const service = await openService({ ...serviceOrder(order, machine), role: 'reader' });
  return { service: checkedService(service), inProcess: true, fault: NEVER, close: () => service.close() };
}

interface Updating {
  readonly order: SessionOrder;
  readonly machine: SessionMachine;
  readonly root: string;
  readonly older: unknown;
}

/** The first look after an update: owns the project for as long as its ledger is brought to the present schema, then reads. */
async function updatedSession({ order, machine, root, older }: Updating): Promise<Session> {
  const found = await acquireOwner(root).catch((error: unknown) => {
    throw notUpdated(older, error);
  });
  if (!found.owner) return remoteSession(await found.connect());
  try {
    await updateLedger(serviceOrder(order, machine)).catch((error: unknown) => {
      throw notUpdated(older, error);
    });
    // Whoever came in the meantime looks again, and finds the new ledger.
    found.turnAway();
    return await readingSession(order, machine);
  } finally {
    found.release();
  }
}

async function ownSession(order: SessionOrder, machine: SessionMachine, root: string): Promise<Session> {
  const found = await acquireOwner(root);
  if (!found.owner) return remoteSession(await found.connect());
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => {}); // a command that does not wait must not fall over it
  try {
    const onFault = (error: PatchbayError) => fault.reject(error);
    const service = await openService({ ...serviceOrder(order, machine), role: 'engine', onFault });
    found.attach(service);
    return {
      service: checkedService(service),
      inProcess: true,
      fault: fault.promise,
      close: () => closeOwned({ service, owned: found, fault: fault.promise, log: machine.log }),
    };
  } catch (error) {
    found.release();
    throw error;
  }
}

function serviceOrder({ projectDir, dataDir }: SessionOrder, { appRoot, log }: SessionMachine) {
  return { projectDir, dataDir, appRoot, log };
}

interface Closing {
  readonly service: Session['service'];
  readonly owned: Owned;
  readonly fault: Promise<never>;
  readonly log: Log;
}

/** What others have under way in this process is finished first; the ledger is closed before anybody else may open it. */
async function closeOwned({ service, owned, fault, log }: Closing): Promise<void> {
  const words = 'Another command still uses the engine in this process, which ends after it. Ctrl+C leaves at once.';
  const timer = owned.busy() ? setTimeout(() => log('warn', words), QUIET_MS) : undefined;
  try {
    await Promise.race([owned.finished(), fault]).catch(() => {});
    clearTimeout(timer);
    owned.turnAway();
    await service.close();
  } finally {
    owned.release();
  }
}

function remoteSession(service: Session['service']): Session {
  return { service, inProcess: false, fault: NEVER, close: () => service.close() };
}
