// The group `feedback` of a project and of a plan: whether and how a run mends what a required gate refused.
import { LIMITS } from '../domain/limits.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import { errorFinding, type Finding } from './finding.ts';
import type { FeedbackPlan } from './plan.ts';
import { asBoolean, asNumber, asText, field } from './read-json.ts';
import type { ToolDefinition } from './tool-definition.ts';

/** What one file says; null where it says nothing. */
export interface FeedbackWords {
  readonly enabled: boolean | null;
  readonly tool: string | null;
  readonly maxFixes: number | null;
  readonly maxFixesPerError: number | null;
}

export const NO_FEEDBACK_WORDS: FeedbackWords = { enabled: null, tool: null, maxFixes: null, maxFixesPerError: null };

/** Reads what can be read; faults of form are the schema's. */
export function readFeedback(value: unknown): FeedbackWords {
  return {
    enabled: asBoolean(field(value, 'enabled')),
    tool: asText(field(value, 'tool')),
    maxFixes: asNumber(field(value, 'max_fixes')),
    maxFixesPerError: asNumber(field(value, 'max_fixes_per_error')),
  };
}

/** A plan may name another tool, and allow less than the project; never more. */
export function resolveFeedback(
  project: FeedbackWords,
  plan: FeedbackWords,
  tools: ReadonlyMap<string, ToolDefinition>,
): { readonly feedback: FeedbackPlan; readonly findings: readonly Finding[] } {
  const feedback = {
    on: (project.enabled ?? true) && (plan.enabled ?? true),
    tool: plan.tool ?? project.tool,
    perTask: least(project.maxFixes, plan.maxFixes, LIMITS.fixesPerTask),
    perSignature: least(project.maxFixesPerError, plan.maxFixesPerError, LIMITS.fixesPerSignature),
  };
  const findings = [
    ...(project.enabled === false && plan.enabled === true ? [looser('enabled', 'false', 'true')] : []),
    ...loosened('max_fixes', project.maxFixes, plan.maxFixes),
    ...loosened('max_fixes_per_error', project.maxFixesPerError, plan.maxFixesPerError),
    ...checkMendingTool(plan.tool, tools, '/feedback/tool'),
  ];
  return { feedback, findings };
}

/** The tool has to be one of the project's that makes changes: it is given any task whose gate fails. */
export function checkMendingTool(
  tool: string | null,
  tools: ReadonlyMap<string, ToolDefinition>,
  path: string,
): readonly Finding[] {
  if (tool === null) return [];
  const definition = tools.get(tool);
  if (definition === undefined) {
    const message = `The tool \`${tool}\` that is to mend what a gate refused is no tool of the project.`;
    const advice = `Declare it under \`tools\` in patchbay.yaml, or leave it out: then each task's own tool mends.${didYouMean(tool, tools.keys())}`;
    return [errorFinding('E_UNKNOWN_TOOL', { path, message, advice })];
  }
  if (definition.givesPatch) return [];
  const message = `The tool \`${tool}\` that is to mend what a gate refused only looks, and changes nothing.`;
  return [errorFinding('E_PLAN_CONSISTENCY', { path, message, advice: 'Name a tool that gives patches.' })];
}

function least(project: number | null, plan: number | null, limit: number): number {
  return Math.min(project ?? limit, plan ?? limit, limit);
}

function loosened(key: string, project: number | null, plan: number | null): readonly Finding[] {
  if (project === null || plan === null || plan <= project) return [];
  return [looser(key, `${project}`, `${plan}`)];
}

function looser(key: string, project: string, plan: string): Finding {
  return errorFinding('E_LOOSENED', {
    path: `/feedback/${key}`,
    message: `The plan sets \`feedback.${key}\` to ${plan}, and the project allows no more than ${project}.`,
    advice: 'A plan may only tighten what the project says. Take the line out, or change patchbay.yaml.',
  });
}
