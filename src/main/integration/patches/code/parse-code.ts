// Syntax trees of code, by the grammars that VS Code ships as WebAssembly; each is loaded when it is first wanted.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Parser, Tree } from '@vscode/tree-sitter-wasm';
import type { CodeLanguage } from './code-language.ts';

const parsers = new Map<CodeLanguage, Promise<Parser>>();
let runtime: Promise<typeof import('@vscode/tree-sitter-wasm')> | null = null;

/** Ten times what ordinary code needs: a grammar that looks for sense in nonsense takes minutes. */
const STEPS_PER_CHARACTER = 0.1;
const STEPS = 200;

/** The caller deletes the tree. Null where the grammar gave up, or was still at it at `until` (`performance.now()`). */
export async function parseCode(language: CodeLanguage, text: string, until: number): Promise<Tree | null> {
  let parser = parsers.get(language);
  if (parser === undefined) {
    parser = openParser(language);
    parsers.set(language, parser);
  }
  let steps = STEPS + text.length * STEPS_PER_CHARACTER;
  const progressCallback = () => (steps -= 1) < 0 || performance.now() > until;
  const ready = await parser;
  const tree = ready.parse(text, null, { progressCallback });
  // Else it would go on with this text when the next one comes.
  if (tree === null) ready.reset();
  return tree;
}

async function openParser(language: CodeLanguage): Promise<Parser> {
  runtime ??= openRuntime();
  const { Language, Parser } = await runtime;
  const parser = new Parser();
  return parser.setLanguage(await Language.load(join(folder(), `tree-sitter-${language}.wasm`)));
}

async function openRuntime() {
  // The package is CommonJS whose names Node cannot see beforehand.
  const { default: loaded } = await import('@vscode/tree-sitter-wasm');
  await loaded.Parser.init({ locateFile: (file: string) => join(folder(), file) });
  return loaded;
}

function folder(): string {
  return dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));
}
