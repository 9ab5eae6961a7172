// The engine service as its hosts see it: one typed contract, requests and pushed views.
import type { MethodName, MethodParams, MethodResult } from '../ipc/contract.ts';
import type { ViewName, ViewParams, ViewPush } from '../ipc/views.ts';

export interface Service {
  /** Input must already be checked against the contract. Rejects with a PatchbayError. */
  call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>>;
  /** Pushes a snapshot at once and changes later, at most every 50 ms; the returned function ends it. */
  subscribe<V extends ViewName>(view: V, params: ViewParams<V>, push: (message: ViewPush<V>) => void): () => void;
  close(): Promise<void>;
}

/** Every project that a process holds open. */
export interface Services {
  /** The one that the process was started for where there is no key. Throws `E_NOT_FOUND`, or what keeps the project from answering. */
  of(project: string | undefined): Service;
}
