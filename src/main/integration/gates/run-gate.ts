// Runs a gate on a tree: from the cache where it passed before, and once more where it failed and may be flaky.
import { join } from 'node:path';
import type { FailingTest, GateOutcome } from '../../../shared/domain/gate.ts';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { asPatchbayError } from '../../../shared/lib/errors.ts';
import type { GateOrder } from '../../../shared/ports/integration.ts';
import type { JudgePorts } from '../patches/judge-tree.ts';
import { type GateCache, gateKey } from './gate-cache.ts';
import { gateSettings } from './gate-command.ts';
import { judgeSecurity } from './judge-security.ts';
import { outputTail } from './output-tail.ts';
import { type Running, type RunOncePorts, runOnce } from './run-once.ts';

export interface GatePorts extends RunOncePorts, JudgePorts {
  readonly cache: GateCache;
  readonly artifactsDir: string;
  /** Root of the user's checkout, from where ignored files are copied. */
  readonly checkout: string;
}

export interface Gates {
  /** Faults are outcomes with the verdict `error`. */
  run(order: GateOrder): Promise<GateOutcome>;
  /** Unknown ids are nothing. */
  stop(gateRunId: string): void;
  stopAll(): void;
}

export function createGates(ports: GatePorts): Gates {
  const running = new Map<string, Running>();
  function stop(gateRunId: string): void {
    const one = running.get(gateRunId);
    if (one === undefined) return;
    one.stopped = true;
    one.handle?.stop();
  }
  return {
    stop,
    stopAll: () => [...running.keys()].forEach(stop),
    async run(order) {
      const state: Running = { handle: null, stopped: false };
      running.set(order.gateRunId, state);
      try {
        const key = await gateKey(order, gateSettings(order, ports.gateEnvironment), ports.checkout);
        const known = key === null ? null : await ports.cache.find(key);
        if (known !== null) return { ...known, cached: true };
        const outcome =
          order.gate.builtIn === true ? await runBuiltIn(ports, order) : await runTwiceAtMost(ports, order, state);
        if (key !== null && outcome.flaky !== true) await ports.cache.keep(key, outcome);
        return outcome;
      } finally {
        running.delete(order.gateRunId);
      }
    },
  };
}

async function runBuiltIn(ports: GatePorts, order: GateOrder): Promise<GateOutcome> {
  const startedAt = ports.clock.monotonic();
  const outcome = await judgeSecurity(ports, order);
  return { ...outcome, durationMs: Math.round(ports.clock.monotonic() - startedAt) };
}

/** Only a failure is worth another look: what passed or could not run says the same again, or says nothing. */
async function runTwiceAtMost(ports: GatePorts, order: GateOrder, state: Running): Promise<GateOutcome> {
  const logs = join(ports.artifactsDir, 'gates', order.gateRunId);
  const first = await runSafely(ports, order, { state, logs });
  const mayBeFlaky = order.gate.rerun === true && first.durationMs <= LIMITS.gateRerunMs && !state.stopped;
  if (first.verdict !== 'failed' || !mayBeFlaky) return first;
  const second = await runSafely(ports, order, { state, logs: join(logs, 'again') });
  const durationMs = first.durationMs + second.durationMs;
  if (second.verdict === 'error') return { ...first, durationMs };
  if (second.verdict === 'failed') return failedTwice(first, second, durationMs);
  const isPass = order.gate.flaky !== 'fail';
  const message = `it is flaky: it failed and then passed on the same tree, ${isPass ? 'which counts as passed' : 'which counts as failed'}; the first time ${first.message}`;
  const outcome = isPass ? second : first;
  return { ...outcome, ...failuresOf(first), durationMs, flaky: true, message };
}

/** What passed the second time is not what fails this tree. */
function failedTwice(first: GateOutcome, second: GateOutcome, durationMs: number): GateOutcome {
  const again = new Set((second.failures ?? []).map(nameOf));
  const both = (first.failures ?? []).filter((test) => again.has(nameOf(test)));
  const flaky = (first.failures ?? []).length - both.length;
  if (both.length === 0 || flaky === 0) return { ...first, durationMs };
  const message = `${first.message}; ${flaky} of its failing tests passed the second time`;
  return { ...first, durationMs, failures: both, message };
}

function nameOf({ file, name }: FailingTest): string {
  return `${file ?? ''}\n${name}`;
}

function failuresOf({ failures, failed }: GateOutcome): Pick<GateOutcome, 'failures' | 'failed'> {
  return { ...(failures === undefined ? {} : { failures }), ...(failed === undefined ? {} : { failed }) };
}

interface Run {
  readonly state: Running;
  readonly logs: string;
}

async function runSafely(ports: GatePorts, order: GateOrder, { state, logs }: Run): Promise<GateOutcome> {
  const startedAt = ports.clock.monotonic();
  try {
    return await runOnce(ports, order, { state, logs });
  } catch (thrown) {
    const fault = asPatchbayError(thrown);
    if (fault.code === 'E_INTERNAL') throw thrown;
    const durationMs = Math.round(ports.clock.monotonic() - startedAt);
    const tail = await outputTail(join(logs, 'stdout.log'), join(logs, 'stderr.log'));
    const message = `${fault.message.replace(/[.]$/, '')}. ${fault.advice}`.trim();
    const missing = fault.code === 'E_TOOL_UNAVAILABLE' ? { missing: String(fault.values.program) } : {};
    return { verdict: 'error', exitCode: null, durationMs, tail, logs, cached: false, message, ...missing };
  }
}
