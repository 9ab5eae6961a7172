// A patch stays inside the scope its task declared: written, created and forbidden paths.
import type { FileChange, Finding } from '../../../../shared/domain/patch.ts';
import { matchAny } from '../../../../shared/lib/glob.ts';
import type { Scope } from '../../../../shared/plan/plan.ts';
import { finding, type PatchFacts, type Rule, touchedPaths } from '../rule.ts';

export const scopeRule: Rule = { name: 'scope', part: 'scope', check };

function check(facts: PatchFacts): readonly Finding[] {
  // Another spelling of a forbidden name is the same file on Windows and macOS.
  const forbidden = matchAny(facts.scope.forbidden, 'ignore');
  const refused = touchedPaths(facts)
    .filter((path) => forbidden(path))
    .map((path) => finding({ rule: 'scope', path }, `${path} is forbidden by the task's scope`, ADVICE));
  return [...refused, ...outside(facts.files, facts.scope)];
}

const ADVICE = 'Leave this file as it is, or change the scope of the task in the plan.';

/** A created file needs `create` or `write`, everything else `write`; two empty lists mean anywhere. */
function outside(files: readonly FileChange[], scope: Scope): readonly Finding[] {
  if (scope.write.length === 0 && scope.create.length === 0) return [];
  const mayWrite = matchAny(scope.write);
  const mayCreate = matchAny([...scope.write, ...scope.create]);
  return files.flatMap((file) => {
    const created = file.change === 'added' || file.change === 'renamed' || file.change === 'copied';
    const faults: Finding[] = [];
    if (file.change === 'renamed' && file.oldPath !== null && !mayWrite(file.oldPath)) {
      faults.push(
        finding({ rule: 'scope', path: file.oldPath }, `${file.oldPath} was moved away outside the scope`, ADVICE),
      );
    }
    if (created ? !mayCreate(file.path) : !mayWrite(file.path)) {
      const what = created ? 'created' : file.change === 'deleted' ? 'deleted' : 'changed';
      faults.push(finding({ rule: 'scope', path: file.path }, `${file.path} was ${what} outside the scope`, ADVICE));
    }
    return faults;
  });
}
