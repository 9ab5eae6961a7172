// Finds the policy of `--policy`: a file, or the name of one that Patchbay brings along.
import { existsSync } from 'node:fs';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import { policyLookup, readPolicyFile } from '../../projects/find-policy.ts';
import type { Invocation } from './cli-options.ts';
import { findInput } from './find-input.ts';

/** Its text as the engine reads it. Throws when there is no such policy. */
export function readPolicy(
  call: Pick<Invocation, 'ports' | 'projectDir'>,
  name: string,
): { readonly file: string; readonly text: string } {
  const path = findInput(call, name);
  const places = { root: call.projectDir, appRoot: call.ports.appRoot };
  const found = existsSync(path) ? readPolicyFile(path, name) : policyLookup(places)(name);
  if ('text' in found) return found;
  const message = `The policy ${name} cannot be used. ${found.problem}`;
  const advice = 'Name a file, or one of: global, python_strict, docs_permissive.';
  throw new PatchbayError('E_FILE_UNREADABLE', message, advice, { file: path });
}
