// Knows what the clients of an owner have under way, so that the owner does not leave in the middle of it.
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { Service } from '../../../shared/ports/service.ts';
import { ownerGone } from '../../ipc/wire-error.ts';

export interface ClientWork {
  /** The service for clients: what goes through it is counted. */
  readonly service: Service;
  /** A call is in flight, or a run that a client started goes on. */
  busy(): boolean;
  /** Settles when it is not busy. */
  finished(): Promise<void>;
  /** From now on every call is answered with `E_OWNER_GONE`, announced. */
  refuse(): void;
}

export function clientWork(service: Service): ClientWork {
  const open = new Set<Promise<unknown>>();
  let refusing = false;
  const track = <T>(work: Promise<T>): Promise<T> => {
    open.add(work);
    const forget = () => open.delete(work);
    work.then(forget, forget);
    return work;
  };
  const call = <M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> => {
    if (refusing) return Promise.reject(ownerGone({ announced: true }));
    const answer = track(service.call(method, params));
    if (method === 'run.start') track(answer.then((started) => service.call('run.wait', started as RunStarted)));
    return answer;
  };
  return {
    service: {
      call,
      subscribe: (view, params, push) => service.subscribe(view, params, push),
      close: () => service.close(),
    },
    busy: () => open.size > 0,
    finished: async () => {
      while (open.size > 0) await Promise.allSettled(open);
    },
    refuse: () => {
      refusing = true;
    },
  };
}

type RunStarted = MethodResult<'run.start'>;
