// Text → document with places: JSON or YAML is parsed once, and any JSON pointer into it can be turned into a line.
import { LIMITS } from '../domain/limits.ts';
import type { Problem } from '../lib/errors.ts';
import type { Fault } from '../uet/schema-faults.ts';
import { countLines } from './count-lines.ts';
import { looksLikeJson, parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import { type ParsedDocument, unreadDocument } from './parsed-document.ts';
import { capProblems, syntaxProblem } from './syntax-problems.ts';

/** Reads YAML 1.2 and JSON. Never throws: what cannot be read is listed with its line. */
export function parsePlan(text: string): ParsedDocument {
  const isJson = looksLikeJson(text);
  const limit = isJson ? LIMITS.jsonFileBytes : LIMITS.planFileBytes;
  if (text.length > limit) return unreadDocument(tooLarge(text.length, limit));
  const control = CONTROL.exec(text);
  if (control !== null) return unreadDocument(controlCharacter(text, control));
  try {
    const parsed = (isJson ? parseJson(text) : null) ?? parseYaml(text);
    return { ...parsed, problems: capProblems(parsed.problems) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return unreadDocument(syntaxProblem(1, `The file cannot be read: ${reason}.`, 'Simplify it.'));
  }
}

/** Gives faults their lines and puts them in the order of the file. */
export function placeFaults(parsed: ParsedDocument, faults: readonly Fault[]): readonly Problem[] {
  const placed = faults.map((fault) => ({ ...fault, line: parsed.lineOf(fault.path) }));
  return capProblems(placed.sort((a, b) => a.line - b.line));
}

/** What neither YAML nor JSON may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

function controlCharacter(text: string, { 0: char, index }: RegExpExecArray): Problem {
  const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const line = countLines(text)(index);
  return syntaxProblem(line, `The character U+${code} is no text.`, 'Remove it, or save the file as UTF-8 text.');
}

function tooLarge(length: number, limit: number): Problem {
  return {
    code: 'E_SCHEMA',
    severity: 'error',
    path: '',
    line: 0,
    message: `The file has ${length} characters; a document in this notation may have ${limit}.`,
    advice: limit < LIMITS.jsonFileBytes ? 'Write it as JSON, or split it.' : 'Split it into several documents.',
  };
}
