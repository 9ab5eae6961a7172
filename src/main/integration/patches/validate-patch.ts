// The validator: the diff is parsed, held to its trees, and the result tree is judged by every rule.
import type { Finding, Validation } from '../../../shared/domain/patch.ts';
import type { Git } from '../../../shared/ports/git.ts';
import type { ValidateOrder } from '../../../shared/ports/integration.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { addedLines } from './added-lines.ts';
import { compareChanges } from './compare-changes.ts';
import { parsePatch } from './parse-patch.ts';
import { wholeChanges } from './restore-objects.ts';
import { resultNames } from './result-names.ts';
import { finding, type VerdictPart } from './rule.ts';
import { PATCH_RULES } from './rules/rule-registry.ts';

interface Ports {
  readonly git: Git;
  readonly reader: ObjectReader;
}

/** A tool that deletes a whole repository must not fill the ledger with findings. */
const MAX_FINDINGS = 200;

/** A refusal is a finding of severity `error`, never a throw. Rejects with `E_GIT` when the repository itself is damaged. */
export async function validatePatch(ports: Ports, order: ValidateOrder): Promise<Validation> {
  const diff = Buffer.from(order.diff.buffer, order.diff.byteOffset, order.diff.byteLength);
  const parsed = parsePatch(diff);
  // A diff that cannot be read does not excuse the tree: paths and modes are judged all the same.
  const text = parsed.kind === 'parsed' ? parsed.files : [];
  const raw = await wholeChanges(ports, order);
  const compared = await compareChanges({ diff, parsed: text, raw, reader: ports.reader });
  const facts = {
    files: compared.files,
    addedLines: addedLines(diff, text),
    scope: order.scope,
    constraints: order.constraints,
    resultNames: await resultNames(
      ports.reader,
      order.tree,
      compared.files.map((file) => file.path),
    ),
  };
  const format = parsed.kind === 'parsed' ? compared.findings : [unreadable(parsed)];
  const judged = PATCH_RULES.map((rule) => ({ part: rule.part, findings: rule.check(facts) }));
  const all = [{ part: 'format' as const, findings: format }, ...judged];
  const ok = (part: VerdictPart) => all.every((one) => one.part !== part || !one.findings.some(isError));
  return {
    formatOk: ok('format'),
    scopeOk: ok('scope'),
    constraintsOk: ok('constraints'),
    findings: bounded(all.flatMap((one) => one.findings)),
  };
}

function unreadable({ problem, line }: { readonly problem: string; readonly line: number }): Finding {
  return finding(
    { rule: 'format', line },
    `The diff is malformed: ${problem}`,
    'Produce it with git diff --binary --full-index.',
  );
}

function isError(one: Finding): boolean {
  return one.severity === 'error';
}

/** Errors first when there are too many. */
function bounded(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const sorted = [...findings.filter(isError), ...findings.filter((one) => !isError(one))];
  const left = sorted.length - MAX_FINDINGS;
  const more = finding(
    { rule: 'format', severity: 'info' },
    `${left} more findings are not listed`,
    'Look at the first ones.',
  );
  return [...sorted.slice(0, MAX_FINDINGS), more];
}
