// Invariant: nothing changes its state but along its machine's table.

import type { Node } from '../../../src/main/state/run-state.ts';
import { ACCEPTANCE_MACHINE } from '../../../src/shared/domain/acceptance.ts';
import { ATTEMPT_MACHINE } from '../../../src/shared/domain/attempt.ts';
import { BREAKER_MACHINE } from '../../../src/shared/domain/breaker.ts';
import { DIRECT_CHANGE_MACHINE } from '../../../src/shared/domain/direct-change.ts';
import { GATE_RUN_MACHINE } from '../../../src/shared/domain/gate.ts';
import { PATCH_MACHINE } from '../../../src/shared/domain/patch.ts';
import { PHASE_MACHINE } from '../../../src/shared/domain/phase.ts';
import { REVIEW_MACHINE } from '../../../src/shared/domain/review.ts';
import { RUN_CONTROL_MACHINE, RUN_MACHINE } from '../../../src/shared/domain/run.ts';
import { TASK_MACHINE } from '../../../src/shared/domain/task.ts';
import { WORKER_MACHINE } from '../../../src/shared/domain/worker.ts';
import { WORKSTREAM_MACHINE } from '../../../src/shared/domain/workstream.ts';
import type { Machine } from '../../../src/shared/lib/machine.ts';
import type { Invariant } from './invariant.ts';

type AnyMachine = Machine<string>;

const MACHINES: Readonly<Record<Node['table'], AnyMachine>> = {
  runs: RUN_MACHINE,
  workstreams: WORKSTREAM_MACHINE,
  tasks: TASK_MACHINE,
  attempts: ATTEMPT_MACHINE,
  workers: WORKER_MACHINE,
  breakers: BREAKER_MACHINE,
  patches: PATCH_MACHINE,
  direct_changes: DIRECT_CHANGE_MACHINE,
  gate_runs: GATE_RUN_MACHINE,
  reviews: REVIEW_MACHINE,
  acceptances: ACCEPTANCE_MACHINE,
};

export const MOVES: Invariant = {
  name: 'moves',
  says: 'nothing changes its state but along its machine’s table, one move an event',
  watch: ({ breach }) => {
    const known = new Map<object | string, string>();
    const check = (machine: AnyMachine, key: object | string, state: string, named: string) => {
      const before = known.get(key);
      known.set(key, state);
      if (before === undefined || before === state) return;
      if (machine.moves[before]?.includes(state) !== true)
        breach(`${named}: ${machine.noun} went from ${before} to ${state}`);
    };
    return {
      event: ({ event, run, touched }) => {
        const said = `event ${event.seq} ${event.kind} ${event.id}`;
        // A task that is skipped takes every step of its table to its end at once.
        if (event.kind === 'task-completed' && event.data.skipped !== null) known.delete(event.id);
        for (const node of touched) check(MACHINES[node.table], keyOf(node), node.state, said);
        if (!touched.has(run) && event.kind !== 'phase-moved') return;
        // A run that ends is no longer in anybody's hands, whatever was asked of it.
        if (run.endedAt === null) check(RUN_CONTROL_MACHINE, `${run.runId} control`, run.control, said);
        for (const [phaseId, { state }] of run.phases) check(PHASE_MACHINE, `${run.runId} ${phaseId}`, state, said);
      },
    };
  },
};

/** A task that is done again is the same node under another id. */
function keyOf(node: Node): object | string {
  return node.table === 'tasks' ? node.ulid : node;
}
