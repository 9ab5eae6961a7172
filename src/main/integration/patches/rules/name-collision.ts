// No two paths of the result are one file where case or Unicode form does not count.
import { finding, type PatchFacts, type Rule, resultPaths } from '../rule.ts';

export const nameCollisionRule: Rule = {
  name: 'name-collision',
  part: 'format',
  check(facts) {
    const seen = new Set<string>();
    return resultPaths(facts).flatMap((path) =>
      collisions(facts, path)
        .filter(([one]) => !seen.has(one) && seen.add(one))
        .map(([one, other]) =>
          finding(
            { rule: 'name-collision', path },
            `${one} and ${other} are the same file on Windows and macOS`,
            'Use the existing spelling, or another name.',
          ),
        ),
    );
  },
};

/** Pairs for the path itself and each folder above it. */
function collisions({ resultNames }: PatchFacts, path: string): readonly (readonly [string, string])[] {
  const parts = path.split('/');
  return parts.flatMap((name, depth) => {
    const folder = parts.slice(0, depth).join('/');
    const prefix = folder === '' ? '' : `${folder}/`;
    return (resultNames.get(folder) ?? [])
      .filter((other) => other !== name && fold(other) === fold(name))
      .map((other) => [prefix + name, prefix + other] as const);
  });
}

/** Upper then lower: `ß` and `SS`, `ſ` and `s` are one on some systems. */
function fold(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
