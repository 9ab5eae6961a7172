// Answers the questions of the ecosystems from the facts; what nobody asks for is never looked at twice.

import { NOTABLE } from './ecosystems/registry.ts';
import { baseName, type RepositoryFacts, type RepositoryView } from './evidence.ts';
import { isAside, isVendored } from './file-weight.ts';

export function repositoryView(facts: RepositoryFacts): RepositoryView {
  const notable = facts.paths.filter((path) => NOTABLE.test(baseName(path)) && !isVendored(path) && !isAside(path));
  const all = new Set(notable);
  return {
    windows: facts.windows,
    has: (path) => all.has(path),
    text: (path) => facts.texts.get(path) ?? null,
    named: (pattern) => notable.filter((path) => pattern.test(baseName(path))),
    texts: (pattern) => [...facts.texts].filter(([path]) => pattern.test(path) && !isAside(path)),
  };
}
