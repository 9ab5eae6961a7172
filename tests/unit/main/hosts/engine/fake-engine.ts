// An engine process with a scripted service, for tests of the supervisor: the real life cycle around a fake ledger.
import { engineLog } from '../../../../../src/main/hosts/engine/engine-log.ts';
import type { EngineOptions } from '../../../../../src/main/hosts/engine/engine-message.ts';
import { parentPort } from '../../../../../src/main/hosts/engine/parent-port.ts';
import { runEngine } from '../../../../../src/main/hosts/engine/run-engine.ts';
import { systemClock } from '../../../../../src/main/hosts/service/system-clock.ts';
import { createCapacity } from '../../../../../src/main/scheduling/create-capacity.ts';
import { PatchbayError } from '../../../../../src/shared/lib/errors.ts';
import { fakeService, runReport } from '../../../../fakes/fake-service.ts';

const options: EngineOptions = JSON.parse(process.argv[2] ?? '{}');

await runEngine({
  options,
  port: parentPort(),
  openCapacity: () => createCapacity({ seats: 4, tools: {} }, systemClock),
  open: async () => {
    if (options.projectDir === 'newer') throw new PatchbayError('E_LEDGER_NEWER', 'Too new', 'Update Patchbay.');
    if (options.projectDir === 'crash') process.exit(7);
    return fakeService({
      'run.list': () => ({ runs: [] }),
      'run.report': ({ runId }) => runReport({ run_id: runId, reason: String(process.pid) }),
      'run.wait': () => new Promise(() => {}),
    });
  },
  log: engineLog((line) => void process.stderr.write(line)),
  exit: (code) => process.exit(code),
});
