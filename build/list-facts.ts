// Prints the table of names for docs/acceptance.md; a test compares the page with it.
import { ACCEPTANCE_FACTS } from '../src/shared/plan/acceptance-facts.ts';

export function listFacts(): string {
  const rows = Object.entries(ACCEPTANCE_FACTS).map(([name, { type, means }]) => {
    const kind = type === 'number' ? 'number' : type === 'flag' ? 'yes or no' : 'word';
    return `| \`${name}\` | ${kind} | ${means} |`;
  });
  return ['| name | is a | means |', '|---|---|---|', ...rows].join('\n');
}

if (import.meta.main) console.log(listFacts());
