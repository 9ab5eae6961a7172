// The icon of a tool, by its name; an unknown tool looks like any command.
import { Bot, type LucideIcon, ScrollText, SquareTerminal } from 'lucide-react';

const ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ['script', ScrollText],
  ['command', SquareTerminal],
]);

/** Names of tools that talk to a model. */
const MODEL_TOOLS = /claude|codex|aider|gemini|copilot|opencode/i;

export function ToolIcon({ tool, size = 14 }: { readonly tool: string; readonly size?: number }) {
  const Icon = ICONS.get(tool) ?? (MODEL_TOOLS.test(tool) ? Bot : SquareTerminal);
  return <Icon size={size} aria-hidden />;
}
