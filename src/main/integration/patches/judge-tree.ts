// The diff is parsed, held to its trees, and the result tree is judged by every rule.
import type { Finding } from '../../../shared/domain/patch.ts';
import type { Git } from '../../../shared/ports/git.ts';
import type { ValidateOrder } from '../../../shared/ports/integration.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { compareChanges } from './compare-changes.ts';
import { gatherFacts } from './gather-facts.ts';
import { parsePatch } from './parse-patch.ts';
import type { ParseResult } from './parsed-patch.ts';
import { wholeChanges } from './restore-objects.ts';
import { finding, type VerdictPart } from './rule.ts';
import { PATCH_RULES } from './rules/rule-registry.ts';

export interface JudgePorts {
  readonly git: Git;
  readonly reader: ObjectReader;
}

/** What one rule said, and which part of the verdict it belongs to. */
export interface Judgement {
  readonly part: VerdictPart;
  readonly findings: readonly Finding[];
}

/** The format first, or last where the diff cannot be read, and the rules in their order. Rejects with `E_GIT` when the repository itself is damaged. */
export async function judgeTree(ports: JudgePorts, order: ValidateOrder): Promise<readonly Judgement[]> {
  const diff = Buffer.from(order.diff.buffer, order.diff.byteOffset, order.diff.byteLength);
  const parsed = parsePatch(diff);
  // A diff that cannot be read does not excuse the tree: paths and modes are judged all the same.
  const text = parsed.kind === 'parsed' ? parsed.files : [];
  const raw = await wholeChanges(ports, order);
  const compared = await compareChanges({ diff, parsed: text, raw, reader: ports.reader });
  const judged = { diff, parsed: text, files: compared.files, rules: PATCH_RULES };
  const facts = await gatherFacts(ports.reader, order, judged);
  const said: readonly Judgement[] = PATCH_RULES.map((rule) => ({ part: rule.part, findings: rule.check(facts) }));
  if (parsed.kind === 'parsed') return [{ part: 'format', findings: compared.findings }, ...said];
  // What a rule says of the tree names the cause, such as a link in the place of a file; it is what people read first.
  return [...said, { part: 'format', findings: [unreadable(parsed)] }];
}

export function unreadable({ problem, line, tooLarge }: Extract<ParseResult, { kind: 'problem' }>): Finding {
  const where = { rule: 'format', line };
  if (tooLarge) return finding(where, problem, 'Split the task, or keep what is generated out of the patch.');
  return finding(where, `The diff is malformed: ${problem}`, 'Produce it with git diff --binary --full-index.');
}
