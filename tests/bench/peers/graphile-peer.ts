// No-op jobs through graphile-worker: added in bulk, done by one pool at the asked concurrency.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerCost, readOrder } from './run-peer.ts';

interface Graphile {
  readonly Logger: new (factory: () => () => void) => object;
  run(options: object): Promise<{ stop(): Promise<void> }>;
  makeWorkerUtils(options: object): Promise<{
    migrate(): Promise<void>;
    addJobs(jobs: readonly { readonly identifier: string; readonly payload: object }[]): Promise<unknown>;
    release(): Promise<void>;
  }>;
}

const BULK = 1_000;
const order = readOrder();
const { Logger, run, makeWorkerUtils } = createRequire(join(order.folder, 'package.json'))(
  'graphile-worker',
) as Graphile; // of the version in peer-cache.ts
const logger = new Logger(() => () => {});
const utils = await makeWorkerUtils({ connectionString: order.server, logger });
await utils.migrate();
let left = order.tasks;
let resolveDone: () => void = () => {};
const done = new Promise<void>((resolve) => (resolveDone = resolve));
const runner = await run({
  connectionString: order.server,
  logger,
  concurrency: order.parallel,
  maxPoolSize: order.parallel + 2,
  noHandleSignals: true,
  taskList: {
    'no-op': async () => {
      left -= 1;
      if (left === 0) resolveDone();
    },
  },
});
await answerCost(async () => {
  for (let n = 0; n < order.tasks; n += BULK) {
    const count = Math.min(BULK, order.tasks - n);
    await utils.addJobs(Array.from({ length: count }, (_, k) => ({ identifier: 'no-op', payload: { task: n + k } })));
  }
  await done;
});
await runner.stop();
await utils.release();
process.exit(0);
