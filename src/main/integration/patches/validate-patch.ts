// The validator: what the rules say about a patch, as the three parts of a verdict.
import type { Validation } from '../../../shared/domain/patch.ts';
import type { ValidateOrder } from '../../../shared/ports/integration.ts';
import { boundFindings } from './bound-findings.ts';
import { isError, type JudgePorts, judgeTree } from './judge-tree.ts';
import type { VerdictPart } from './rule.ts';

/** A refusal is a finding of severity `error`, never a throw. Rejects with `E_GIT` when the repository itself is damaged. */
export async function validatePatch(ports: JudgePorts, order: ValidateOrder): Promise<Validation> {
  const all = await judgeTree(ports, order);
  const ok = (part: VerdictPart) => all.every((one) => one.part !== part || !one.findings.some(isError));
  return {
    formatOk: ok('format'),
    scopeOk: ok('scope'),
    constraintsOk: ok('constraints'),
    findings: boundFindings(all.flatMap((one) => one.findings)),
  };
}
