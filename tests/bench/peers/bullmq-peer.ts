// No-op jobs through BullMQ: added in bulk, done by one worker at the asked concurrency, kept when they are completed.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerCost, readOrder } from './run-peer.ts';

interface Queue {
  addBulk(jobs: readonly { readonly name: string; readonly data: object }[]): Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}
interface Worker {
  on(event: 'completed', listener: () => void): void;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}
interface BullMq {
  readonly Queue: new (name: string, options: object) => Queue;
  readonly Worker: new (name: string, work: () => Promise<void>, options: object) => Worker;
}

const BULK = 1_000;
const order = readOrder();
const { Queue, Worker } = createRequire(join(order.folder, 'package.json'))('bullmq') as BullMq; // of the version in peer-cache.ts
const connection = { host: '127.0.0.1', port: Number(order.server) };
const name = `bench-${process.pid}`;
const queue = new Queue(name, { connection });
const worker = new Worker(name, async () => {}, { connection, concurrency: order.parallel });
await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
await answerCost(async () => {
  let left = order.tasks;
  const done = new Promise<void>((resolve) => {
    worker.on('completed', () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  for (let n = 0; n < order.tasks; n += BULK) {
    const count = Math.min(BULK, order.tasks - n);
    await queue.addBulk(Array.from({ length: count }, (_, k) => ({ name: 'no-op', data: { task: n + k } })));
  }
  await done;
});
await worker.close();
await queue.close();
process.exit(0);
