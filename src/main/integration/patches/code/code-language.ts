// Which language a file of code is in, by its name or its first line.

export type CodeLanguage = 'javascript' | 'typescript' | 'tsx' | 'python' | 'bash' | 'powershell';

const EXTENSIONS: Readonly<Record<string, CodeLanguage>> = {
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  py: 'python',
  pyw: 'python',
  pyi: 'python',
  sh: 'bash',
  bash: 'bash',
  zsh: 'bash',
  ksh: 'bash',
  bats: 'bash',
  envrc: 'bash',
  bashrc: 'bash',
  zshrc: 'bash',
  profile: 'bash',
  ps1: 'powershell',
  psm1: 'powershell',
  psd1: 'powershell',
};

const INTERPRETERS: readonly (readonly [RegExp, CodeLanguage])[] = [
  [/\b(?:node|bun)\b/, 'javascript'],
  [/\b(?:deno|tsx|ts-node)\b/, 'typescript'],
  [/\bpython[\d.]*\b/, 'python'],
  [/\b(?:ba|z|k|da|a)?sh\b/, 'bash'],
  [/\b(?:pwsh|powershell)\b/, 'powershell'],
];

/** `firstLine` counts only where the name says nothing; null for a language that is not read. */
export function codeLanguage(path: string, firstLine = ''): CodeLanguage | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(EXTENSIONS, extension)) return EXTENSIONS[extension] ?? null;
  if (!firstLine.startsWith('#!')) return null;
  return INTERPRETERS.find(([pattern]) => pattern.test(firstLine))?.[1] ?? null;
}
