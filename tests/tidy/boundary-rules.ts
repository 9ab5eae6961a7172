// Rules on what a room may touch beyond its imports: who commits, what an adapter may use, what the renderer may know.
import { importsOf } from './imports-of.ts';
import { at, type SourceFile, type Violation, visit } from './source-files.ts';

/** Only the loop of the engine writes to the ledger. */
export function commitViolations(file: SourceFile): readonly Violation[] {
  if (/^src\/main\/(engine|store)\//.test(file.path)) return [];
  const found: Violation[] = [];
  visit(file, (node) => {
    if (/(^|\.)store\.commit$/.test(node.getText(file.ast))) found.push(at(file, node, 'commits to the ledger'));
  });
  return found;
}

/** An adapter describes a start and judges an end; paths are the only thing of Node that it needs. */
export function adapterViolations(file: SourceFile): readonly Violation[] {
  if (!file.path.startsWith('src/main/execution/adapters/')) return [];
  return importsOf(file)
    .filter(({ specifier, target }) => target === null && specifier !== 'node:path')
    .map(({ specifier, node }) => at(file, node, `imports ${specifier}: an adapter only translates`));
}

/** The screens are made from views; the store's rows and the log's events stay behind the contract. */
export function rendererViolations(file: SourceFile): readonly Violation[] {
  if (!file.path.startsWith('src/renderer/')) return [];
  return importsOf(file)
    .filter(({ target }) => target !== null && /^src\/shared\/(events\/|ports\/store)/.test(target))
    .map(({ target, node }) => at(file, node, `imports ${target ?? ''}: a screen knows views only`));
}
