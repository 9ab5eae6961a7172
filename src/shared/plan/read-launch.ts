// Which tool a task starts, and how: the block that goes with it, or what is missing.
import { present } from '../lib/assert.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import type { DraftTask } from './draft.ts';
import { blockingFinding, errorFinding, type Finding } from './finding.ts';
import { KNOWN_TOOLS } from './known-tools.ts';
import type { PatchLookup } from './patch-file.ts';
import type { CommandLaunch, Launch, PatchSource, ScriptAttempt, ScriptEdit, TaskMode } from './plan.ts';
import { readClassification } from './read-classification.ts';
import { shellFinding } from './read-gates.ts';
import { asBoolean, asList, asNumber, asRecord, asText, asTextRecord, asTexts, field } from './read-json.ts';
import { modeOf, readTaskMode } from './read-task-mode.ts';
import type { RoutedBy, RouteRequest, Router } from './route-task.ts';
import { launchOf } from './task-for-tool.ts';
import type { ToolDefinition } from './tool-definition.ts';

export interface LaunchReading {
  readonly tool: string;
  readonly launch: Launch;
  readonly findings: readonly Finding[];
  /** Where the tool is one of the project's. */
  readonly declared?: DeclaredTool;
  /** Absent: `prompt`. */
  readonly mode?: TaskMode;
  /** What a review looks at. */
  readonly reviews?: PatchSource;
}

/** A task for a tool of the project, which the plan names or the router gives. */
export interface DeclaredTool {
  readonly definition: ToolDefinition;
  readonly prompt: string;
  /** Null where the plan names the tool. */
  readonly routed: RoutedBy | null;
}

interface ToolChoice {
  readonly tool: string | null;
  readonly script: unknown;
  readonly command: unknown;
  readonly prompt: unknown;
  readonly pointer: string;
}

export interface LaunchWords {
  /** The tool of tasks that name none (`--tool`). */
  readonly fallback: string | null;
  readonly router: Router;
  /** False where its file is at fault, which is said once, elsewhere. */
  readonly isRouting: boolean;
  readonly patches: PatchLookup;
}

export function readLaunch(task: DraftTask, words: LaunchWords): LaunchReading {
  const { mode, patch, findings } = readTaskMode(task, words.patches);
  if (mode === 'patch_apply_validate') return applied(task, patch, findings);
  const reading = readTool(task, words);
  const all = [...findings, ...reading.findings];
  if (mode === 'prompt') return findings.length === 0 ? reading : { ...reading, findings: all };
  return { ...reading, mode, ...(patch === null ? {} : { reviews: patch }), findings: all };
}

/** Whatever it says of a tool would never be asked. */
function applied(task: DraftTask, patch: PatchSource | null, findings: readonly Finding[]): LaunchReading {
  const mode = 'patch_apply_validate';
  const stray = ['tool', 'script', 'command', 'prompt'].filter((key) => task.raw[key] !== undefined);
  const told = stray.map((key) =>
    errorFinding('E_PLAN_CONSISTENCY', {
      path: `${task.pointer}/${key}`,
      message: `Task \`${task.id}\` applies a patch that is there already, so its \`${key}\` would never be used.`,
      advice: `Remove \`${key}\`, or the mode.`,
    }),
  );
  const source = patch !== null && 'base64' in patch ? patch : { file: '', base64: '' };
  return { tool: 'patch', launch: { kind: 'patch', patch: source }, mode, findings: [...findings, ...told] };
}

function readTool(task: DraftTask, { fallback, router, isRouting }: LaunchWords): LaunchReading {
  if (task.raw['kind'] === 'human_review') return { tool: 'person', launch: { kind: 'person' }, findings: [] };
  const choice = chooseTool(task, fallback);
  if (choice.tool === null) return isRouting ? routeTask(task, choice, router) : NO_TOOL;
  if (choice.tool === 'script') return readScript(task, choice);
  if (choice.tool === 'command') return readCommand(task, choice);
  const definition = router.tools.get(choice.tool);
  if (definition !== undefined) return namedTool(task, choice, definition);
  return otherTool(task, choice, router);
}

function chooseTool(task: DraftTask, fallback: string | null): ToolChoice {
  const template = task.raw['execution_request_template'];
  const own = task.raw['script'] !== undefined || task.raw['command'] !== undefined || task.raw['tool'] !== undefined;
  const source = own ? task.raw : template;
  const script = field(source, 'script');
  const command = field(source, 'command');
  const implied = script !== undefined ? 'script' : command !== undefined ? 'command' : null;
  const named = asText(task.raw['tool']) ?? asText(field(template, 'tool')) ?? asText(field(template, 'tool_id'));
  const pointer = own ? task.pointer : `${task.pointer}/execution_request_template`;
  return {
    tool: named ?? implied ?? fallback,
    script,
    command,
    prompt: task.raw['prompt'] ?? field(template, 'prompt') ?? null,
    pointer,
  };
}

/** True where only the router can say which tool a task gets. */
export function needsRouter(task: DraftTask, fallback: string | null): boolean {
  if (task.raw['kind'] === 'human_review' || modeOf(task) === 'patch_apply_validate') return false;
  return chooseTool(task, fallback).tool === null;
}

const NO_TOOL: LaunchReading = {
  tool: '',
  launch: { kind: 'other', other: { tool: '', prompt: null } },
  findings: [],
};

function routeTask(task: DraftTask, choice: ToolChoice, router: Router): LaunchReading {
  const answer = router.route(requestOf(task));
  if (!('route' in answer)) {
    const message = `Task \`${task.id}\` names no tool. ${answer.refusal}`;
    const finding = blockingFinding('E_UNKNOWN_TOOL', { path: task.pointer, message, advice: answer.advice });
    return { ...NO_TOOL, findings: [finding] };
  }
  const definition = present(router.tools.get(answer.route.candidates[0] ?? ''), 'the first tool of a route');
  return launchReading(task, choice, { definition, routed: answer });
}

function requestOf(task: DraftTask): RouteRequest {
  const needsPatch = asBoolean(task.raw['allow_no_change']) !== true && modeOf(task) !== 'patch_review';
  return { kind: asText(task.raw['kind']) ?? '', ...readClassification(task.raw), needsPatch };
}

function namedTool(task: DraftTask, choice: ToolChoice, definition: ToolDefinition): LaunchReading {
  const reading = launchReading(task, choice, { definition, routed: null });
  if (definition.givesPatch || !requestOf(task).needsPatch) return reading;
  const finding = errorFinding('E_PLAN_CONSISTENCY', {
    path: `${task.pointer}/tool`,
    message: `Task \`${task.id}\` has to change something, and its tool \`${definition.toolId}\` only looks.`,
    advice: 'Name a tool that gives patches, or add `allow_no_change: true`.',
  });
  return { ...reading, findings: [finding] };
}

function launchReading(
  task: DraftTask,
  choice: ToolChoice,
  made: Pick<DeclaredTool, 'definition' | 'routed'>,
): LaunchReading {
  const prompt = promptOf(choice.prompt) ?? task.name;
  const asked = { taskId: task.id, name: task.name, kind: asText(task.raw['kind']) ?? '', prompt };
  const command = launchOf(made.definition, asked);
  return {
    tool: made.definition.toolId,
    launch: { kind: 'command', command },
    findings: [],
    declared: { ...made, prompt },
  };
}

/** A group of fields is given as it is, as JSON. */
function promptOf(prompt: unknown): string | null {
  if (typeof prompt === 'string') return prompt.trim() === '' ? null : prompt;
  return asRecord(prompt) === null ? null : JSON.stringify(prompt, null, 2);
}

function otherTool(task: DraftTask, choice: ToolChoice, router: Router): LaunchReading {
  const tool = choice.tool ?? '';
  const names = [...KNOWN_TOOLS, ...router.tools.keys()];
  const launch: Launch = { kind: 'other', other: { tool, prompt: choice.prompt } };
  const path = `${task.pointer}/tool`;
  const known = KNOWN_TOOLS.some((one) => one === tool);
  const finding = known
    ? blockingFinding('E_TOOL_UNAVAILABLE', {
        path,
        message: `Task \`${task.id}\` uses \`${tool}\`, which this version cannot start yet.`,
        advice: 'Use `script` or `command` for now; the plan can be checked and forecast as it is.',
      })
    : errorFinding('E_UNKNOWN_TOOL', {
        path,
        message: `Task \`${task.id}\` uses \`${tool}\`, which is no known tool.`,
        advice: `Use one of: ${names.join(', ')}.${didYouMean(tool, names)}`,
      });
  return { tool, launch, findings: [finding] };
}

function readScript(task: DraftTask, choice: ToolChoice): LaunchReading {
  const list = field(choice.script, 'attempts');
  const attempts = (list === undefined ? [choice.script] : asList(list)).map(readAttempt);
  const fix = asList(field(choice.script, 'fix')).map(readAttempt);
  const script = { tool: 'script', attempts, ...(fix.length === 0 ? {} : { fix }) } as const;
  const launch: Launch = { kind: 'script', script };
  const findings: Finding[] = [];
  if (asRecord(choice.script) === null)
    findings.push(missingBlock(task, 'script', '{ edits: [{ write: FILE, text: TEXT }] }'));
  // Inside a UET document the block is free-form, so its edits are checked here instead of by the schema.
  else if (choice.pointer !== task.pointer && ![...attempts, ...fix].every((one) => one.edits.length > 0)) {
    findings.push(
      errorFinding('E_SCHEMA', {
        path: `${choice.pointer}/script`,
        message: `The script of task \`${task.id}\` has no edit that can be read.`,
        advice: 'An edit is {write, text}, {append, text}, {replace, find, with}, {delete} or {move, to}.',
      }),
    );
  }
  return { tool: 'script', launch, findings };
}

function missingBlock(task: DraftTask, tool: string, form: string): Finding {
  return errorFinding('E_SCHEMA', {
    path: task.pointer,
    message: `Task \`${task.id}\` uses the tool \`${tool}\` and has no \`${tool}\` block.`,
    advice: `Add \`${tool}: ${form}\`.`,
  });
}

function readAttempt(value: unknown): ScriptAttempt {
  const edits = asList(field(value, 'edits')).flatMap((edit) => readEdit(edit) ?? []);
  return { waitSeconds: asNumber(field(value, 'wait_seconds')) ?? 0, edits };
}

function readEdit(value: unknown): ScriptEdit | null {
  const part = (key: string): string | null => asText(field(value, key));
  const [write, append, replace, remove, from] = ['write', 'append', 'replace', 'delete', 'move'].map(part);
  const [text, find, by, to] = ['text', 'find', 'with', 'to'].map(part);
  if (write != null && text != null) return { write, text };
  if (append != null && text != null) return { append, text };
  if (replace != null && find != null && by != null) return { replace, find, with: by };
  if (remove != null) return { delete: remove };
  return from != null && to != null ? { move: from, to } : null;
}

function readCommand(task: DraftTask, choice: ToolChoice): LaunchReading {
  const block = choice.command;
  const command: CommandLaunch = {
    tool: 'command',
    argv: asTexts(field(block, 'argv')) ?? [],
    shell: asBoolean(field(block, 'shell')) ?? false,
    stdin: asText(field(block, 'stdin')) ?? '',
    successExit: exitCodes(field(field(block, 'success'), 'exit')),
    litter: asTexts(field(block, 'litter')) ?? [],
    env: asTextRecord(field(block, 'env')),
  };
  const findings: Finding[] = [];
  const unread = choice.pointer !== task.pointer && command.argv.length === 0;
  if (asRecord(block) === null || unread) findings.push(missingBlock(task, 'command', '{ argv: [PROGRAM, ARGUMENT] }'));
  else if (command.shell && command.argv.length > 1) {
    findings.push(shellFinding(`${choice.pointer}/command/argv`, `task \`${task.id}\``));
  }
  return { tool: 'command', launch: { kind: 'command', command }, findings };
}

function exitCodes(value: unknown): readonly number[] {
  const codes = asList(value).filter((one): one is number => Number.isInteger(one));
  return codes.length > 0 ? codes : [0];
}
