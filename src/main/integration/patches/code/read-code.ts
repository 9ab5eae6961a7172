// Reads the calls on the added lines of a patch, in the files that hold a word worth the reading.
import { LIMITS } from '../../../../shared/domain/limits.ts';
import type { FileChange } from '../../../../shared/domain/patch.ts';
import type { ObjectReader } from '../../git/object-reader.ts';
import type { ChangedLine } from '../changed-lines.ts';
import type { CodeCall } from './code-call.ts';
import { type CodeLanguage, codeLanguage } from './code-language.ts';
import { knownNames } from './known-names.ts';
import { parseCode } from './parse-code.ts';
import { powershellCalls } from './powershell-calls.ts';
import { scriptCalls } from './script-calls.ts';
import { shellCalls } from './shell-calls.ts';
import { isSuspicious } from './suspicious-words.ts';

export interface CodeOrder {
  readonly reader: ObjectReader;
  readonly files: readonly FileChange[];
  readonly addedLines: readonly ChangedLine[];
  /** What the diff shows of each file, unchanged lines included. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

export interface CodeOfFile {
  readonly language: CodeLanguage;
  readonly calls: readonly CodeCall[];
}

export interface CodeReading {
  readonly calls: ReadonlyMap<string, CodeOfFile>;
  /** What was too much to be read, or too tangled. */
  readonly unread: readonly string[];
}

/** A call may span lines: it counts when any of them was added. */
export async function readCode({ reader, files, addedLines, context }: CodeOrder): Promise<CodeReading> {
  const calls = new Map<string, CodeOfFile>();
  const unread: string[] = [];
  const added = linesByPath(addedLines);
  let left = LIMITS.codeReadBytes;
  const until = performance.now() + LIMITS.codeReadMs;
  for (const file of files) {
    const lines = added.get(file.path);
    if (lines === undefined || !mayBeCode(file)) continue;
    const named = codeLanguage(file.path);
    if (!isSuspicious(named, context.get(file.path) ?? lines.texts)) continue;
    const text = (await reader.read(file.newOid))?.body.toString('utf8') ?? '';
    const language = codeLanguage(file.path, text.slice(0, Math.max(0, text.indexOf('\n'))));
    if (language === null) continue;
    left -= text.length;
    const found = left < 0 ? null : await callsOf({ language, text, until }, lines.numbers);
    if (found === null) unread.push(file.path);
    else if (found.length > 0) calls.set(file.path, { language, calls: found });
  }
  return { calls, unread };
}

/** A name with an ending that is no language's holds no code, unless it is to be run. */
function mayBeCode({ path, newMode }: FileChange): boolean {
  return codeLanguage(path) !== null || newMode === '100755' || !/[^/]\.[^./]+$/.test(path);
}

interface Source {
  readonly language: CodeLanguage;
  readonly text: string;
  readonly until: number;
}

async function callsOf(
  { language, text, until }: Source,
  lines: ReadonlySet<number>,
): Promise<readonly CodeCall[] | null> {
  const tree = await parseCode(language, text, until);
  if (tree === null) return null;
  try {
    const { rootNode } = tree;
    if (language === 'bash') return shellCalls(rootNode, lines);
    if (language === 'powershell') return powershellCalls(rootNode, lines);
    return scriptCalls(rootNode, lines, knownNames(language, text));
  } finally {
    tree.delete();
  }
}

interface Lines {
  readonly numbers: Set<number>;
  readonly texts: string[];
}

function linesByPath(addedLines: readonly ChangedLine[]): ReadonlyMap<string, Lines> {
  const byPath = new Map<string, Lines>();
  for (const { path, line, text } of addedLines) {
    const lines = byPath.get(path) ?? { numbers: new Set(), texts: [] };
    lines.numbers.add(line);
    lines.texts.push(text);
    byPath.set(path, lines);
  }
  return byPath;
}
