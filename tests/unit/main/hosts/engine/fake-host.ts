// A host that supervises an engine and tells its parent the engine's pid; made to be killed.
import { join } from 'node:path';
import { forkEngine } from '../../../../../src/main/hosts/engine/fork-engine.ts';
import { superviseEngine } from '../../../../../src/main/hosts/engine/supervise-engine.ts';
import { systemClock } from '../../../../../src/main/hosts/service/system-clock.ts';

const options = JSON.parse(process.argv[2] ?? '{}');
const fork = () => forkEngine(join(import.meta.dirname, 'fake-engine.ts'), options);
const engine = superviseEngine({ fork, clock: systemClock, log: () => {} });
await engine.ready;
process.send?.(engine.pid());
