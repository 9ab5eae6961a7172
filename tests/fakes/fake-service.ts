// A service for tests of hosts and doors: scripted answers, recorded calls, views pushed by hand.
import type { MethodName, MethodParams, MethodResult, RunReport } from '../../src/shared/ipc/contract.ts';
import type { ViewName, ViewParams, ViewPush } from '../../src/shared/ipc/views.ts';
import { PatchbayError } from '../../src/shared/lib/errors.ts';
import type { Service } from '../../src/shared/ports/service.ts';

export const RUN_ID = '01JZZZZZZZZZZZZZZZZZZZZZZ1';
export const PATCH_ID = '01JZZZZZZZZZZZZZZZZZZZZZZ2';

export type Answers = { readonly [M in MethodName]?: (params: MethodParams<M>) => unknown };

export interface FakeService extends Service {
  readonly calls: { readonly method: string; readonly params: unknown }[];
  readonly open: Set<string>;
  /** Pushes to every subscriber of the view. */
  push(view: ViewName, push: unknown): void;
  readonly closed: () => boolean;
}

/** Answers come from `answers`; a method without one rejects with `E_NOT_FOUND`. */
export function fakeService(answers: Answers = {}): FakeService {
  const calls: { method: string; params: unknown }[] = [];
  const watchers = new Map<string, Set<(push: never) => void>>();
  const open = new Set<string>();
  let closed = false;
  return {
    calls,
    open,
    closed: () => closed,
    async call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
      calls.push({ method, params });
      const answer = answers[method] as ((given: unknown) => unknown) | undefined; // keyed by the same method
      if (!answer) throw new PatchbayError('E_NOT_FOUND', `No ${method} here`, 'Give it an answer.', { method });
      return (await answer(params)) as MethodResult<M>; // a test's own answer
    },
    subscribe<V extends ViewName>(view: V, _params: ViewParams<V>, push: (message: ViewPush<V>) => void): () => void {
      const set = watchers.get(view) ?? new Set();
      watchers.set(view, set.add(push));
      open.add(view);
      push({ kind: 'snapshot', head: null, items: [] } as unknown as ViewPush<V>); // heads do not matter to the doors
      return () => {
        set.delete(push);
        if (set.size === 0) open.delete(view);
      };
    },
    push(view, push) {
      for (const watcher of watchers.get(view) ?? []) watcher(push as never); // a test's own push
    },
    async close() {
      closed = true;
    },
  };
}

/** A finished run with one task and one patch. */
export function runReport(changes: Partial<RunReport> = {}): RunReport {
  return {
    run_id: RUN_ID,
    state: 'succeeded',
    control: 'active',
    reason: '',
    max_parallel: 4,
    base: 'a'.repeat(40),
    head: 'b'.repeat(40),
    notes: [],
    tasks: [
      {
        task_id: 'greet',
        state: 'completed',
        reason: '',
        completion: 'committed',
        origin: null,
        priority: 0,
        retries: 0,
        attempts: 1,
        notes: [],
        patch_ids: [PATCH_ID],
        patch_mode: true,
        direct_change_ids: [],
      },
    ],
    patches: [
      { patch_id: PATCH_ID, task_id: 'greet', state: 'committed', commit: 'b'.repeat(40), files: ['src/greet.js'] },
    ],
    direct_changes: [],
    acceptance: [],
    waiting: [],
    cost: { micro_usd: 0, basis: 'unknown' },
    shadow: null,
    overlaps: [],
    ...changes,
  };
}
