// The engine service as a program of its own; forked by a host, or detached by `run --detach`.
import { openCapacity } from '../service/open-capacity.ts';
import { openService } from '../service/open-service.ts';
import { engineLog } from './engine-log.ts';
import type { EngineOptions } from './engine-message.ts';
import { parentPort } from './parent-port.ts';
import { runEngine } from './run-engine.ts';

const options: EngineOptions = JSON.parse(process.argv[2] ?? '{}');
const log = engineLog((line) => void process.stderr.write(line));

const { dataDir, appRoot, maxWorkers } = options;

await runEngine({
  options,
  port: parentPort(),
  openCapacity: () => openCapacity({ dataDir, maxWorkers }),
  open: (order, capacity) =>
    // A service that has stopped itself is of no use: the next process recovers from the ledger.
    openService({ ...order, dataDir, appRoot, capacity, log, onFault: () => process.exit(1) }),
  log,
  exit: (code) => process.exit(code),
});
