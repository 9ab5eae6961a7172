// What the rules say about a direct change: some hold for every commit of ours, the others are only told.

import { refuses } from '../../../shared/domain/action-of.ts';
import type { ChangeCheck } from '../../../shared/domain/direct-change.ts';
import type { HoldOrder } from '../../../shared/ports/integration.ts';
import { boundFindings } from './bound-findings.ts';
import { type JudgePorts, judgeTree } from './judge-tree.ts';

/**
 * Without these a commit could reach outside its tree, become git's own folder, clobber a file on another system, or
 * write where its task has no business while a neighbour works there. Everything else is policy about patches.
 */
const BINDING: ReadonlySet<string> = new Set([
  'git-directory',
  'portable-path',
  'file-modes',
  'link-target',
  'embedded-repository',
  'name-collision',
  'scope',
  'sound-objects',
]);

export async function checkChange(ports: JudgePorts, diff: Uint8Array, order: HoldOrder): Promise<ChangeCheck> {
  const { changeId, base, tree, scope, constraints } = order;
  const { said } = await judgeTree(ports, { patchId: changeId, base, tree, diff, scope, constraints });
  const findings = said.flatMap((one) => one.findings);
  const binds = (rule: string) => BINDING.has(rule);
  return {
    refusals: boundFindings(findings.filter((one) => refuses(one) && binds(one.rule))),
    waived: boundFindings(findings.filter((one) => !(refuses(one) && binds(one.rule)))),
  };
}
