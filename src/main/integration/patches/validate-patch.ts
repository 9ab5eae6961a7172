// The validator: what the rules say about a patch, as the three parts of a verdict.
import { refuses } from '../../../shared/domain/action-of.ts';
import type { Validation } from '../../../shared/domain/patch.ts';
import type { ValidateOrder } from '../../../shared/ports/integration.ts';
import { boundFindings } from './bound-findings.ts';
import { type JudgePorts, judgeTree } from './judge-tree.ts';
import type { VerdictPart } from './rule.ts';

/** A refusal is a finding whose action is to quarantine or drop, never a throw. Rejects with `E_GIT` when the repository itself is damaged. */
export async function validatePatch(ports: JudgePorts, order: ValidateOrder): Promise<Validation> {
  const { said, signatures } = await judgeTree(ports, order);
  const ok = (part: VerdictPart) => said.every((one) => one.part !== part || !one.findings.some(refuses));
  return {
    formatOk: ok('format'),
    scopeOk: ok('scope'),
    constraintsOk: ok('constraints'),
    findings: boundFindings(said.flatMap((one) => one.findings)),
    signatures,
  };
}
