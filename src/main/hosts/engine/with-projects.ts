// A project's service as a process with several of them answers it: what is about projects is answered here.
import type { MethodName, MethodParams, MethodResult } from '../../../shared/ipc/contract.ts';
import type { Service } from '../../../shared/ports/service.ts';

export interface ProjectActions {
  list(): Promise<MethodResult<'project.list'>>;
  /** Answers the key. */
  open(folder: string): Promise<string>;
  close(key: string, stop: boolean): Promise<void>;
}

type ProjectMethod = Extract<MethodName, `project.${string}`>;

export function withProjects(service: Service, actions: ProjectActions): Service {
  const own: { readonly [M in ProjectMethod]: (params: MethodParams<M>) => Promise<MethodResult<M>> } = {
    'project.list': () => actions.list(),
    'project.open': async ({ folder }) => ({ key: await actions.open(folder) }),
    'project.close': async ({ key, stop = false }) => {
      await actions.close(key, stop);
      return { key };
    },
  };
  return {
    call: <M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> => {
      if (!isOwn(method)) return service.call(method, params);
      const answer = own[method] as (given: MethodParams<M>) => Promise<MethodResult<M>>; // keyed by the same method
      return answer(params);
    },
    subscribe: (view, params, push) => service.subscribe(view, params, push),
    close: () => service.close(),
  };

  function isOwn(method: MethodName): method is ProjectMethod {
    return Object.hasOwn(own, method);
  }
}
