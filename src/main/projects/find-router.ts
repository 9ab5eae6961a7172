// Finds the router of a project: the file that patchbay.yaml names, one at a usual place, and Patchbay's own.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RouterFiles } from '../../shared/plan/open-router.ts';
import { isBelow, type PolicyPlaces, readPolicyFile } from './find-policy.ts';

/** Where `init --uet` writes it, and the name that older projects use; the first that is there counts. */
export const ROUTER_FILES = ['config/router.config.yaml', 'config/router_config.json', 'config/router_config.yaml'];

/** `named` is the word of patchbay.yaml; null where it has none. Never throws. */
export function findRouter({ root, appRoot }: PolicyPlaces, named: string | null): RouterFiles {
  const shipped = 'resources/router_config.json';
  return { own: ownRouter(root, named), shipped: readPolicyFile(join(appRoot, shipped), shipped) };
}

function ownRouter(root: string, named: string | null): RouterFiles['own'] {
  if (named === null) {
    const usual = ROUTER_FILES.find((file) => existsSync(join(root, file)));
    return usual === undefined ? null : readPolicyFile(join(root, usual), usual);
  }
  if (!isBelow(root, named)) return { file: named, problem: 'It does not lie in the project.' };
  return readPolicyFile(join(root, named), named);
}
