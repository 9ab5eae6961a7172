// A session that outlives its engine: when the process that owned the project leaves, another one takes its place.
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { ViewName, ViewParams, ViewPush } from '../../../shared/ipc/views.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Session } from './cli-ports.ts';

/** An engine that leaves again and again is a fault that a person should see. */
const ENGINES = 5;
/** Asked twice, these would be done twice. */
const ONCE: ReadonlySet<MethodName> = new Set(['run.start', 'run.publish']);

/** `open` finds the owner of the project anew, or makes this process the owner. */
export async function lastingSession(open: () => Promise<Session>): Promise<Session> {
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => {}); // a command that does not wait must not fall over it
  const watching = new Set<(session: Session) => void>();
  let engines = 0;
  let current = await opened();
  let reopening: Promise<Session> | null = null;

  async function opened(): Promise<Session> {
    engines += 1;
    const session = await open();
    session.fault.catch(fault.reject);
    for (const watch of watching) watch(session);
    return session;
  }

  /** Calls that fail together wait for the same new engine. */
  async function reopen(left: Session): Promise<void> {
    if (current !== left) return;
    reopening ??= left.close().then(opened);
    current = await reopening.finally(() => {
      reopening = null;
    });
  }

  const call = async <M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> => {
    for (;;) {
      const asked = current;
      try {
        return await asked.service.call(method, params);
      } catch (error) {
        if (asked.inProcess || engines >= ENGINES || !mayAskAgain(method, error)) throw error;
        await reopen(asked);
      }
    }
  };

  const subscribe = <V extends ViewName>(view: V, params: ViewParams<V>, push: (message: ViewPush<V>) => void) => {
    let end = current.service.subscribe(view, params, push);
    const watch = (session: Session) => {
      end = session.service.subscribe(view, params, push);
    };
    watching.add(watch);
    return () => {
      watching.delete(watch);
      end();
    };
  };

  return {
    service: { call, subscribe, close: () => current.service.close() },
    get inProcess() {
      return current.inProcess;
    },
    fault: fault.promise,
    close: () => current.close(),
  };
}

function mayAskAgain(method: MethodName, error: unknown): boolean {
  if (!(error instanceof PatchbayError) || error.code !== 'E_OWNER_GONE') return false;
  return error.values.announced === true || !ONCE.has(method);
}
