// A task as a tool of the project gets it: the tool's templates filled with words of the task, and its limits.
import type { CommandLaunch, TaskPlan } from './plan.ts';
import type { ToolDefinition } from './tool-definition.ts';

/** What a template may say of a task. */
type Places = Readonly<Record<'prompt' | 'task_id' | 'task_name' | 'task_kind', string>>;

const PLACE = /\{(prompt|task_id|task_name|task_kind)\}/g;

/** Anything else in braces is text like any other. */
function fillTemplate(template: string, places: Places): string {
  return template.replaceAll(PLACE, (_, name: keyof Places) => places[name]);
}

export function asksForPrompt(templates: readonly string[]): boolean {
  return templates.some((template) => template.includes('{prompt}'));
}

/** What is known of a task when its launch is made. */
export interface Asked {
  readonly taskId: string;
  readonly name: string;
  readonly kind: string;
  readonly prompt: string;
}

/** How this tool is started for a task: a command like one that stands in a plan. */
export function launchOf(tool: ToolDefinition, asked: Asked): CommandLaunch {
  const { taskId, name, kind, prompt } = asked;
  const fill = (text: string) => fillTemplate(text, { prompt, task_id: taskId, task_name: name, task_kind: kind });
  return {
    tool: 'command',
    argv: tool.argv.map(fill),
    shell: false,
    stdin: fill(tool.stdin),
    successExit: tool.successExit,
    litter: tool.litter,
    env: tool.env,
  };
}

/** The task as this tool gets it. */
export function taskForTool(task: TaskPlan, tool: ToolDefinition): TaskPlan {
  const asked = { taskId: task.taskId, name: task.name, kind: task.kind, prompt: task.prompt ?? task.name };
  return {
    ...task,
    tool: tool.toolId,
    launch: { kind: 'command', command: launchOf(tool, asked) },
    timeoutMs: Math.min(task.timeoutMs, tool.timeoutMs ?? task.timeoutMs),
    idleTimeoutMs: Math.min(task.idleTimeoutMs, tool.idleTimeoutMs ?? task.idleTimeoutMs),
  };
}
