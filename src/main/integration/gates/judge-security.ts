// The security gate that is built in: secrets, dependencies and the rules of patches, asked about a whole result tree.
import { refuses } from '../../../shared/domain/action-of.ts';
import type { GateOutcome } from '../../../shared/domain/gate.ts';
import type { Finding } from '../../../shared/domain/patch.ts';
import type { PatchConstraints, Scope } from '../../../shared/plan/plan.ts';
import type { GateOrder } from '../../../shared/ports/integration.ts';
import { type JudgePorts, judgeTree } from '../patches/judge-tree.ts';
import { diffBetween } from '../train/diff-between.ts';
import { failingTests } from './reports/failing-tests.ts';

/** What a tree may do to whoever works with it. Size, scope and form are a matter of each patch. */
const RULES: ReadonlySet<string> = new Set([
  'secrets',
  'lockfiles',
  'package-manifest',
  'suspicious-code',
  'weakened-checks',
  'protected-paths',
  'hidden-characters',
  'mixed-scripts',
  'git-directory',
  'portable-path',
  'file-modes',
  'link-target',
  'embedded-repository',
  'name-collision',
  'sound-objects',
]);

const ANYWHERE: Scope = { read: [], write: [], create: [], forbidden: [] };
const ANY_SIZE: PatchConstraints = {
  patchRequired: false,
  maxLinesChanged: Number.MAX_SAFE_INTEGER,
  maxFilesChanged: Number.MAX_SAFE_INTEGER,
  forbidBinary: false,
  forbidPaths: [],
  requireTestsFor: [],
  testGates: [],
  asciiOnly: false,
  requireDocUpdate: false,
};

/** What a rule refuses fails it; what only a person can judge is told: a person saw it with the patch. */
export async function judgeSecurity(ports: JudgePorts, order: GateOrder): Promise<Omit<GateOutcome, 'durationMs'>> {
  const { base, tree } = order;
  const diff = await diffBetween(ports.git, base, tree);
  const { said } = await judgeTree(ports, {
    ...{ patchId: order.gateRunId, base, tree, diff },
    ...{ scope: ANYWHERE, constraints: ANY_SIZE },
  });
  const waived = new Set((order.waived ?? []).map(keyOf));
  const found = said.flatMap((one) => one.findings).filter(({ rule }) => RULES.has(rule));
  const refused = found.filter((one) => refuses(one) && !waived.has(keyOf(one)));
  const told = found.filter((one) => !refuses(one) && one.severity !== 'info');
  const failures = failingTests(refused.map(toFailure), []);
  const facts = { exitCode: null, logs: null, cached: false };
  const tail = [...refused, ...told].slice(0, 20).map(inOneLine).join('\n').slice(0, 4096);
  if (refused.length === 0) {
    const message =
      told.length === 0 ? '' : `${told.length} finding(s) for a person to know, such as ${inOneLine(told[0])}`;
    return { verdict: 'passed', ...facts, tail, message };
  }
  const message = `it found ${refused.length} problem(s), the first: ${inOneLine(refused[0])}`;
  return {
    verdict: 'failed',
    ...facts,
    tail,
    message,
    failures,
    ...(refused.length > failures.length ? { failed: refused.length } : {}),
  };
}

function keyOf({ rule, path, message }: Pick<Finding, 'rule' | 'path' | 'message'>): string {
  return `${rule}\n${path}\n${message}`;
}

function toFailure({ rule, path, line, message, advice }: Finding) {
  const file = path === '' ? null : path;
  return { name: rule, file, line: line === 0 ? null : line, message: `${message}. ${advice}` };
}

function inOneLine(finding: Finding | undefined): string {
  if (finding === undefined) return '';
  const { rule, path, line, message } = finding;
  return `${path}${line === 0 ? '' : `:${line}`} ${rule}: ${message}`.trim();
}
