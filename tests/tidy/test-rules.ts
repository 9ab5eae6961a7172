// Rules on tests: none is left out without a reason, and the checklist names tests that exist.
import ts from 'typescript';
import { at, type SourceFile, type Violation, visit } from './source-files.ts';

const TEST = new Set(['test', 'it', 'describe', 'suite']);
const OUT = new Set(['skip', 'todo', 'fails']);

/** `.only` never stays; a test that is left out says why in a comment beside it. `skipIf` says why by its condition. */
export function skippingViolations(file: SourceFile): readonly Violation[] {
  const lines = file.text.split('\n');
  const found: Violation[] = [];
  visit(file, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !isTestName(node.expression)) return;
    const place = at(file, node, `.${node.name.text}`);
    if (node.name.text === 'only') found.push({ ...place, message: 'leaves a .only' });
    const reasoned = [lines[place.line - 1], lines[place.line - 2]].some(
      (line) => line !== undefined && /\/\/ \S+/.test(line),
    );
    if (OUT.has(node.name.text) && !reasoned) found.push({ ...place, message: `.${node.name.text} without a reason` });
  });
  return found;
}

function isTestName(node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) return isTestName(node.expression);
  return ts.isIdentifier(node) && TEST.has(node.text);
}

/** Names of the tests of a file as written, with whether each one is skipped for good. */
export function testsOf(file: SourceFile): ReadonlyMap<string, { readonly skipped: boolean }> {
  const tests = new Map<string, { readonly skipped: boolean }>();
  visit(file, (node) => {
    if (!ts.isCallExpression(node)) return;
    const callee = ts.isCallExpression(node.expression) ? node.expression.expression : node.expression;
    const name = nameOf(node.arguments[0]);
    if (name !== null && isTestCall(callee))
      tests.set(name, { skipped: /\.(skip|todo|fails)\b/.test(callee.getText()) });
  });
  return tests;
}

/** A name made from a template keeps its placeholders, for example `refuses ${name}`. */
function nameOf(node: ts.Expression | undefined): string | null {
  if (node === undefined) return null;
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText().slice(1, -1) : null;
}

function isTestCall(node: ts.Expression): boolean {
  return (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) && isTestName(node);
}
