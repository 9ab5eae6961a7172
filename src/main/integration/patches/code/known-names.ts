// Under which names a file knows the modules and functions that run other programs.
import type { CodeLanguage } from './code-language.ts';

/** What a name of the file stands for: `cp` for `child_process`, `run` for `subprocess.run`. */
export type KnownNames = ReadonlyMap<string, string>;

const PYTHON_MODULES = 'os|subprocess|pickle|marshal|dill|yaml|ssl|importlib|builtins|commands|pty';

/** By the text of the file: imports stand on lines of their own, and a name that is taken wrongly costs a look at most. */
export function knownNames(language: CodeLanguage, text: string): KnownNames {
  const names = new Map<string, string>();
  if (language === 'python') readPython(text, names);
  else readJavaScript(text, names);
  return names;
}

function readJavaScript(text: string, names: Map<string, string>): void {
  const module = String.raw`['"\x60](?:node:)?(child_process|vm|module)['"\x60]`;
  const whole = new RegExp(
    String.raw`(?:import\s+(?:\*\s+as\s+)?|(?:const|let|var)\s+)([\w$]+)\s*(?:from\s*|=\s*(?:await\s+)?(?:require|import)\(\s*)${module}`,
    'g',
  );
  for (const [, name = '', from = ''] of text.matchAll(whole)) names.set(name, from);
  const parts = new RegExp(
    String.raw`(?:import|const|let|var)\s*\{([^}]{0,2000})\}\s*(?:from\s*|=\s*(?:await\s+)?(?:require|import)\(\s*)${module}`,
    'g',
  );
  for (const [, list = '', from = ''] of text.matchAll(parts)) {
    for (const [, original = '', local] of list.matchAll(/([\w$]+)(?:\s*(?:\bas\b|:)\s*([\w$]+))?/g)) {
      names.set(local ?? original, `${from}.${original}`);
    }
  }
  for (const [, name = '', of = ''] of text.matchAll(
    /\b([\w$]{1,100})\s*=\s*(?:util\.)?promisify\(\s*([\w$.]+)\s*\)/g,
  )) {
    names.set(name, resolveName(of, names));
  }
}

function readPython(text: string, names: Map<string, string>): void {
  const whole = new RegExp(String.raw`^[ \t]*import\s+(${PYTHON_MODULES})\s+as\s+(\w+)`, 'gm');
  for (const [, from = '', name = ''] of text.matchAll(whole)) names.set(name, from);
  const parts = new RegExp(String.raw`^[ \t]*from\s+(${PYTHON_MODULES})\s+import\s+\(?([^)\n#]*)`, 'gm');
  for (const [, from = '', list = ''] of text.matchAll(parts)) {
    for (const [, original = '', local] of list.matchAll(/(\w+)(?:\s+as\s+(\w+))?/g)) {
      names.set(local ?? original, `${from}.${original}`);
    }
  }
}

/** The name as the module it comes from knows it. */
export function resolveName(name: string, names: KnownNames): string {
  const [first = '', ...rest] = name.split('.');
  return [names.get(first) ?? first, ...rest].join('.');
}
