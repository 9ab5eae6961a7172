// Rules on one file at a time: header, size, name, exports, marks, purity and SQL.
import { posix } from 'node:path';
import ts from 'typescript';
import { at, type SourceFile, type Violation, visit } from './source-files.ts';

const MAX_LINES = 400;

/** Names that say nothing about what a file is for (house-style.md). */
const EMPTY_NAMES =
  /^(utils?|helpers?|common|misc|managers?|types|index|base|data|info)$|-(utils?|helpers|misc|manager)$/;

export function headerViolations(file: SourceFile): readonly Violation[] {
  const lines = file.text.split('\n');
  const first = (lines[0]?.startsWith('#!') ? lines[1] : lines[0]) ?? '';
  return /^\/\/ \S+ \S+.*[.!?]$/.test(first)
    ? []
    : [{ path: file.path, line: 1, message: 'does not begin with a `// sentence.`' }];
}

export function sizeViolations(file: SourceFile): readonly Violation[] {
  const lines = file.text.split('\n').length - 1;
  return lines <= MAX_LINES
    ? []
    : [{ path: file.path, line: MAX_LINES, message: `has ${lines} lines, more than ${MAX_LINES}` }];
}

export function nameViolations(path: string): readonly Violation[] {
  const name = posix.basename(path).replace(/\..*$/, '');
  if (EMPTY_NAMES.test(name)) return [{ path, line: 1, message: `the name ${name} says nothing` }];
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? [] : [{ path, line: 1, message: 'is not named in kebab-case' }];
}

/** No default exports, and no file that only passes on what another exports. */
export function exportViolations(file: SourceFile): readonly Violation[] {
  return file.ast.statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return [at(file, statement, 'has a default export')];
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier)
      return [at(file, statement, 'passes on an export')];
    const marks = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
    const isDefault = marks?.some((mark) => mark.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
    return isDefault ? [at(file, statement, 'has a default export')] : [];
  });
}

export function markViolations(file: SourceFile): readonly Violation[] {
  return file.text.split('\n').flatMap((text, index) => {
    const mark = /(?:\/\/|\*)\s.*\b(TODO|FIXME|XXX|HACK)\b/.exec(text)?.[1];
    return mark === undefined ? [] : [{ path: file.path, line: index + 1, message: `leaves a ${mark}` }];
  });
}

const IMPURE = new Set(['process', 'crypto', 'performance', 'console', 'globalThis', 'window', 'document']);
const CALLS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Date', 'fetch']);

/** `src/shared` reads no clock, no randomness and nothing of the machine: those are ports. */
export function purityViolations(file: SourceFile): readonly Violation[] {
  const own = declaredNames(file);
  const found: Violation[] = [];
  visit(file, (node) => {
    const name = impurity(node, own);
    if (name !== null) found.push(at(file, node, `uses ${name} in src/shared`));
  });
  return found;
}

/** A file's own `document` is not the browser's. */
function declaredNames(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  visit(file, (node) => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) names.add(node.name.text);
  });
  return names;
}

function impurity(node: ts.Node, own: ReadonlySet<string>): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    const text = node.getText();
    const name = node.expression.text;
    return text === 'Date.now' || text === 'Math.random' || (IMPURE.has(name) && !own.has(name)) ? text : null;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const name = node.expression.text;
    if (CALLS.has(name) && !own.has(name)) return `${name}()`;
  }
  return null;
}

const SQL =
  /\b(SELECT\b[\s\S]*\bFROM|INSERT (OR \w+ )?INTO|UPDATE \S+\s+SET|DELETE FROM|(CREATE|DROP|ALTER) (TABLE|INDEX|TRIGGER|VIEW)|PRAGMA \w+|BEGIN (IMMEDIATE|EXCLUSIVE)|VACUUM)\b/;

/** Only the store knows SQL. */
export function sqlViolations(file: SourceFile): readonly Violation[] {
  const found: Violation[] = [];
  visit(file, (node) => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isText && SQL.test(node.getText())) found.push(at(file, node, 'holds SQL outside of the store'));
  });
  return found;
}
