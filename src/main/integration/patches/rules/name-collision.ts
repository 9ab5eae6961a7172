// No two paths of the result are one file where case or Unicode form does not count.
import { visibleText } from '../../../../shared/lib/visible-text.ts';
import { foldName } from '../fold-name.ts';
import { finding, isNewPath, type PatchFacts, type Rule } from '../rule.ts';

export const nameCollisionRule: Rule = {
  name: 'name-collision',
  part: 'format',
  check(facts) {
    const seen = new Set<string>();
    const folded = foldedNames(facts);
    return facts.files.filter(isNewPath).flatMap(({ path }) =>
      collisions(folded, path)
        .filter(([one]) => !seen.has(one) && seen.add(one))
        .map(([one, other]) =>
          finding(
            { rule: 'name-collision', path },
            `${visibleText(one)} and ${visibleText(other)} are the same file on Windows and macOS`,
            'Use the existing spelling, or another name.',
          ),
        ),
    );
  },
};

/** For each folder: the names that are one there. */
type Folded = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

function foldedNames({ resultNames }: PatchFacts): Folded {
  return new Map([...resultNames].map(([folder, names]) => [folder, Map.groupBy(names, foldName)]));
}

/** Pairs for the path itself and each folder above it. */
function collisions(folded: Folded, path: string): readonly (readonly [string, string])[] {
  const parts = path.split('/');
  return parts.flatMap((name, depth) => {
    const folder = parts.slice(0, depth).join('/');
    const prefix = folder === '' ? '' : `${folder}/`;
    return (folded.get(folder)?.get(foldName(name)) ?? [])
      .filter((other) => other !== name)
      .map((other) => [prefix + name, prefix + other] as const);
  });
}
