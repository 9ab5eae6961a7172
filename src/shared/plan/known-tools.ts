// Tools that Patchbay knows by name.

/** This version can start the first two. */
export const KNOWN_TOOLS = [
  'script',
  'command',
  'claude',
  'codex',
  'aider',
  'opencode',
  'gemini',
  'qwen',
  'copilot',
  'acp',
] as const;
