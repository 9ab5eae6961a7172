// The service as seen from the far end of a channel: the same type, so a host need not know where the engine lives.
import type { MethodName, MethodResult } from '../../shared/ipc/contract.ts';
import type { ViewName, ViewPush } from '../../shared/ipc/views.ts';
import type { Channel, ClientMessage, ServerMessage } from '../../shared/ipc/wire.ts';
import { unreachable } from '../../shared/lib/assert.ts';
import type { PatchbayError } from '../../shared/lib/errors.ts';
import type { Service } from '../../shared/ports/service.ts';
import { fromWireError, ownerGone } from './wire-error.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: PatchbayError) => void;
}

interface Watching {
  readonly view: string;
  readonly params: unknown;
  readonly push: (push: unknown) => void;
}

export interface ServiceClientOptions {
  /** Key of the project that is meant; without it the one that the service was started for. */
  readonly project?: string;
  /** Told when a subscription is refused or could not be delivered. */
  readonly onViewError?: (view: string, error: PatchbayError) => void;
  /** Told when the channel has closed. */
  readonly onClose?: () => void;
}

/** Calls in flight reject with `E_OWNER_GONE` when the engine or the channel goes; views come back with the engine. */
export function serviceClient(
  channel: Channel<ClientMessage, ServerMessage>,
  options: ServiceClientOptions = {},
): Service {
  const calls = new Map<number, Waiting>();
  const views = new Map<number, Watching>();
  let lastId = 0;
  let closed = false;

  let down = false;

  const failCalls = () => {
    for (const waiting of calls.values()) waiting.reject(ownerGone({ announced: down }));
    calls.clear();
  };
  const to = options.project === undefined ? {} : { project: options.project };
  const watch = (id: number, { view, params }: Watching) => channel.send({ t: 'subscribe', id, view, params, ...to });

  channel.onMessage((message) => {
    if (message.t === 'result') {
      calls.get(message.id)?.resolve(message.result);
      calls.delete(message.id);
    } else if (message.t === 'error') {
      const view = views.get(message.id);
      if (view) options.onViewError?.(view.view, fromWireError(message.error));
      calls.get(message.id)?.reject(fromWireError(message.error));
      calls.delete(message.id);
    } else if (message.t === 'push') {
      views.get(message.id)?.push(message.push);
    } else if (message.t === 'engine') {
      down = message.state === 'down';
      if (down) failCalls();
      else for (const [id, watching] of views) watch(id, watching);
    } else {
      unreachable(message, 'server message');
    }
  });
  channel.onClose(() => {
    closed = true;
    failCalls();
    views.clear();
    options.onClose?.();
  });

  return {
    call<M extends MethodName>(method: M, params: unknown): Promise<MethodResult<M>> {
      if (closed) return Promise.reject(ownerGone({ announced: true }));
      lastId += 1;
      const id = lastId;
      return new Promise<MethodResult<M>>((resolve, reject) => {
        // The far end answers a method with that method's result: both sides are compiled from one contract.
        calls.set(id, { resolve: (result) => resolve(result as MethodResult<M>), reject });
        channel.send({ t: 'call', id, method, params, ...to });
      });
    },
    subscribe<V extends ViewName>(view: V, params: unknown, push: (message: ViewPush<V>) => void): () => void {
      if (closed) return () => {};
      lastId += 1;
      const id = lastId;
      // As above: the far end pushes this view's messages under this id.
      const watching = { view, params, push: (message: unknown) => push(message as ViewPush<V>) };
      views.set(id, watching);
      watch(id, watching);
      return () => {
        if (views.delete(id) && !closed) channel.send({ t: 'unsubscribe', id });
      };
    },
    async close() {
      channel.close();
    },
  };
}
