// Every worker of a run, at every moment of it, is a valid document.
import { expect, test } from 'vitest';
import { workerDocument } from '../../../../src/main/projections/worker-document.ts';
import { evolve } from '../../../../src/main/state/evolve.ts';
import type { RunNode } from '../../../../src/main/state/run-state.ts';
import { DOCUMENT_SCHEMAS } from '../../../../src/shared/uet/recognise-schema.ts';
import { randomPlan } from '../../../simulation/random-plan.ts';
import { SIM_RUN, simulate } from '../../../simulation/simulate.ts';

test('a worker with a lease, in quarantine and ended is what its schema says', async () => {
  const validate = DOCUMENT_SCHEMAS['patchbay/worker.v1'];
  const seen = { leases: 0, quarantines: 0, ends: 0 };
  for (let seed = 1; seed <= 8; seed += 1) {
    const { store } = await simulate({ plan: randomPlan(seed), seed, stallChance: 0.4 });
    let run: RunNode | null = null;
    for (const event of store.eventsOf(SIM_RUN)) {
      run = evolve(run, event, () => {});
      for (const worker of run.workers.values()) {
        const document = workerDocument(run, worker);
        expect(validate(document) ? [] : validate.errors).toEqual([]);
        seen.leases += Number(document['lease'] !== null);
        seen.quarantines += Number(document['quarantine'] !== null);
        seen.ends += Number(document['terminated_at'] !== null);
      }
    }
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});
