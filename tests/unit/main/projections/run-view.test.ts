// A run in a list is the same, whether it is in memory or only in its rows.
import { expect, test } from 'vitest';
import { rowSummary, runSummary } from '../../../../src/main/projections/run-view.ts';
import { replay } from '../../../../src/main/state/evolve.ts';
import { makePlan, makeTask, successOf } from '../../../fakes/make-plan.ts';
import { commitOfRun, copyRun, copyRunId, recordRun } from '../../../fakes/recorded-runs.ts';
import { ledgerFolder } from '../store/ledger-fixture.ts';

test.each([1, 2, 3, 4])(
  'a summary from rows equals one from the state, at every tenth event (seed %i)',
  async (seed) => {
    const tasks = [
      makeTask({ taskId: 'a' }),
      makeTask({ taskId: 'b', after: successOf('a') }),
      makeTask({ taskId: 'c', patchMode: { on: false, by: 'project', place: '' } }),
      makeTask({ taskId: 'd' }),
    ];
    const recording = await recordRun({ plan: makePlan({ tasks }), seed, troubleChance: 0.3 });
    const events = copyRun(recording, 1);
    const runId = copyRunId(1);
    for (let until = 1; until <= events.length; until += 10) {
      const ledger = ledgerFolder();
      try {
        const store = ledger.open();
        store.commit(commitOfRun(events.slice(0, until)));
        const row = store.runRow(runId) ?? expect.fail('no row');
        const run = replay(events.slice(0, until)) ?? expect.fail('no run');
        expect(rowSummary(row, store.runCounts(runId))).toEqual(runSummary(run));
      } finally {
        ledger.remove();
      }
    }
  },
);
