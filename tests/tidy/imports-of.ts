// What a file imports: specifier, target and place, whether for types or values, static or dynamic.
import { posix } from 'node:path';
import ts from 'typescript';
import { type SourceFile, visit } from './source-files.ts';

export interface Import {
  readonly specifier: string;
  /** Path from the repository's root for a relative import, without a Vite query; null for a package. */
  readonly target: string | null;
  readonly node: ts.Node;
}

export function importsOf(file: SourceFile): readonly Import[] {
  const imports: Import[] = [];
  visit(file, (node) => {
    const literal = specifierOf(node);
    if (literal !== null) imports.push({ specifier: literal.text, target: targetOf(file.path, literal.text), node });
  });
  return imports;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return node.moduleSpecifier !== undefined && ts.isStringLiteralLike(node.moduleSpecifier)
      ? node.moduleSpecifier
      : null;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return ts.isStringLiteralLike(node.argument.literal) ? node.argument.literal : null;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument !== undefined && ts.isStringLiteralLike(argument) ? argument : null;
  }
  return null;
}

function targetOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
}
