// Whether what a gate refused is to be mended, by a task of which kind, and if not, why not. Pure.
import { LIMITS } from '../../../shared/domain/limits.ts';
import { present } from '../../../shared/lib/assert.ts';
import { fixPrompt } from '../../../shared/plan/fix-prompt.ts';
import type { FeedbackPlan, FixFacts, TaskPlan } from '../../../shared/plan/plan.ts';
import { launchOf } from '../../../shared/plan/task-for-tool.ts';
import type { RunNode, TaskNode } from '../../state/run-state.ts';
import { additionTo } from '../add-task.ts';
import { shortSignature } from './error-signature.ts';
import type { FailedTry } from './failed-tries.ts';

export const DEFAULT_FEEDBACK: FeedbackPlan = {
  on: true,
  tool: null,
  perTask: LIMITS.fixesPerTask,
  perSignature: LIMITS.fixesPerSignature,
};

export type FixPlan =
  | { readonly kind: 'fix'; readonly task: TaskPlan }
  /** There is nothing that could mend it: no tool for it, or it is not wanted. */
  | { readonly kind: 'cannot'; readonly why: string }
  /** There were as many as there may be. */
  | { readonly kind: 'spent'; readonly why: string };

/** The next fix of a task, which begins from `from`, the best that there is. */
export function planFix(run: RunNode, original: TaskNode, from: FailedTry): FixPlan {
  const feedback = run.created.plan.feedback ?? DEFAULT_FEEDBACK;
  const { patch, gateRun, signature } = from;
  const earlier = fixesOf(original);
  const alike = earlier.filter((fix) => fix.signature === signature).length;
  const spent = spentBecause(feedback, { total: earlier.length, alike, signature });
  if (spent !== null) return { kind: 'spent', why: spent };
  const facts: FixFacts = {
    gateId: gateRun.gateId,
    gateRunId: gateRun.gateRunId,
    command: run.gates.get(gateRun.gateId)?.argv ?? [],
    signature,
    number: alike + 1,
    of: feedback.perSignature,
    message: gateRun.message,
    failures: gateRun.failures,
    failed: gateRun.failed === 0 ? null : gateRun.failed,
    tail: gateRun.tail,
    files: patch.created.files.slice(0, LIMITS.handoffFiles).map(({ path }) => path),
    objective: original.plan.prompt ?? original.plan.name,
  };
  const how = toolFor(run, original, { feedback, facts, number: earlier.length + 1 });
  if ('why' in how) return { kind: 'cannot', why: how.why };
  const addition = {
    name: `Mend ${original.plan.name}`,
    kind: 'fix',
    patch: patch.patchId,
    start: { from: gateRun.commit, base: gateRun.onto },
  } as const;
  const task = additionTo(run, original, addition, how.more);
  return { kind: 'fix', task: { ...task, origin: { ...present(task.origin, 'its origin'), fix: facts } } };
}

/** Those of the task's present life, oldest first. */
export function fixesOf(original: TaskNode): readonly FixFacts[] {
  return original.additions.flatMap(({ plan }) => plan.origin?.fix ?? []);
}

interface Used {
  readonly total: number;
  readonly alike: number;
  readonly signature: string;
}

function spentBecause({ perTask, perSignature }: FeedbackPlan, { total, alike, signature }: Used): string | null {
  if (alike >= perSignature) {
    return `${counted(alike)} for this signature of errors (${shortSignature(signature)}) did not mend it`;
  }
  return total >= perTask ? `${counted(total)} did not mend it, and there may be no more for one task` : null;
}

function counted(fixes: number): string {
  return fixes === 1 ? '1 fix' : `${fixes} fixes`;
}

interface Wanted {
  readonly feedback: FeedbackPlan;
  readonly facts: FixFacts;
  /** Which fix of the task it is, from 1. */
  readonly number: number;
}

type Means = { readonly more: Partial<TaskPlan> } | { readonly why: string };

function toolFor(run: RunNode, { plan }: TaskNode, { feedback, facts, number }: Wanted): Means {
  if (!feedback.on) return { why: 'fixes are switched off' };
  const prompt = fixPrompt(plan, facts);
  if (feedback.tool !== null) return byTool(run, plan, { toolId: feedback.tool, prompt });
  switch (plan.launch.kind) {
    case 'script': {
      const edits = plan.launch.script.fix?.[number - 1];
      if (edits === undefined) return { why: 'its script has no further `fix`' };
      return { more: { launch: { kind: 'script', script: { tool: 'script', attempts: [edits] } } } };
    }
    case 'command':
      return { more: { prompt } };
    case 'patch':
    case 'other':
    case 'person':
      return { why: `nothing of its own can mend it` };
  }
}

function byTool(run: RunNode, plan: TaskPlan, { toolId, prompt }: { toolId: string; prompt: string }): Means {
  const definition = run.tools.get(toolId)?.definition;
  if (definition === undefined) return { why: `the tool ${toolId}, which is to mend it, is not there` };
  const asked = { taskId: plan.taskId, name: plan.name, kind: plan.kind, prompt };
  return { more: { tool: toolId, prompt, launch: { kind: 'command', command: launchOf(definition, asked) } } };
}
