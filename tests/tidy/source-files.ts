// The files that the tidy test looks at, read once and parsed once.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** Relative to the repository's root, `/` as separator. */
  readonly path: string;
  readonly text: string;
  readonly ast: ts.SourceFile;
}

/** A rule broken at a place. */
export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

const SCRIPT = /\.(ts|tsx|mts|mjs|js)$/;

/** Every file below `dir`, sorted; what was built, fetched or begins with a dot is left out. */
export function filesBelow(dir: string): readonly string[] {
  const found = readdirSync(join(ROOT, dir), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return found.filter((path) => !/(^|\/)(\.|node_modules\/|out\/)/.test(path)).sort();
}

/** Files written by hand. What a program writes is named `*.generated.*`; a `.d.ts` holds no code and stands in no room. */
export function sourceFiles(...dirs: readonly string[]): readonly SourceFile[] {
  const paths = dirs.flatMap(filesBelow).filter((path) => SCRIPT.test(path) && !/\.generated\.|\.d\.ts$/.test(path));
  return paths.map((path) => parse(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** Also used with planted text, to show that each rule can fail. */
export function parse(path: string, text: string): SourceFile {
  return { path, text, ast: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

export function visit(file: SourceFile, look: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    look(node);
    ts.forEachChild(node, walk);
  };
  walk(file.ast);
}

export function at(file: SourceFile, node: ts.Node, message: string): Violation {
  const line = file.ast.getLineAndCharacterOfPosition(node.getStart(file.ast)).line + 1;
  return { path: file.path, line, message };
}

/** One line a violation, so that a failing test reads like a list of things to do. */
export function list(violations: readonly Violation[]): string {
  return violations.map(({ path, line, message }) => `${path}:${line} ${message}`).join('\n');
}
