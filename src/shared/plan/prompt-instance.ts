// What a tool is given for an attempt, as `prompt_instance.v1`. Scripts and commands read no prompt, and it says so.
import type { Handoff } from '../domain/handoff.ts';
import { present } from '../lib/assert.ts';
import type { CommandLaunch, Plan, Scope, ScriptLaunch, TaskPlan } from './plan.ts';

/** What we write of `prompt_instance.v1`; a test holds it against the schema. */
export interface PromptInstance {
  readonly prompt_instance_id: string;
  readonly template_id: string;
  readonly target_tool: string;
  readonly kind: string;
  readonly sections: {
    readonly HEADER: string;
    readonly OBJECTIVE: string;
    readonly CONTEXT: string;
    readonly CONSTRAINTS: string;
    readonly FILES_SCOPE: string;
    readonly OUTPUT_SPEC: string;
    readonly VALIDATION: string;
  };
}

export interface PromptFacts {
  readonly promptId: string;
  /** From 1: a script may have other edits for each try. */
  readonly tryNumber: number;
  /** What the tasks before it hand on. */
  readonly handoffs: readonly Handoff[];
}

/** Counted up when the texts below change: then an instance says by which of them it was made. */
const FORM = 1;

/** The same task and facts give the same instance. Values of variables are left out: they may be secrets. */
export function promptInstance(
  plan: Plan,
  task: TaskPlan,
  { promptId, tryNumber, handoffs }: PromptFacts,
): PromptInstance {
  return {
    prompt_instance_id: promptId,
    template_id: `patchbay/${task.launch.kind}/${FORM}`,
    target_tool: task.tool,
    kind: task.kind,
    sections: {
      HEADER: [
        `Project ${plan.projectId}, phase ${task.phaseId}, workstream ${task.workstreamId}, task ${task.taskId}.`,
        'The tool reads no prompt. It was given what stands under CONTEXT; the rest says what its work is for and held to.',
      ].join('\n'),
      OBJECTIVE: objective(plan, task),
      CONTEXT: [given(task, tryNumber), ...handoffs.map(handoffText)].join('\n'),
      CONSTRAINTS: limits(task),
      FILES_SCOPE: scopeText(task.scope),
      OUTPUT_SPEC: task.patchMode.on
        ? 'What the tool leaves changed in its workspace is captured as a unified diff.'
        : 'What the tool leaves changed in its workspace is taken over as it is, as a direct edit without a patch.',
      VALIDATION: task.gates.length === 0 ? 'No gate is asked for.' : `Gates: ${task.gates.join(', ')}.`,
    },
  };
}

function objective(plan: Plan, task: TaskPlan): string {
  const workstream = plan.workstreams.find((one) => one.workstreamId === task.workstreamId);
  return [task.name, workstream?.objective ?? ''].filter((line) => line !== '').join('\n');
}

function given(task: TaskPlan, tryNumber: number): string {
  switch (task.launch.kind) {
    case 'command':
      return commandText(task.launch.command);
    case 'script':
      return scriptText(task.launch.script, tryNumber);
    case 'other':
      return `Prompt: ${JSON.stringify(task.launch.other.prompt)}`;
    case 'patch':
      return `A patch that is there already: ${task.launch.patch.file}`;
    case 'person':
      return 'Nothing: a person does it.';
  }
}

function commandText({ argv, shell, stdin, env }: CommandLaunch): string {
  const names = Object.keys(env);
  return [
    `${shell ? 'Shell line' : 'Arguments'}: ${shell ? argv.join(' ') : JSON.stringify(argv)}`,
    ...(names.length === 0 ? [] : [`Variables of the plan, by name: ${names.join(', ')}`]),
    ...(stdin === '' ? [] : [`Standard input:\n${stdin}`]),
  ].join('\n');
}

function scriptText({ attempts }: ScriptLaunch, tryNumber: number): string {
  const attempt = present(attempts[tryNumber - 1] ?? attempts.at(-1), 'edits of the script');
  const wait = attempt.waitSeconds > 0 ? [`Waits ${attempt.waitSeconds} s first.`] : [];
  return [...wait, ...attempt.edits.map((edit) => JSON.stringify(edit))].join('\n');
}

/** Names of the plan and notes of tools are quoted: they are somebody's words, not ours. */
function handoffText({ taskId, name, commit, files, filesTotal, notes }: Handoff): string {
  const more = filesTotal - files.length;
  return [
    `Task ${taskId} (${JSON.stringify(name)}) hands on${commit === null ? ': it changed nothing.' : ` commit ${commit}:`}`,
    ...files.map(({ path, change, insertions, deletions }) => `- ${change} ${path} +${insertions} -${deletions}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...notes.map((note) => `- note: ${JSON.stringify(note)}`),
  ].join('\n');
}

function limits(task: TaskPlan): string {
  const { constraints, timeoutMs, idleTimeoutMs } = task;
  const { maxLinesChanged, maxFilesChanged, forbidBinary, forbidPaths } = constraints;
  const ofPatches = [
    `At most ${maxLinesChanged} lines in ${maxFilesChanged} files.`,
    ...(forbidBinary ? ['No binary files.'] : []),
    ...(forbidPaths.length === 0 ? [] : [`Never: ${forbidPaths.join(', ')}.`]),
  ];
  const time = `At most ${timeoutMs / 1000} s, and ${idleTimeoutMs / 1000} s without output.`;
  return [
    ...(task.patchMode.on ? ofPatches : ['Unprotected: the limits of patches do not hold for a direct edit.']),
    time,
  ].join('\n');
}

function scopeText({ read, write, create, forbidden }: Scope): string {
  const lists = Object.entries({ read, write, create, forbidden }).filter(([, globs]) => globs.length > 0);
  if (lists.length === 0) return 'Anywhere in the repository.';
  return lists.map(([name, globs]) => `${name}: ${globs.join(', ')}`).join('\n');
}
