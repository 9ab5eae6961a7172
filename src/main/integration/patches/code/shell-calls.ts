// Commands and settings of shell scripts, with what is piped or substituted into them, from their syntax tree.
import type { Node } from '@vscode/tree-sitter-wasm';
import type { CodeCall } from './code-call.ts';
import { nodesOnLines } from './nodes-on-lines.ts';

const DYNAMIC = ['simple_expansion', 'expansion', 'command_substitution', 'process_substitution'];
/** These run the command that follows them. */
const PREFIXES = new Set(['sudo', 'doas', 'env', 'command', 'builtin', 'exec', 'nohup', 'time', 'xargs', 'nice']);

export function shellCalls(root: Node, lines: ReadonlySet<number>): readonly CodeCall[] {
  const commands = nodesOnLines(root, ['command', 'variable_assignment', 'file_redirect'], lines);
  return commands.map((node) => {
    if (node.type === 'command') return commandOf(node);
    const isRedirect = node.type === 'file_redirect';
    const name = isRedirect ? 'redirect' : (node.childForFieldName('name')?.text ?? '');
    const value = node.childForFieldName(isRedirect ? 'destination' : 'value');
    return setting(node, name, value);
  });
}

function setting(node: Node, name: string, value: Node | null): CodeCall {
  const args = value === null ? [] : [wordOf(value)];
  return { kind: 'set', line: node.startPosition.row + 1, name, args, fedBy: [] };
}

function commandOf(node: Node): CodeCall {
  const words = node.namedChildren.filter(
    (one): one is Node =>
      one !== null &&
      (one.type === 'command_name' || node.childrenForFieldName('argument').some((arg) => arg?.id === one.id)),
  );
  let first = 0;
  while (first < words.length - 1 && PREFIXES.has(bare(words[first]?.text ?? ''))) {
    first += 1;
    // Options of the prefix and the variables of `env`.
    while (first < words.length - 1 && /^-|^\w+=/.test(words[first]?.text ?? '')) first += 1;
  }
  const inner = node.descendantsOfType(['command']).filter((one): one is Node => one !== null && one.id !== node.id);
  return {
    kind: 'command',
    line: node.startPosition.row + 1,
    name: bare(words[first]?.text ?? ''),
    args: words.slice(first + 1).map(wordOf),
    fedBy: [...piped(node), ...inner].map((one) => bare(one.childForFieldName('name')?.text ?? '')),
  };
}

function wordOf(node: Node) {
  const isShort = node.endIndex - node.startIndex <= 2_000;
  const literal = isShort && !DYNAMIC.includes(node.type) && node.descendantsOfType(DYNAMIC).length === 0;
  return { text: node.text.replace(/^(['"])(.*)\1$/s, '$2').slice(0, 2_000), literal };
}

/** The commands to the left in the same pipeline, however they are grouped. */
function piped(node: Node): readonly Node[] {
  let [inside, pipeline]: [Node, Node | null] = [node, node.parent];
  while (pipeline !== null && pipeline.type !== 'pipeline') {
    if (!['redirected_statement', 'subshell', 'compound_statement', 'negated_command'].includes(pipeline.type))
      return [];
    [inside, pipeline] = [pipeline, pipeline.parent];
  }
  const before = (pipeline?.namedChildren ?? []).filter((one) => one !== null && one.endIndex <= inside.startIndex);
  return before
    .flatMap((one) => (one?.type === 'command' ? [one] : (one?.descendantsOfType(['command']) ?? [])))
    .filter((one) => one !== null);
}

/** Quotes and backslashes inside a name change nothing but its look; so does the folder it is called from. */
function bare(text: string): string {
  return (
    text
      .replace(/["'\\]/g, '')
      .split('/')
      .at(-1) ?? ''
  ).slice(0, 200);
}
