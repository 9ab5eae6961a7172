// A service in the same process behind the same input check as one across a port.
import type { MethodName, MethodParams, MethodResult } from '../../shared/ipc/contract.ts';
import type { ViewName, ViewParams, ViewPush } from '../../shared/ipc/views.ts';
import type { Service } from '../../shared/ports/service.ts';
import { checkCall, checkView } from './check-input.ts';

export function checkedService(service: Service): Service {
  return {
    async call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
      checkCall(method, params);
      return service.call(method, params);
    },
    subscribe<V extends ViewName>(view: V, params: ViewParams<V>, push: (message: ViewPush<V>) => void): () => void {
      checkView(view, params);
      return service.subscribe(view, params, push);
    },
    close: () => service.close(),
  };
}
