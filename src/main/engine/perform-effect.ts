// Carries an effect out through the rooms' ports; retries what the world may grant a moment later.
import { changeRef } from '../../shared/domain/direct-change.ts';
import { runHeadRef } from '../../shared/domain/run.ts';
import { present, unreachable } from '../../shared/lib/assert.ts';
import { backoffMs } from '../../shared/lib/duration.ts';
import { asPatchbayError, ERRORS } from '../../shared/lib/errors.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Execution } from '../../shared/ports/execution.ts';
import type { GateOrder, Integration, LandingChange } from '../../shared/ports/integration.ts';
import type { Store } from '../../shared/ports/store.ts';
import { committedBy } from '../state/committed-by.ts';
import { changeIdOf, findChange } from '../state/find-change.ts';
import { findingHash } from '../state/finding-hash.ts';
import { handoffsFor } from '../state/handoffs-for.ts';
import type { Candidate, Change, PatchNode, RunNode } from '../state/run-state.ts';
import { plannedFor } from '../state/tools.ts';
import { waivedOf } from './decide-review.ts';
import type { Effect, EffectBody } from './effect.ts';
import { familyOf, rootOf } from './feedback/failed-tries.ts';
import type { Message, OutcomeMessage } from './message.ts';
import { performCheck } from './perform-check.ts';
import { compareShadow } from './shadow/compare-shadow.ts';

export interface PerformPorts {
  readonly store: Pick<Store, 'patchDiff'>;
  readonly execution: Execution;
  readonly integration: Integration;
  readonly clock: Clock;
}

type Report = (message: Message) => void;

const TRIES = 3;
const FIRST_WAIT_MS = 200;
const MAX_WAIT_MS = 2_000;

/** The function the loop hands effects to. Rejects with a PatchbayError when the tries are used up. */
export function createPerform(ports: PerformPorts): (effect: Effect, run: RunNode, report: Report) => Promise<Message> {
  return async (effect, run, report) => {
    for (let failures = 1; ; failures += 1) {
      try {
        return await performOnce(ports, effect, run, report);
      } catch (thrown) {
        const error = asPatchbayError(thrown);
        if (failures >= TRIES || !ERRORS[error.code].retry) throw error;
        await new Promise<void>((resolve) => {
          ports.clock.after(backoffMs(failures, FIRST_WAIT_MS, MAX_WAIT_MS, 0.5), resolve);
        });
      }
    }
  };
}

async function performOnce(ports: PerformPorts, effect: Effect, run: RunNode, report: Report): Promise<OutcomeMessage> {
  const { execution, integration } = ports;
  const type = 'outcome';
  switch (effect.kind) {
    case 'create-run-ref': {
      const order = { ref: effect.body.ref, old: null, new: effect.body.base, drop: [] };
      return { type, kind: effect.kind, effect, outcome: await integration.swapHead(order) };
    }
    case 'start-attempt': {
      const { attemptId } = effect.body;
      const onStarted: Parameters<Execution['runAttempt']>[1] = (started) =>
        report({ type: 'attempt-started', runId: run.runId, attemptId, started });
      const outcome = await execution.runAttempt(
        { ...attemptOrder(run, effect.body), ...reviewed(ports, run, attemptId) },
        onStarted,
      );
      return { type, kind: effect.kind, effect, outcome };
    }
    case 'salvage-attempt': {
      const attempt = run.attempts.get(effect.body.attemptId);
      const started =
        attempt?.workspace == null
          ? null
          : { pid: attempt.pid, processStart: attempt.processStart, workspace: attempt.workspace };
      const outcome = await execution.salvageAttempt(attemptOrder(run, effect.body), started);
      return { type, kind: effect.kind, effect, outcome };
    }
    case 'release-workspace':
      await execution.release(effect.body.attemptId);
      return { type, kind: effect.kind, effect, outcome: null };
    case 'keep-quarantined': {
      const patch = patchOf(run, effect.body.patchId);
      await integration.keepQuarantined(patch.patchId, diffOf(ports, patch));
      return { type, kind: effect.kind, effect, outcome: null };
    }
    case 'validate-patch':
      return { type, kind: effect.kind, effect, outcome: await validate(ports, run, effect.body.patchId) };
    case 'hold-change':
      return { type, kind: effect.kind, effect, outcome: await holdChange(ports, run, effect.body) };
    case 'build-candidate':
      return { type, kind: effect.kind, effect, outcome: await buildCandidate(ports, run, effect.body) };
    case 'run-gate': {
      return { type, kind: effect.kind, effect, outcome: await integration.runGate(gateOrder(run, effect.body)) };
    }
    case 'run-check':
      return { type, kind: effect.kind, effect, outcome: await performCheck(integration, run, effect.body) };
    case 'compare-shadow':
      return { type, kind: effect.kind, effect, outcome: compareWithShadow(ports, run) };
    case 'swap-head': {
      const { old, commit } = effect.body;
      const landing = landingOf(run, effect.body);
      const drop = landing.flatMap(({ change }) => [...refsOf(changeIdOf(change), run), ...refsReplaced(change)]);
      const proved = landing.map((candidate) => landingChange(ports, candidate));
      const order = { ref: runHeadRef(run.runId), old, new: commit, landing: proved, drop };
      return { type, kind: effect.kind, effect, outcome: await integration.swapHead(order) };
    }
    default:
      return unreachable(effect, 'effect');
  }
}

/** The candidates that the head moves over, from the lowest. */
function landingOf(run: RunNode, { candidateId }: EffectBody<'swap-head'>): readonly Candidate[] {
  return run.candidates.slice(0, run.candidates.findIndex((one) => one.candidateId === candidateId) + 1);
}

/** What kept a change alive until the head holds it. */
function refsOf(changeId: string, run: RunNode): readonly string[] {
  return [`refs/patchbay/keep/${changeId}`, ...(run.directChanges.has(changeId) ? [changeRef(changeId)] : [])];
}

/** And what was kept for others to go on from: it takes the place of that. */
function refsReplaced(change: Change): readonly string[] {
  const root = rootOf(change.task);
  if (change.table !== 'patches' || root.additions.length === 0) return [];
  const family = familyOf(root).flatMap(({ patches }) => patches);
  return family.flatMap((patch) => (patch === change ? [] : [`refs/patchbay/keep/${patch.patchId}`]));
}

function landingChange(ports: PerformPorts, { change, onto, commit, tree }: Candidate): LandingChange {
  const { base, tree: made, files } = change.created;
  const changeId = changeIdOf(change);
  const built = { commit: present(commit, `commit of ${changeId}`), tree: present(tree, `tree of ${changeId}`) };
  return { changeId, onto, ...built, base, made, files, diff: () => diffOfChange(ports, change) };
}

function compareWithShadow({ store }: PerformPorts, run: RunNode) {
  const shadow = present(run.created.plan.shadow, `shadow of run ${run.runId}`);
  return compareShadow(run, shadow, (patchId) => store.patchDiff(patchId));
}

function attemptOrder(run: RunNode, body: EffectBody<'start-attempt' | 'salvage-attempt'>) {
  const attempt = present(run.attempts.get(body.attemptId), `attempt ${body.attemptId}`);
  return {
    runId: run.runId,
    attemptId: body.attemptId,
    task: plannedFor(run, attempt),
    number: body.tryNumber,
    base: attempt.base,
    startFrom: attempt.startFrom,
    setup: run.created.plan.setup,
    workerId: attempt.workerId,
    handoffs: handoffsFor(run, attempt.task),
  };
}

/** What a review looks at: the patch of the plan, or what the task before has committed, one patch after the other. */
function reviewed(ports: PerformPorts, run: RunNode, attemptId: string): { readonly review?: Uint8Array } {
  const { reviews } = present(run.attempts.get(attemptId), `attempt ${attemptId}`).task.plan;
  if (reviews === undefined) return {};
  if ('base64' in reviews) return { review: Buffer.from(reviews.base64, 'base64') };
  const patches = committedBy(run, reviews.task);
  return { review: Buffer.concat(patches.map((patch) => diffOf(ports, patch))) };
}

function validate(ports: PerformPorts, run: RunNode, patchId: string) {
  const patch = patchOf(run, patchId);
  const { base, tree } = patch.created;
  const { scope, constraints } = patch.task.plan;
  return ports.integration.validate({ patchId, base, tree, diff: diffOf(ports, patch), scope, constraints });
}

function holdChange(ports: PerformPorts, run: RunNode, { changeId, atSeconds }: EffectBody<'hold-change'>) {
  const change = present(run.directChanges.get(changeId), `direct change ${changeId}`);
  const { base, tree } = change.created;
  const { scope, constraints } = change.task.plan;
  return ports.integration.holdChange({ changeId, base, tree, scope, constraints, atSeconds });
}

async function buildCandidate(ports: PerformPorts, run: RunNode, body: EffectBody<'build-candidate'>) {
  const change = findChange(run, body.changeId);
  const { base, tree, files } = change.created;
  const { changeId, onto, message, atSeconds } = body;
  const diff = await diffOfChange(ports, change);
  return ports.integration.buildCandidate({ changeId, base, tree, onto, diff, files, message, atSeconds });
}

function gateOrder(run: RunNode, body: EffectBody<'run-gate'>): GateOrder {
  const { gateRunId, gateId, changeId, commit, tree, base = run.created.base } = body;
  const gate = present(run.gates.get(gateId), `gate ${gateId}`);
  const order = { gateRunId, runId: run.runId, gate, commit, tree, base, setup: run.created.plan.setup };
  return gate.builtIn === true ? { ...order, waived: approved(run, changeId) } : order;
}

/** Findings that a person let pass: of one patch, or of all that the head was made of. */
function approved(run: RunNode, changeId: string | null) {
  const patches = changeId === null ? [...run.patches.values()] : [run.patches.get(changeId)];
  const waives = new Set(patches.flatMap((patch) => (patch === undefined ? [] : waivedOf(patch))));
  if (waives.size === 0) return [];
  const findings = [...run.reviews.values()].flatMap((review) => review.opened.findings);
  return findings
    .filter((finding) => waives.has(findingHash(finding)))
    .map(({ rule, path, message }) => ({ rule, path, message }));
}

/** A direct change has no stored diff: git makes it from the tree that the change's ref holds. */
function diffOfChange(ports: PerformPorts, change: Change): Uint8Array | Promise<Uint8Array> {
  if (change.table === 'patches') return diffOf(ports, change);
  return ports.integration.diffBetween(change.created.base, change.created.tree);
}

function patchOf(run: RunNode, patchId: string): PatchNode {
  return present(run.patches.get(patchId), `patch ${patchId}`);
}

function diffOf(ports: PerformPorts, patch: PatchNode): Uint8Array {
  return present(ports.store.patchDiff(patch.patchId), `diff of patch ${patch.patchId}`);
}
