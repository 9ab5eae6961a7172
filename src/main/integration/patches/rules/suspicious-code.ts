// Added code that runs what nobody can read beforehand, downloads and runs, or takes a protection away.
import type { CodeCall } from '../code/code-call.ts';
import type { CodeLanguage } from '../code/code-language.ts';
import type { Danger } from '../code/danger.ts';
import { JAVASCRIPT_DANGERS } from '../code/javascript-dangers.ts';
import { POWERSHELL_DANGERS } from '../code/powershell-dangers.ts';
import { PYTHON_DANGERS } from '../code/python-dangers.ts';
import { SHELL_DANGERS } from '../code/shell-dangers.ts';
import { forReview, type Rule } from '../rule.ts';

const DANGERS: Readonly<Record<CodeLanguage, readonly Danger[]>> = {
  javascript: JAVASCRIPT_DANGERS,
  typescript: JAVASCRIPT_DANGERS,
  tsx: JAVASCRIPT_DANGERS,
  python: PYTHON_DANGERS,
  bash: SHELL_DANGERS,
  powershell: POWERSHELL_DANGERS,
};

const MAX_FINDINGS = 20;
const NAME = 'suspicious-code';

export const suspiciousCodeRule: Rule = {
  name: NAME,
  part: 'constraints',
  check({ calls, unreadCode }) {
    const found = [...calls].flatMap(([path, { language, calls: own }]) =>
      dangersOf(language, own).map(([call, danger]) => {
        const what =
          call.kind === 'set' || call.name === '' ? danger.message : `${danger.message}: ${shown(call.name)}`;
        return forReview({ rule: NAME, path, line: call.line }, what, danger.advice);
      }),
    );
    const unread = unreadCode.map((path) =>
      forReview(
        { rule: NAME, path },
        'This code holds suspicious words and is too much, or too tangled, to be read here',
        'Read it, or split the change.',
      ),
    );
    return [...unread, ...found.slice(0, MAX_FINDINGS)];
  },
};

/** One for a line and a row of the table: `eval(eval(x))` is said once. */
function dangersOf(language: CodeLanguage, calls: readonly CodeCall[]): readonly (readonly [CodeCall, Danger])[] {
  const said = new Set<string>();
  return calls.flatMap((call) =>
    DANGERS[language]
      .filter((danger) => danger.found(call) && !said.has(`${call.line} ${danger.message}`))
      .map((danger) => {
        said.add(`${call.line} ${danger.message}`);
        return [call, danger] as const;
      }),
  );
}

function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
