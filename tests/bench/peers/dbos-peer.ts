// No-op workflows through DBOS, at the asked concurrency: without steps, or with three no-op steps each.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerCost, readOrder } from './run-peer.ts';

interface Dbos {
  readonly DBOS: {
    setConfig(config: object): void;
    registerWorkflow<A extends readonly unknown[]>(
      work: (...args: A) => Promise<void>,
      config: object,
    ): (...args: A) => Promise<void>;
    runStep(work: () => Promise<void>, config: object): Promise<void>;
    startWorkflow(work: () => Promise<void>): () => Promise<{ getResult(): Promise<void> }>;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
  };
}

const order = readOrder();
const { DBOS } = createRequire(join(order.folder, 'package.json'))('@dbos-inc/dbos-sdk') as Dbos; // of the version in peer-cache.ts
DBOS.setConfig({
  name: 'bench',
  systemDatabaseUrl: order.server,
  systemDatabasePoolSize: 20,
  enableOTLP: false,
  runAdminServer: false,
  logLevel: 'error',
});
const steps = order.mode === 'steps' ? ['queued', 'running', 'done'] : [];
const work = DBOS.registerWorkflow(
  async () => {
    for (const name of steps) await DBOS.runStep(async () => {}, { name });
  },
  { name: 'no-op' },
);
await DBOS.launch();
await answerCost(async () => {
  let next = 0;
  const lane = async () => {
    for (; next < order.tasks; ) {
      next += 1;
      const handle = await DBOS.startWorkflow(work)();
      await handle.getResult();
    }
  };
  await Promise.all(Array.from({ length: order.parallel }, lane));
});
await DBOS.shutdown();
process.exit(0);
