// Combines a policy with what stands above it, and says what would be looser, with both values and both places.
import {
  combinePolicies,
  type Loosening,
  loosenings,
  type PatchPolicy,
  POLICY_FIELDS,
  type PolicyPlace,
} from '../domain/patch-policy.ts';
import { errorFinding, type Finding } from './finding.ts';

/** What would loosen is reported and has no effect. `pathOf` turns the place of a limit into one in the plan's file. */
export function tightenPolicy(
  above: PatchPolicy,
  own: PatchPolicy,
  pathOf: (place: PolicyPlace) => string,
): { readonly policy: PatchPolicy; readonly findings: readonly Finding[] } {
  const findings = loosenings(above, own).map((one) => loosened(one, pathOf));
  return { policy: combinePolicies(above, own), findings };
}

function loosened({ field, own, above }: Loosening, pathOf: (place: PolicyPlace) => string): Finding {
  const [place] = own.from;
  const path = place === undefined ? '' : pathOf(place);
  const who = place === undefined ? 'A level' : inFull(place, path === place.path);
  const setters = above.flatMap((entry) => entry.from);
  const setBy = setters[0] === undefined ? 'what stands above it' : inFull(setters[0], false);
  const allowed = above.map((entry) => `\`${entry.value}\``).join(', ');
  const isList = POLICY_FIELDS[field] === 'common' || POLICY_FIELDS[field] === 'gravest';
  return errorFinding('E_LOOSENED', {
    path,
    message: isList
      ? `\`${field}\` of ${who} names \`${own.value}\`, but ${setBy} allows only ${allowed || 'none'}.`
      : `\`${field}\` of ${who} is ${own.value}, but ${setBy} allows only ${above[0]?.value}.`,
    advice: `${adviceFor(field, above[0]?.value)}, or change it in ${setters[0]?.owner ?? 'the level above'}: a level may only tighten.`,
  });
}

/** With file, line and path, unless the finding itself stands there. */
function inFull({ owner, file, line, path }: PolicyPlace, isHere: boolean): string {
  if (isHere || file === '') return owner;
  return `${owner} (${file}${line > 0 ? `:${line}` : ''}${path === '' ? '' : `, ${path}`})`;
}

function adviceFor(field: Loosening['field'], value: unknown): string {
  switch (POLICY_FIELDS[field]) {
    case 'least':
      return `Write ${value} or less`;
    case 'most':
      return `Write ${value} or more`;
    case 'any':
      return 'Write true, or leave it out';
    case 'gravest':
      return 'Write the graver one, or leave the rule out';
    case 'common':
    case 'union':
      return 'Take it out of the list';
  }
}
