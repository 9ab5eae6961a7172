// Makes the commit that a patch would be on top of the run's head, and a ref that keeps it alive.
import { assert } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { CandidateOrder, CandidateOutcome } from '../../../shared/ports/integration.ts';
import { buildByPlumbing } from './build-by-plumbing.ts';
import { buildDirectly } from './build-directly.ts';
import type { TrainPorts } from './train-ports.ts';

/** Keeps a candidate from `git gc --prune=now` until the run's ref holds it. */
export function keepRef(changeId: string): string {
  return `refs/patchbay/keep/${changeId}`;
}

/** The same order gives the same commit. Rejects with `E_GIT` or `E_DISK`; a conflict is an outcome. */
export async function buildCandidate(ports: TrainPorts, order: CandidateOrder): Promise<CandidateOutcome> {
  const { git, reader, identity } = ports;
  const place = { reader, objectsDir: git.objectsDir, identity: `${identity.name} <${identity.email}>` };
  const direct = await buildDirectly(place, order);
  const outcome = direct === null ? await buildByPlumbing(ports, order) : { kind: 'built' as const, ...direct };
  if (outcome.kind === 'conflict') return outcome;
  const onItsBase = order.onto === order.base;
  assert(
    !onItsBase || outcome.tree === order.tree,
    `change ${order.changeId} on its own base makes its own tree ${order.tree}`,
  );
  ports.faults.at('candidate-after-objects');
  const ref = keepRef(order.changeId);
  const answer = await ports.refs.change([{ update: ref, to: outcome.commit }]);
  if (answer.kind === 'refused') {
    const advice = 'Another git process may hold a lock in .git/refs/patchbay. Wait for it, then resume.';
    throw new PatchbayError('E_GIT', `${ref} could not be written: ${answer.why}`, advice, { ref });
  }
  ports.faults.at('candidate-after-keep');
  return outcome;
}
