// Makes the commits that patches would be, one on the other on top of the run's head, and refs that keep them alive.
import { assert, present } from '../../../shared/lib/assert.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { CandidateOrder, CandidateOutcome, StackOrder } from '../../../shared/ports/integration.ts';
import type { NewObject } from '../git/git-objects.ts';
import { buildByPlumbing } from './build-by-plumbing.ts';
import { buildDirectly } from './build-directly.ts';
import type { TrainPorts } from './train-ports.ts';
import { withUnwritten } from './with-unwritten.ts';

/** Keeps a candidate from `git gc --prune=now` until the run's ref holds it. */
export function keepRef(changeId: string): string {
  return `refs/patchbay/keep/${changeId}`;
}

/** The same order gives the same commit. Rejects with `E_GIT` or `E_DISK`; a conflict is an outcome. */
export async function buildCandidate(ports: TrainPorts, order: CandidateOrder): Promise<CandidateOutcome> {
  const { onto, ...change } = order;
  const [outcome] = await buildStack(ports, { onto, changes: [change] });
  return present(outcome, `outcome of change ${order.changeId}`);
}

/**
 * Each change on the one before; one that conflicts is left out. All objects of the stack go to the disk together, then
 * all refs in one transaction: what fails, or a crash, leaves no ref of the stack.
 */
export async function buildStack(
  ports: TrainPorts,
  { onto, changes }: StackOrder,
): Promise<readonly CandidateOutcome[]> {
  const outcomes: CandidateOutcome[] = [];
  const keeps: { readonly update: string; readonly to: string }[] = [];
  let unwritten: NewObject[] = [];
  const write = async () => {
    if (unwritten.length > 0) await ports.objects.write(unwritten);
    unwritten = [];
  };
  const identity = `${ports.identity.name} <${ports.identity.email}>`;
  let head = onto;
  for (const change of changes) {
    const order = { ...change, onto: head };
    const direct = await buildDirectly({ reader: withUnwritten(ports.reader, unwritten), identity }, order);
    if (direct === null)
      await write(); // git itself has to find what this one is built on
    else unwritten.push(...direct.objects);
    const outcome = direct === null ? await buildByPlumbing(ports, order) : builtAs(direct);
    outcomes.push(outcome);
    if (outcome.kind === 'conflict') continue;
    const onItsBase = head === change.base;
    assert(
      !onItsBase || outcome.tree === change.tree,
      `change ${change.changeId} on its own base makes its own tree ${change.tree}`,
    );
    keeps.push({ update: keepRef(change.changeId), to: outcome.commit });
    head = outcome.commit;
  }
  await write();
  if (keeps.length === 0) return outcomes;
  ports.faults.at('candidate-after-objects');
  const answer = await ports.refs.change(keeps);
  if (answer.kind === 'refused') {
    const refs = keeps.map(({ update }) => update);
    const advice = 'Another git process may hold a lock in .git/refs/patchbay. Wait for it, then resume.';
    throw new PatchbayError('E_GIT', `${refs.join(', ')} could not be written: ${answer.why}`, advice, { refs });
  }
  ports.faults.at('candidate-after-keep');
  return outcomes;
}

function builtAs({ commit, tree }: { readonly commit: string; readonly tree: string }): CandidateOutcome {
  return { kind: 'built', commit, tree };
}
