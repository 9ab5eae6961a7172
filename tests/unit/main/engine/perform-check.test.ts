// What each kind of check does in the world.
import { expect, test } from 'vitest';
import { performCheck } from '../../../../src/main/engine/perform-check.ts';
import { FACT_TYPES } from '../../../../src/shared/plan/acceptance-facts.ts';
import type { AcceptanceCheck, CheckWork } from '../../../../src/shared/plan/plan.ts';
import type { GateOrder, Integration } from '../../../../src/shared/ports/integration.ts';
import { makePlan, makeTask } from '../../../fakes/make-plan.ts';
import { BUILT, GOOD, gateOutcome, MADE_PATCH, openRun } from './open-run.ts';

const COMMAND = { gateId: 'c', kind: 'acceptance', argv: ['x'], shell: false, after: [], required: true };
const command: CheckWork = { kind: 'command', command: { ...COMMAND, timeoutMs: 5, expectedExit: 0, env: { A: '1' } } };

async function perform(work: CheckWork, type: AcceptanceCheck['type'], counts: readonly number[] = []) {
  const check = { checkId: 'c', type, description: '', required: true, severity: 'error', work } as const;
  const tasks = [makeTask({ taskId: 'a', acceptance: { mode: 'all', rule: null, checks: [check] } })];
  const open = openRun(makePlan({ tasks }));
  open.answer('start-attempt', MADE_PATCH);
  open.answer('validate-patch', GOOD);
  open.answer('build-candidate', BUILT);
  const [effect] = open.pendingOf('run-check');
  if (effect === undefined) throw new Error('no check is wanted');
  const orders: GateOrder[] = [];
  const integration: Pick<Integration, 'runGate' | 'countFiles'> = {
    runGate: async (order) => {
      orders.push(order);
      return gateOutcome('passed');
    },
    countFiles: async () => counts,
  };
  return { outcome: await performCheck(integration, open.run, effect.body), orders, body: effect.body };
}

test('a command runs as a gate does, on the tree that is judged', async () => {
  const { outcome, orders, body } = await perform(command, 'command');
  expect(outcome.verdict).toBe('passed');
  expect(orders).toMatchObject([{ gateRunId: body.checkRunId, commit: BUILT.commit, tree: BUILT.tree }]);
  expect(orders[0]?.gate.env).toEqual({ A: '1' });
});

test('a hook of the project is told the level and the facts', async () => {
  const { orders } = await perform(command, 'custom');
  const env = orders[0]?.gate.env ?? {};
  expect(env).toMatchObject({ A: '1', PATCHBAY_LEVEL: 'task', PATCHBAY_LEVEL_ID: 'a' });
  const facts: unknown = JSON.parse(env['PATCHBAY_FACTS'] ?? '');
  expect(Object.keys(Object(facts)).sort()).toEqual(Object.keys(FACT_TYPES).sort());
});

test('a condition is judged on the facts, and says what it found', async () => {
  const judged = (condition: string) => perform({ kind: 'condition', condition }, 'run_state');
  expect((await judged('count_committed_patches == 1')).outcome).toMatchObject({ verdict: 'passed', message: '' });
  expect((await judged('changed_lines > 100 or attempts == 2')).outcome).toMatchObject({
    verdict: 'failed',
    message: '`changed_lines > 100 or attempts == 2` does not hold, changed_lines is 1, attempts is 1',
  });
});

test('a look for files wants one for each glob', async () => {
  const work: CheckWork = { kind: 'files', globs: ['docs/**', 'README*'] };
  expect((await perform(work, 'file_presence', [1, 2])).outcome.verdict).toBe('passed');
  expect((await perform(work, 'file_presence', [1, 0])).outcome).toMatchObject({
    verdict: 'failed',
    message: 'no file matches `README*`',
  });
});
