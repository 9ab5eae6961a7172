// YAML text → document with places; what would cost the parser too much is refused before it is parsed.
import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, type YAMLError } from 'yaml';
import type { Problem } from '../lib/errors.ts';
import { unescapePointer } from '../uet/json-pointer.ts';
import { checkTree } from './check-tree.ts';
import { countLines } from './count-lines.ts';
import { judgeYaml } from './judge-yaml.ts';
import { type ParsedDocument, unreadDocument } from './parsed-document.ts';
import { syntaxProblem } from './syntax-problems.ts';

/** YAML 1.2. Never throws. */
export function parseYaml(text: string): ParsedDocument {
  const refused = judgeYaml(text);
  if (refused !== null) return unreadDocument(refused);
  const lineAt = countLines(text);
  // Names are compared by checkTree: the parser compares each with every other.
  const document = parseDocument(text, { prettyErrors: false, strict: true, logLevel: 'error', uniqueKeys: false });
  const broken = document.errors.map((error) => brokenSyntax(error, text, lineAt));
  const problems = broken.length > 0 ? broken : checkTree(document, lineAt);
  const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: -1 });
  return { value, lineOf: (pointer) => lineAt(offsetOfPointer(document, pointer)), problems };
}

function brokenSyntax(error: YAMLError, text: string, lineAt: (offset: number) => number): Problem {
  const offset = error.pos[0];
  const column = offset - text.lastIndexOf('\n', offset - 1);
  const advice =
    error.code === 'MULTIPLE_DOCS'
      ? 'One file holds one document: remove the `---` line and what follows it.'
      : `Look at column ${column}: a missing quote, comma or bracket, or a wrong indent.`;
  return syntaxProblem(lineAt(offset), error.message.split('\n').join(' ').trim(), advice);
}

/** Walks the syntax tree; of a field it is the line of its name that counts. */
function offsetOfPointer(document: Document, pointer: string): number {
  let node: unknown = document.contents;
  let offset = isRanged(node) ? node.range[0] : 0;
  for (const part of pointer.split('/').slice(1).map(unescapePointer)) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((one) => (isScalar(one.key) ? String(one.key.value) : null) === part);
      if (pair === undefined) break;
      if (isRanged(pair.key)) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (!isRanged(node)) break;
      offset = node.range[0];
    } else break;
  }
  return offset;
}

function isRanged(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && Array.isArray(Reflect.get(node, 'range'));
}
