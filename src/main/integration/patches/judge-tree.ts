// The diff is parsed, held to its trees, and the result tree is judged by every rule.
import type { HunkSignature } from '../../../shared/domain/oscillation.ts';
import type { Finding } from '../../../shared/domain/patch.ts';
import { strengthen } from '../../../shared/domain/rule-action.ts';
import type { Git } from '../../../shared/ports/git.ts';
import type { ValidateOrder } from '../../../shared/ports/integration.ts';
import type { ObjectReader } from '../git/object-reader.ts';
import { rootTree } from '../git/root-tree.ts';
import { checkObjects } from './check-objects.ts';
import { describeFiles, disagreements } from './compare-changes.ts';
import { gatherFacts } from './gather-facts.ts';
import { parsePatch } from './parse-patch.ts';
import type { ParseResult } from './parsed-patch.ts';
import type { RawChange } from './raw-changes.ts';
import { type Recomputed, recomputeResult } from './recompute-result.ts';
import { wholeChanges } from './restore-objects.ts';
import type { PatchFacts, TextFacts, VerdictPart } from './rule.ts';
import { PATCH_RULES } from './rules/rule-registry.ts';
import { signHunks } from './sign-hunks.ts';

export interface JudgePorts {
  readonly git: Git;
  readonly reader: ObjectReader;
}

/** What one rule said, and which part of the verdict it belongs to. */
export interface Judgement {
  readonly part: VerdictPart;
  readonly findings: readonly Finding[];
}

export interface Judged {
  /** Rule by rule, in their order. */
  readonly said: readonly Judgement[];
  readonly signatures: readonly HunkSignature[];
}

/** Rejects with `E_GIT` when the repository itself is damaged. */
export async function judgeTree(ports: JudgePorts, order: ValidateOrder): Promise<Judged> {
  const raw = await wholeChanges(ports, order);
  const base = await rootTree(ports.reader, order.base);
  const [read, unsound] = await Promise.all([
    readFacts(ports.reader, order, { base, raw }),
    checkObjects(ports, base, order.tree),
  ]);
  return rulesOn(read, unsound);
}

/** What git says of the trees: the change list between them, and the root tree of the base. */
export interface Trees {
  readonly base: string;
  readonly raw: readonly RawChange[];
}

/** Everything that rules are told but git's own check, with objects read through processes that are there already. */
export interface ReadFacts {
  readonly facts: Omit<PatchFacts, 'unsound'>;
  readonly signatures: readonly HunkSignature[];
}

export async function readFacts(reader: ObjectReader, order: ValidateOrder, { base, raw }: Trees): Promise<ReadFacts> {
  const diff = Buffer.from(order.diff.buffer, order.diff.byteOffset, order.diff.byteLength);
  const result = parsePatch(diff);
  // A diff that cannot be read does not excuse the tree: paths and modes are judged all the same.
  const parsed = result.kind === 'parsed' ? result.files : [];
  const files = describeFiles({ diff, parsed, raw });
  const [recomputed, gathered] = await Promise.all([
    recomputeResult(reader, base, { diff, parsed }),
    gatherFacts(reader, order, { diff, parsed, files, rules: PATCH_RULES }),
  ]);
  const text = textFacts({ result, raw, recomputed, tree: order.tree });
  return { facts: { ...gathered, text }, signatures: signHunks(diff, parsed) };
}

export function rulesOn({ facts, signatures }: ReadFacts, unsound: readonly string[]): Judged {
  const { ruleActions = [] } = facts.constraints;
  const said = PATCH_RULES.map((rule) => {
    const findings = rule.check({ ...facts, unsound });
    return { part: rule.part, findings: findings.map((found) => strengthen(found, ruleActions)) };
  });
  return { said, signatures };
}

interface Read {
  readonly result: ParseResult;
  readonly raw: readonly RawChange[];
  readonly recomputed: Recomputed;
  readonly tree: string;
}

/** Of a diff that cannot be read no more is said than that. */
function textFacts({ result, raw, recomputed, tree }: Read): TextFacts {
  const isRead = result.kind === 'parsed';
  return {
    problem: isRead ? null : result,
    disagreements: isRead ? disagreements(result.files, raw, recomputed.made) : [],
    strangeSources: recomputed.strangeSources,
    recomputed: recomputed.tree,
    tree,
  };
}
