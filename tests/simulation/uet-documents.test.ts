// Simulated runs with crashes and trouble, stopped after any event: what would be exported is valid UET v1 at every moment.
import { expect, test } from 'vitest';
import { uetDocuments } from '../../src/main/projections/uet-documents.ts';
import { uetEvents } from '../../src/main/projections/uet-events.ts';
import { replay } from '../../src/main/state/evolve.ts';
import { present } from '../../src/shared/lib/assert.ts';
import { DOCUMENT_SCHEMAS } from '../../src/shared/uet/recognise-schema.ts';
import { makePlan, makeTask, makeWorkstream, successOf } from '../fakes/make-plan.ts';
import { SIM_RUN, simulate } from './simulate.ts';

const gates = ['unit', 'slow'].map((gateId, at) => ({
  gateId,
  kind: 'unit',
  argv: ['x'],
  shell: false,
  after: [],
  required: at === 0,
  timeoutMs: 1_000,
  expectedExit: 0,
  env: {},
}));

/** Two phases; the second one's tasks come after the first. */
const plan = makePlan({
  gates,
  phases: ['PH', 'later'].map((phaseId) => ({ phaseId, name: phaseId, category: 'core', after: [], acceptance: null })),
  workstreams: [
    makeWorkstream({ workstreamId: 'WS' }),
    makeWorkstream({ workstreamId: 'WS-1c' }),
    makeWorkstream({ workstreamId: 'WS-1b', after: ['WS'] }),
    makeWorkstream({ workstreamId: 'WS-2', phaseId: 'later', after: ['WS', 'WS-1b', 'WS-1c'] }),
  ],
  tasks: [
    makeTask({ taskId: 'a', gates: ['unit', 'slow'] }),
    makeTask({ taskId: 'b', after: successOf('a') }),
    makeTask({ taskId: 'c', conflictGroup: 'g', workstreamId: 'WS-1b' }),
    makeTask({ taskId: 'f', workstreamId: 'WS-1c' }),
    makeTask({ taskId: 'd', workstreamId: 'WS-2', phaseId: 'later', priority: 1 }),
    makeTask({
      taskId: 'e',
      workstreamId: 'WS-2',
      phaseId: 'later',
      patchMode: { on: false, by: 'project', place: 'patchbay.yaml' },
    }),
  ],
});

test.each(Array.from({ length: 24 }, (_, at) => at + 1))('seed %i', async (seed) => {
  const cancel = seed % 4 === 0 ? { cancelAt: 3 + seed / 4 } : {};
  const { store } = await simulate({ plan, seed, troubleChance: 0.25, crashChance: 0.05, ...cancel });
  const events = store.eventsOf(SIM_RUN);
  const lines = [...uetEvents(events)].map((document) => ({ schema: 'run_event.v1', document }) as const);
  for (let end = 1; end <= events.length; end += 1) {
    const past = events.slice(0, end);
    const run = present(replay(past), 'a run');
    const documents = [...uetDocuments(run, past)];
    for (const { schema, document } of [...documents, ...lines.slice(end - 1, end)]) {
      const validate = DOCUMENT_SCHEMAS[schema];
      const faults = validate(document) ? [] : validate.errors;
      expect(faults, `${schema} after event ${end}: ${JSON.stringify(document)}`).toEqual([]);
    }
    const records = documents.filter(({ schema }) => schema === 'run_record.v1');
    expect(records).toHaveLength(plan.phases.length);
    // A run that has ended has no phase that goes on, and one that goes on has one.
    const open = records.filter(({ document }) =>
      ['pending', 'running'].includes(String(Reflect.get(document, 'state'))),
    );
    if (run.endedAt !== null) expect(open).toEqual([]);
    // Whoever has an attempt in hand has one that goes on; after a crash the worker ends before its attempt is saved.
    for (const worker of run.pool) if (worker.attempt !== null) expect(worker.attempt.endedAt).toBe(null);
    if (run.endedAt !== null) expect(run.pool.size).toBe(0);
  }
});
