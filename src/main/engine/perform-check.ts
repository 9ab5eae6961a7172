// Carries out one check of an acceptance: a command as gates run it, a condition on the facts, or a look for files.
import type { GateOutcome } from '../../shared/domain/gate.ts';
import { present } from '../../shared/lib/assert.ts';
import { evaluateCondition, namesIn, parseCondition } from '../../shared/lib/condition.ts';
import { FACT_TYPES } from '../../shared/plan/acceptance-facts.ts';
import type { AcceptanceCheck, CheckWork } from '../../shared/plan/plan.ts';
import type { Integration } from '../../shared/ports/integration.ts';
import type { AcceptanceNode } from '../state/acceptance-node.ts';
import { acceptanceOf } from '../state/evolve-acceptance.ts';
import type { RunNode } from '../state/run-state.ts';
import type { EffectBody } from './effect.ts';

type Ports = Pick<Integration, 'runGate' | 'countFiles'>;

export async function performCheck(
  integration: Ports,
  run: RunNode,
  body: EffectBody<'run-check'>,
): Promise<GateOutcome> {
  const acceptance = acceptanceOf(run, body.acceptanceId);
  const check = acceptance.plan.checks.find((one) => one.checkId === body.checkId);
  const { type, work } = present(check, `check ${body.checkId} of the plan`);
  switch (work.kind) {
    case 'command': {
      const { checkRunId: gateRunId, commit, tree } = body;
      const gate = { ...work.command, env: { ...work.command.env, ...environmentOf(type, acceptance, body) } };
      return integration.runGate({
        ...{ gateRunId, runId: run.runId, gate, commit, tree },
        ...{ base: run.created.base, setup: run.created.plan.setup },
      });
    }
    case 'condition':
      return judgeCondition(work, body);
    case 'files':
      return lookForFiles(integration, work.globs, body.tree);
  }
}

/** A hook may judge what a condition could; for other commands the facts would only keep a known verdict from being used. */
function environmentOf(type: AcceptanceCheck['type'], acceptance: AcceptanceNode, { facts }: EffectBody<'run-check'>) {
  if (type !== 'custom') return {};
  const { level, levelId } = acceptance;
  return { PATCHBAY_LEVEL: level, PATCHBAY_LEVEL_ID: levelId, PATCHBAY_FACTS: JSON.stringify(facts) };
}

const INSTANT = { exitCode: null, durationMs: 0, tail: '', logs: null, cached: false } as const;

function judgeCondition(
  { condition: text }: Extract<CheckWork, { kind: 'condition' }>,
  { facts }: EffectBody<'run-check'>,
): GateOutcome {
  const parsed = parseCondition(text, FACT_TYPES);
  if ('fault' in parsed) return { ...INSTANT, verdict: 'error', message: parsed.fault.message };
  if (evaluateCondition(parsed.condition, facts)) return { ...INSTANT, verdict: 'passed', message: '' };
  const found = namesIn(parsed.condition).map((name) => `${name} is ${String(facts[name])}`);
  return { ...INSTANT, verdict: 'failed', message: `\`${text}\` does not hold, ${found.join(', ')}` };
}

async function lookForFiles(integration: Ports, globs: readonly string[], tree: string): Promise<GateOutcome> {
  const counts = await integration.countFiles(tree, globs);
  const missing = globs.filter((_, index) => (counts[index] ?? 0) === 0);
  if (missing.length === 0) return { ...INSTANT, verdict: 'passed', message: '' };
  const named = missing.map((glob) => `\`${glob}\``).join(', ');
  return { ...INSTANT, verdict: 'failed', message: `no file matches ${named}` };
}
