// Calls, creations and settings of JavaScript, TypeScript and Python, from their syntax tree.
import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallArgument, CallKind, CodeCall } from './code-call.ts';
import { type KnownNames, resolveName } from './known-names.ts';
import { nodesOnLines } from './nodes-on-lines.ts';

const KINDS: Readonly<Record<string, CallKind>> = {
  call_expression: 'call',
  call: 'call',
  new_expression: 'create',
  assignment_expression: 'set',
  assignment: 'set',
  pair: 'set',
  keyword_argument: 'set',
};

/** What holds one of these may be another thing at every run. */
const DYNAMIC = [
  'identifier',
  'member_expression',
  'attribute',
  'subscript',
  'subscript_expression',
  'call',
  'call_expression',
  'new_expression',
  'template_substitution',
  'interpolation',
  'shorthand_property_identifier',
  'this',
];

const MAX_NAME = 200;
const MAX_TEXT = 2_000;

export function scriptCalls(root: Node, lines: ReadonlySet<number>, names: KnownNames): readonly CodeCall[] {
  return nodesOnLines(root, Object.keys(KINDS), lines).map((node) => {
    const kind = KINDS[node.type] ?? 'call';
    const called = node.childForFieldName(kind === 'create' ? 'constructor' : 'function');
    const named = kind === 'set' ? keyOf(node) : called;
    const given = kind === 'set' ? valuesOf(node) : argumentsOf(node.childForFieldName('arguments'));
    return {
      kind,
      line: node.startPosition.row + 1,
      name: resolveName(plainName((named?.text ?? '').slice(-MAX_NAME)), names).slice(0, MAX_NAME),
      args: given.map(argumentOf),
      fedBy: [],
    };
  });
}

function keyOf(node: Node): Node | null {
  return node.childForFieldName('left') ?? node.childForFieldName('key') ?? node.childForFieldName('name');
}

function valuesOf(node: Node): readonly Node[] {
  const value = node.childForFieldName('right') ?? node.childForFieldName('value');
  return value === null ? [] : [value];
}

function argumentsOf(list: Node | null): readonly Node[] {
  if (list === null) return [];
  if (list.type === 'template_string') return [list];
  return list.namedChildren.filter((one): one is Node => one !== null && one.type !== 'comment');
}

/** `window["eval"]`, `globalThis.eval` and `(0, eval)` are all `eval`. */
function plainName(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/\?\./g, '.')
    .replace(/\[["'`]([\w$]+)["'`]\]/g, '.$1')
    .replace(/^\((?:[\w.]+,)*([\w$.]+)\)$/, '$1')
    .replace(/^(?:globalThis|window|global|self|builtins|__builtins__)\./, '')
    .replace(/^require\(["'`](?:node:)?(\w+)["'`]\)/, '$1')
    .replace(/^["'`]|["'`]$/g, '');
}

function argumentOf(node: Node): CallArgument {
  // What is longer is not looked through: calls may be nested thousands deep.
  const isShort = node.endIndex - node.startIndex <= MAX_TEXT;
  const literal = isShort && !DYNAMIC.includes(node.type) && node.descendantsOfType(DYNAMIC).length === 0;
  return { text: node.text.slice(0, MAX_TEXT), literal };
}
