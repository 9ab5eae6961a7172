// Moves a run's ref from the value it had to the gated commit, or says where it stands instead.
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { SwapOrder, SwapOutcome } from '../../../shared/ports/integration.ts';
import { ZERO_OID } from '../git/git-objects.ts';
import { readRef } from '../git/read-ref.ts';
import type { RefChange } from '../git/update-refs.ts';
import { proveLanding } from './prove-landing.ts';
import type { TrainPorts } from './train-ports.ts';

/** A helper process that died between two patches says nothing about the ref: one more try. */
const TRIES = 2;
/** git itself waited for the lock until its deadline. */
const LOCKED = /\.lock/;

/** Durable when it resolves; what lands is proved first. Rejects with `E_GIT` when another process holds the ref's lock past the deadline. */
export async function swapHead(ports: TrainPorts, order: SwapOrder): Promise<SwapOutcome> {
  const fault = await unproven(ports, order);
  // After a crash it may have been proved and moved already, and what it was made of may be gone since.
  if (fault !== null && (await readRef(ports.git, order.ref)) === order.new) return settle(ports, order);
  if (fault instanceof Error) throw fault;
  if (fault !== null) return { kind: 'unproven', reason: fault };
  ports.faults.at('swap-before');
  const changes: RefChange[] = [{ update: order.ref, to: order.new, from: order.old ?? ZERO_OID }];
  changes.push(...dropsOf(order));
  let why = '';
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await ports.refs.change(changes);
    if (answer.kind === 'done') {
      ports.faults.at('swap-after');
      return { kind: 'swapped' };
    }
    why = answer.why;
    const actual = await readRef(ports.git, order.ref);
    if (actual === order.new) return settle(ports, order);
    if (actual !== order.old) return { kind: 'moved', actual };
    if (LOCKED.test(why)) break;
  }
  const advice = LOCKED.test(why)
    ? 'Another git process holds the lock. Wait for it; if none is running, a crash left the file: delete it by hand, then resume.'
    : 'Run `git fsck` in the repository; if it is sound, resume.';
  throw new PatchbayError('E_GIT', `${order.ref} could not be moved: ${why}`, advice, { ref: order.ref, why });
}

/** What is wrong with the commits, or what keeps it from being known. */
async function unproven(ports: TrainPorts, order: SwapOrder): Promise<string | Error | null> {
  try {
    return await proveLanding(ports, order);
  } catch (thrown) {
    if (thrown instanceof PatchbayError) return thrown;
    throw thrown;
  }
}

/** The ref stood there already: after a crash only the refs to drop may be left. */
async function settle(ports: TrainPorts, order: SwapOrder): Promise<SwapOutcome> {
  const drops = dropsOf(order);
  if (drops.length > 0) await ports.refs.change(drops);
  return { kind: 'swapped' };
}

function dropsOf(order: SwapOrder): readonly RefChange[] {
  return order.drop.map((drop) => ({ drop }));
}
