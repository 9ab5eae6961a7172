// Commands, method calls and settings of PowerShell, from their syntax tree; names are in lower case.
import type { Node } from '@vscode/tree-sitter-wasm';
import type { CodeCall } from './code-call.ts';
import { nodesOnLines } from './nodes-on-lines.ts';

const DYNAMIC = ['variable', 'sub_expression', 'invokation_expression', 'member_access', 'command'];
const MAX_TEXT = 2_000;

export function powershellCalls(root: Node, lines: ReadonlySet<number>): readonly CodeCall[] {
  const types = ['command', 'invokation_expression', 'member_access', 'assignment_expression'];
  return nodesOnLines(root, types, lines).map((node) => {
    const line = node.startPosition.row + 1;
    if (node.type === 'command') return commandOf(node, line);
    if (node.type === 'assignment_expression') {
      const [left] = node.namedChildren;
      const value = node.childForFieldName('value');
      return {
        kind: 'set',
        line,
        name: plain(left?.text ?? ''),
        args: value === null ? [] : [wordOf(value)],
        fedBy: [],
      };
    }
    const name = node.namedChildren.find((one) => one?.type === 'member_name')?.text ?? '';
    const owner = node.namedChildren.find((one) => one?.type === 'type_literal')?.text ?? '';
    const list = node.descendantsOfType(['argument_expression']).filter((one) => one !== null);
    return { kind: 'call', line, name: plain(`${owner}.${name}`), args: list.map(wordOf), fedBy: [] };
  });
}

function commandOf(node: Node, line: number): CodeCall {
  const elements = node.childForFieldName('command_elements')?.namedChildren ?? [];
  const words = elements.filter((one): one is Node => one !== null && one.type !== 'command_argument_sep');
  const before = (node.parent?.namedChildren ?? []).filter((one) => one !== null && one.endIndex <= node.startIndex);
  return {
    kind: 'command',
    line,
    name: plain(node.childForFieldName('command_name')?.text ?? ''),
    args: words.map(wordOf),
    fedBy: before.map((one) => plain(one?.childForFieldName('command_name')?.text ?? one?.text ?? '')),
  };
}

function wordOf(node: Node) {
  const isShort = node.endIndex - node.startIndex <= 2_000;
  const literal = isShort && !DYNAMIC.includes(node.type) && node.descendantsOfType(DYNAMIC).length === 0;
  return { text: node.text.slice(0, MAX_TEXT), literal };
}

/** A backtick before a letter is nothing but a disguise. */
function plain(text: string): string {
  return text
    .replace(/[`\s"']/g, '')
    .toLowerCase()
    .slice(0, 200);
}
