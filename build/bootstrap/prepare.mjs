// All set-up of a checkout: git, dependencies, a Node that is new enough, the built app.
import { buildApp } from './app-build.mjs';
import { installDependencies } from './dependencies.mjs';
import { nodeProgram, requireGit, sayNode } from './tools.mjs';

/** Resolves to the Node that runs everything else. Does nothing that is done already. */
export async function prepare() {
  await requireGit();
  await installDependencies();
  const node = nodeProgram();
  sayNode(node);
  await buildApp(node);
  return node;
}
