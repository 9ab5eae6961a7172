// Words of prose documents and of the old kernel → words of UET v1. A word of v1 stays, so that a second pass changes nothing.

export type WordTable = Readonly<Record<string, string>>;

export const COMPLEXITY: WordTable = { low: 'simple', medium: 'moderate', high: 'complex' };

export const PRIORITY: WordTable = { urgent: 'critical' };

/** Kinds of the old kernel; `background` stands apart, for it also says when the task runs. */
export const KINDS: WordTable = {
  design: 'planning',
  impl: 'code_edit',
  test: 'code_edit',
  docs: 'documentation',
  infra: 'code_edit',
  background: 'other',
  spike: 'analysis',
  HUMAN_REVIEW: 'human_review',
};

export const ON_TASK_FAILURE: WordTable = {
  fail_workstream: 'fail_fast',
  skip_task: 'continue',
  route_error_phase: 'escalate',
};

/** Other spellings of the tools a plan can name. */
export const TOOLS: WordTable = {
  'claude-code': 'claude',
  claude_code: 'claude',
  'claude-cli': 'claude',
  'codex-cli': 'codex',
  codex_cli: 'codex',
  'aider-cli': 'aider',
  'gemini-cli': 'gemini',
  'copilot-cli': 'copilot',
  'github-copilot': 'copilot',
  'qwen-code': 'qwen',
};

/** The word's counterpart, or null where it has none and stays. */
export function wordFor(table: WordTable, word: unknown): string | null {
  return typeof word === 'string' && Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}

/** How a tool is started: fields of a task here, of its `execution_request_template` in UET v1. */
export const LAUNCH_FIELDS = ['tool', 'script', 'command', 'prompt'] as const;
