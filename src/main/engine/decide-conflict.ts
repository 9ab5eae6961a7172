// A change does not fit the run's head: what the plan's policy says is tried, step by step, until something can be done.
import type { Conflict } from '../../shared/domain/conflict.ts';
import { conflictWords } from '../../shared/domain/conflict.ts';
import { type ConflictStep, DEFAULT_MERGE_POLICY, type MergePolicy } from '../../shared/domain/merge-policy.ts';
import type { CapturedPatch, Finding } from '../../shared/domain/patch.ts';
import type { TaskPlan } from '../../shared/plan/plan.ts';
import { asksForPrompt, launchOf } from '../../shared/plan/task-for-tool.ts';
import type { ToolDefinition } from '../../shared/plan/tool-definition.ts';
import type { Change, RunNode, TaskNode } from '../state/run-state.ts';
import { additionTo, addTask } from './add-task.ts';
import { failTask } from './decide-order.ts';
import { createPatch } from './decide-patch.ts';
import { mergePrompt } from './merge-prompt.ts';
import { planRetry } from './plan-retry.ts';
import { dropChange, giveUpChange, refuseChange } from './set-aside.ts';
import type { Turn } from './turn.ts';

export interface Met {
  /** For people, in a sentence. */
  readonly message: string;
  /** Null where git could not tell. */
  readonly conflict: Conflict | null;
  /** What git joined in files that the change does not name, as it would be a patch; null where it joined nothing. */
  readonly joined: CapturedPatch | null;
}

/** True where the step did something about it. */
type Step = (turn: Turn, run: RunNode, change: Change, met: Met) => boolean;

const STEPS: Readonly<Record<ConflictStep, Step>> = {
  auto: takeJoined,
  tool: askTool,
  retry: tryAgain,
  person: () => false,
};

export function resolveConflict(turn: Turn, run: RunNode, change: Change, met: Met): void {
  const { message } = met;
  const aside = { reason: message, code: 'E_MERGE_CONFLICT', findings: findingsOf(met.conflict) } as const;
  // A run that stops begins nothing more.
  if (run.control === 'stopping') return giveUpChange(turn, run, change, aside);
  const { onConflict } = policyOf(run);
  const before = onConflict.indexOf('person');
  const steps = before === -1 ? onConflict : onConflict.slice(0, before);
  if (!steps.some((step) => STEPS[step](turn, run, change, met))) refuseChange(turn, run, change, aside);
}

function policyOf(run: RunNode): MergePolicy {
  return run.created.plan.merge ?? DEFAULT_MERGE_POLICY;
}

/** It is judged by every rule under its new names before it is merged: nobody had said that the patch may write them. */
function takeJoined(turn: Turn, run: RunNode, change: Change, { joined }: Met): boolean {
  if (joined === null || change.table !== 'patches') return false;
  const made = { captured: joined, recovered: false, replaces: change.patchId };
  const { patchId } = createPatch(turn, run, change.attempt, made);
  dropChange(turn, run, change, `git joined it with the head, and patch ${patchId} takes its place`);
  turn.want(run.runId, 'validate-patch', { patchId });
  return true;
}

/** The merge as far as git came is where the tool begins; its patch takes the place of this one. */
function askTool(turn: Turn, run: RunNode, change: Change, { message, conflict }: Met): boolean {
  if (change.table !== 'patches' || conflict === null || conflict.merge === null || conflict.joined) return false;
  const { task } = change;
  const original = task.addedFor ?? task;
  const tool = mergeToolOf(run, original);
  if (tool === null || original.state !== 'validating' || mergesOf(original) >= policyOf(run).maxTasks) return false;
  const prompt = mergePrompt(run, change, conflict);
  const start = { from: conflict.merge, base: conflict.onto };
  const plan = mergePlan(run, original, { tool, patchId: change.patchId, prompt, start });
  dropChange(turn, run, change, `${message}; task ${plan.taskId} joins the two`);
  addTask(turn, run, plan);
  if (task !== original) failTask(turn, run, task, { code: 'E_MERGE_CONFLICT', message });
  return true;
}

/** True where another merge task was added in the place of one that failed. */
export function isMergedAgain(
  turn: Turn,
  run: RunNode,
  { original, added }: { readonly original: TaskNode; readonly added: TaskNode },
): boolean {
  const { origin, tool: toolId, prompt = '' } = added.plan;
  const tool = run.tools.get(toolId)?.definition;
  if (origin?.start == null || origin.patch === null || tool === undefined) return false;
  if (mergesOf(original) >= policyOf(run).maxTasks) return false;
  const told = `${prompt}\nIt was tried before and failed: ${JSON.stringify(added.reason)}`;
  addTask(turn, run, mergePlan(run, original, { tool, patchId: origin.patch, prompt: told, start: origin.start }));
  return true;
}

/** Tasks that went on with this one's work because of a conflict, in its present life. */
function mergesOf({ additions }: TaskNode): number {
  return additions.filter(({ plan }) => plan.origin?.kind === 'merge').length;
}

/** The one that the policy names, or the tool that made the patch where it is asked in words. */
function mergeToolOf(run: RunNode, original: TaskNode): ToolDefinition | null {
  const { tool } = policyOf(run);
  if (tool !== null) return run.tools.get(tool)?.definition ?? null;
  if (original.plan.prompt === undefined) return null;
  const own = run.tools.get(original.tool)?.definition;
  if (own === undefined || !own.givesPatch) return null;
  return asksForPrompt([...own.argv, own.stdin]) ? own : null;
}

interface MergeFacts {
  readonly tool: ToolDefinition;
  readonly patchId: string;
  readonly prompt: string;
  readonly start: { readonly from: string; readonly base: string };
}

function mergePlan(run: RunNode, original: TaskNode, { tool, patchId, prompt, start }: MergeFacts): TaskPlan {
  const name = `Join ${original.plan.name} with what came before it`;
  const addition = { name, kind: 'merge', patch: patchId, start } as const;
  const {
    route: _,
    reviews: __,
    ...plan
  } = additionTo(run, original, addition, { tool: tool.toolId, prompt, mode: 'prompt' });
  const asked = { taskId: plan.taskId, name, kind: plan.kind, prompt };
  return { ...plan, launch: { kind: 'command', command: launchOf(tool, asked) } };
}

/** From the new head. What went on with a merge or a fix has no other beginning than it had. */
function tryAgain(turn: Turn, run: RunNode, change: Change, { message, conflict }: Met): boolean {
  if (change.task.plan.origin?.kind === 'merge') return false;
  const failure = { code: 'E_MERGE_CONFLICT', message } as const;
  if (!planRetry(change.task, failure, true).again) return false;
  giveUpChange(turn, run, change, { reason: message, code: failure.code, findings: findingsOf(conflict) });
  return true;
}

/** For the one who decides: each file, with the place in the patch's version. */
export function findingsOf(conflict: Conflict | null): readonly Finding[] {
  return (conflict?.files ?? []).map((file) => ({
    rule: 'conflict',
    severity: 'error',
    path: file.patch?.path ?? file.path,
    line: file.regions[0]?.patch.start ?? 0,
    message: `It does not fit the run's head: ${conflictWords(file)}`,
    advice:
      file.otherSide === null
        ? 'Look at both sides.'
        : `The other side is commit ${file.otherSide.commit.slice(0, 10)}.`,
  }));
}
