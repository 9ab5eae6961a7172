// Finds the file and line that a failure's text speaks of: a stack, a traceback, or `file:line`.

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Longer lines are not looked at: no compiler or runner writes its places that late. */
const MAX_LINE = 2_000;
const MAX_LINES = 400;

/** `File "x.py", line 3`. */
const PYTHON = /File "([^"]+)", line (\d{1,7})/;
/** `src/a.ts(3,5)`. */
const PARENTHESES = /^\s*((?:[A-Za-z]:)?[^\s():]+)\((\d{1,7})(?:,\d{1,7})?\)/;
/** `x.ts:3:5`, `file:///x.ts:3`, `(C:\x.ts:3:5)`. The file has an ending, which keeps times and addresses out. */
const COLON = /(?:^|[\s("'`[])((?:file:\/\/)?(?:[A-Za-z]:)?[^\s("'`:[\]]+\.[A-Za-z]\w{0,9}):(\d{1,7})(?::\d{1,7})?/;
/** `at file.cs:line 3` and Pester's `at line: 3 in C:\x.ps1`. */
const DOTNET = /((?:[A-Za-z]:)?[^\s("':]+\.\w{1,10}):\s?line (\d{1,7})/;
const FOREIGN = /node_modules|^node:|[\\/](?:site-packages|dist-packages)[\\/]|[\\/]lib[\\/]python\d/;

/** The first place that is not of a runtime or a library; `wanted` limits it to one file. Null when there is none. */
export function placeInText(text: string, wanted: string | null = null): Place | null {
  const lines = text.slice(0, MAX_LINE * 50).split('\n', MAX_LINES);
  for (const line of lines) {
    if (line.length > MAX_LINE) continue;
    const found = placeInLine(line);
    if (found !== null && (wanted === null || isSameFile(found.file, wanted))) return found;
  }
  return null;
}

export function placeInLine(line: string): Place | null {
  for (const pattern of [PYTHON, DOTNET, PARENTHESES, COLON]) {
    const match = pattern.exec(line);
    const [, file = '', number = ''] = match ?? [];
    if (match !== null && !FOREIGN.test(file)) return { file, line: Number(number) };
  }
  return null;
}

/** One may be written as a URL, or only from the root of the repository on. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => path.replace(/^file:\/\//, '').replaceAll('\\', '/'));
  if (one === undefined || other === undefined) return false;
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}
