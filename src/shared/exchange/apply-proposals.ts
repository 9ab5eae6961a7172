// Takes accepted proposals into the plan; the others stay proposals.
import { didYouMean } from '../lib/nearest-word.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { orderNodes } from './order-nodes.ts';
import type { Proposal } from './propose-order.ts';

interface Acceptance {
  readonly accept: readonly string[] | 'all';
  readonly trace: ImportTrace;
}

export function applyProposals(
  plan: PlanRecord,
  proposals: readonly Proposal[],
  { accept, trace }: Acceptance,
): readonly Proposal[] {
  const known = proposals.map((one) => one.id);
  for (const id of accept === 'all' ? [] : accept.filter((one) => !known.includes(one))) {
    const list = known.length > 0 ? `There are: ${known.slice(0, 20).join(', ')}.` : 'There are no proposals.';
    trace.problems.push({
      code: 'E_NOT_FOUND',
      severity: 'error',
      file: '',
      path: '',
      line: 0,
      message: `There is no proposal \`${id}\`.`,
      advice: `${list}${didYouMean(id, known)}`,
      needsPerson: false,
    });
  }
  const nodes = orderNodes(plan);
  return proposals.map((proposal) => {
    if (accept !== 'all' && !accept.includes(proposal.id)) return proposal;
    const record = nodes.find((one) => one.noun === proposal.noun && one.id === proposal.to)?.record;
    // A list that is none is refused for its form; nothing is put over it.
    const before = record?.['depends_on'] ?? [];
    if (record === undefined || !Array.isArray(before)) return proposal;
    record['depends_on'] = [...before, proposal.from];
    trace.comment(record, `accepted: after ${proposal.from}: ${proposal.reason}`);
    return { ...proposal, accepted: true };
  });
}
