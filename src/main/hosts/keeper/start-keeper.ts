// Starts a thread that looks after the ledger and carries its orders and answers.
import { Worker } from 'node:worker_threads';
import { fromWireError } from '../../ipc/wire-error.ts';
import type { KeeperAnswers, KeeperOrder, KeeperPlace, KeeperReply } from './keeper-order.ts';

export interface KeeperThread {
  /** Rejects with the reason when it could not be done or the thread is gone. */
  ask<T extends KeeperOrder['type']>(order: Extract<KeeperOrder, { type: T }>): Promise<KeeperAnswers[T]>;
  /** What is under way is broken off; nothing of it is lost. */
  end(): Promise<void>;
}

interface Waiter {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** `file` is absolute: `out/main/ledger-keeper.js`, or the TypeScript file under a Node that strips types. */
export function startKeeper(file: string, place: KeeperPlace): KeeperThread {
  const worker = new Worker(file, { workerData: place, execArgv: [] });
  // It shall keep no process alive: whoever waits for an answer does.
  worker.unref();
  const waiting = new Map<number, Waiter>();
  let next = 0;
  let gone: Error | null = null;
  const lose = (error: Error) => {
    gone ??= error;
    for (const { reject } of waiting.values()) reject(gone);
    waiting.clear();
  };
  worker.on('message', ({ id, answer, error }: KeeperReply) => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (error === undefined)
      waiter?.resolve(answer as never); // the answer belongs to the order by KeeperAnswers
    else waiter?.reject(fromWireError(error));
  });
  worker.on('error', (thrown) => lose(thrown instanceof Error ? thrown : new Error(String(thrown))));
  worker.on('exit', (code) => lose(new Error(`the thread ended with ${code}`)));
  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        if (gone !== null) return reject(gone);
        const id = next++;
        waiting.set(id, { resolve, reject });
        worker.ref();
        worker.postMessage({ id, order });
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
