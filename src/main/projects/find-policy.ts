// Finds the policies that plans name: those Patchbay brings along, and files of the project.
import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { LIMITS } from '../../shared/domain/limits.ts';
import { didYouMean } from '../../shared/lib/nearest-word.ts';
import { BUILT_IN_POLICIES, type PolicyFile, type PolicyLookup } from '../../shared/plan/policy-file.ts';
import { readDocument } from './read-document.ts';

export interface PolicyPlaces {
  /** Root of the project's repository. */
  readonly root: string;
  /** Folder of this installation, which holds `resources`. */
  readonly appRoot: string;
}

/** A name without an ending is one of Patchbay's own; anything else is a path from the root of the project. */
export function policyLookup({ root, appRoot }: PolicyPlaces): PolicyLookup {
  return (name) => {
    if (BUILT_IN_POLICIES.some((one) => one === name)) {
      const file = `resources/policies/${name}.json`;
      return readPolicyFile(join(appRoot, file), file);
    }
    if (!/\.(?:json|ya?ml)$/i.test(name)) {
      const problem = `It is no policy of Patchbay, and no .json or .yaml file.${didYouMean(name, BUILT_IN_POLICIES)}`;
      return { file: name, problem };
    }
    if (!isBelow(root, name)) {
      return { file: name, problem: 'It does not lie in the project.' };
    }
    return readPolicyFile(join(root, name), name);
  };
}

/** `shown` is the file's name in messages. */
export function readPolicyFile(path: string, shown: string): PolicyFile {
  if (!existsSync(path)) return { file: shown, problem: 'There is no such file.' };
  const read = readDocument(path);
  if ('problem' in read) return { file: shown, problem: `${read.problem.message}. ${read.problem.advice}` };
  if (read.text.length <= LIMITS.policyFileCharacters) return { file: shown, text: read.text };
  return { file: shown, problem: `It has ${read.text.length} characters; ${LIMITS.policyFileCharacters} are allowed.` };
}

/** Whether a name leads to a place inside of `root`. Links are followed, so that none leads out; what does not exist is judged by its name. */
export function isBelow(root: string, name: string): boolean {
  if (isAbsolute(name)) return false;
  const inside = relative(real(root), real(join(root, name)));
  return inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
