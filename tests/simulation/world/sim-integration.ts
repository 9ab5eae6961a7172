// The integration room of a simulated world: validation, candidates, gates and swaps on its git, with the faults of each.

import { changeRef } from '../../../src/shared/domain/direct-change.ts';
import type { GateOutcome } from '../../../src/shared/domain/gate.ts';
import type { Finding } from '../../../src/shared/domain/patch.ts';
import { PatchbayError } from '../../../src/shared/lib/errors.ts';
import type { GateOrder, Integration, SwapOrder } from '../../../src/shared/ports/integration.ts';
import { makeConflict } from '../../fakes/make-conflict.ts';
import type { Life } from './life.ts';
import type { SimWorld } from './sim-world.ts';

const OUTSIDE: Finding = { rule: 'scope', severity: 'error', path: 'x', line: 0, message: 'outside', advice: 'no' };
const FOR_PERSON: Finding = { ...OUTSIDE, rule: 'protected', severity: 'warning', action: 'review', message: 'steers' };
/** Writes a run's ref without asking anybody. */
export const FOREIGN = 'f'.repeat(40);
const RUN_REF = /^refs\/patchbay\/runs\//;

export function createSimIntegration(world: SimWorld, life: Life): Integration {
  const { faults, git, pace, dice } = world;
  const stops = new Map<string, () => void>();
  const sore = { left: 0 };
  const lock = createLock(world, life);
  const work = async (place: string) => {
    await life.at(`before ${place}`);
    await life.pause(dice.between(...pace.gitMs));
    lock();
    world.machine.write('git');
    if (faults.hits('git-eio'))
      throw new PatchbayError('E_GIT', `input/output error during ${place}`, 'Check the disk.');
    await life.at(`in the middle of ${place}`);
  };
  const answer = async (place: string) => {
    await life.at(`after ${place}`);
    if (faults.hits('git-answer-lost')) throw new PatchbayError('E_GIT', `git died after ${place}`, 'Try again.');
  };
  return {
    ...({} as Integration), // the engine uses only what follows
    validate: async () => {
      await life.at('before a validation');
      const scopeOk = !faults.hits('patch-refused');
      const asked = faults.hits('patch-asks') ? [FOR_PERSON] : [];
      const toggled = { path: 'shared', lines: 'toggled', forward: dice.chance(0.5) };
      const signatures = faults.hits('patch-toggles') ? [toggled] : [];
      const findings = scopeOk ? asked : [OUTSIDE, ...asked];
      return { formatOk: true, scopeOk, constraintsOk: true, findings, signatures };
    },
    keepQuarantined: async () => {
      await work('a file of quarantine is written');
      await answer('a file of quarantine is written');
    },
    holdChange: async ({ changeId, tree }) => {
      world.unheld.add(changeId);
      await work('a change is held');
      if (faults.hits('git-lost-tree')) throw new PatchbayError('E_GIT', `no tree ${tree}`, 'Run the task again.');
      git.hold(changeRef(changeId), changeId);
      world.unheld.delete(changeId);
      await answer('a change is held');
      return { refusals: faults.hits('patch-refused') ? [OUTSIDE] : [], waived: [] };
    },
    diffBetween: async () => new Uint8Array([1]),
    buildCandidate: async ({ base, onto, changeId, atSeconds }) => {
      await work('a candidate is built');
      if (faults.hits('git-conflict')) {
        const conflict = makeConflict(base, onto);
        return { kind: 'conflict', message: 'both changed a line', files: ['a'], conflict };
      }
      const { commit, tree } = git.build(onto, changeId, String(atSeconds));
      await answer('a candidate is built');
      return { kind: 'built', commit, tree };
    },
    swapHead: async (order) => {
      await work('a ref is swapped');
      if (RUN_REF.test(order.ref) && order.old !== null && faults.hits('git-ref-moved')) intrude(world, order);
      const swapped = git.swap(order);
      await answer('a ref is swapped');
      return swapped;
    },
    runGate: (order) => runGate({ world, life, stops, sore }, order),
    countFiles: async (_, globs) => {
      await work('files are counted');
      return globs.map(() => 1);
    },
    stopGate: (gateRunId) => stops.get(gateRunId)?.(),
  };
}

/** Throws while something holds a lock of git. */
function createLock({ faults, dice }: SimWorld, { clock }: Life): () => void {
  let until = 0;
  return () => {
    if (faults.hits('git-locked')) until = clock.monotonic() + dice.between(100, 60_000);
    if (clock.monotonic() >= until) return;
    throw new PatchbayError('E_GIT', 'another git process holds index.lock', 'Wait for it.');
  };
}

/** Mostly by mistake, and somebody puts it back; else for good. */
function intrude({ git, dice, clock }: SimWorld, { ref }: SwapOrder): void {
  const before = git.intrude(ref, FOREIGN);
  if (before === null || before === FOREIGN || dice.chance(0.3)) return;
  clock.after(dice.between(1_000, 60_000), () => void git.intrude(ref, before));
}

interface GateRoom {
  readonly world: SimWorld;
  readonly life: Life;
  readonly stops: Map<string, () => void>;
  /** Gate runs that may fail after one has: what mends it helps, does not help, or makes it worse. */
  readonly sore: { left: number };
}

async function runGate({ world, life, stops, sore }: GateRoom, { gateRunId, gate }: GateOrder): Promise<GateOutcome> {
  const { faults, dice, pace } = world;
  const stopped = new Promise<'stopped'>((resolve) => stops.set(gateRunId, () => resolve('stopped')));
  await life.at('before a gate runs');
  const hangs = faults.hits('gate-hangs');
  const end = await Promise.race([life.pause(hangs ? gate.timeoutMs : dice.between(...pace.gateMs)), stopped]);
  stops.delete(gateRunId);
  await life.at('after a gate ran');
  if (end === 'stopped') return verdict('error', 'it was stopped');
  if (hangs) return verdict('failed', 'it ran longer than it may');
  if (faults.hits('gate-broken')) throw new PatchbayError('E_SPAWN', 'no such program', 'Install it.');
  const isHit = faults.hits('gate-flaps');
  if (isHit) sore.left = dice.between(0, 8);
  else if (sore.left > 0) sore.left -= 1;
  const fails = isHit || (sore.left > 0 && dice.chance(0.7));
  return fails ? { ...verdict('failed', 'tests failed'), ...failing(dice.between(0, 4)) } : verdict('passed', '');
}

/** The same number of failures is the same failure; some gates name none. */
function failing(count: number): Pick<GateOutcome, 'failures'> {
  const names = ['one', 'two', 'three', 'four'].slice(0, count);
  return { failures: names.map((name) => ({ name, file: 'a.test.js', line: 1, message: '' })) };
}

function verdict(verdict: GateOutcome['verdict'], message: string): GateOutcome {
  return {
    verdict,
    exitCode: verdict === 'passed' ? 0 : 1,
    durationMs: 1,
    tail: '',
    logs: null,
    cached: false,
    message,
  };
}
