// The editor's language for a path; plain text when nothing fits.

/** A map and not an object: a file may be called `x.constructor`. */
const BY_EXTENSION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bat: 'bat',
    c: 'cpp',
    cc: 'cpp',
    cjs: 'javascript',
    cmd: 'bat',
    cpp: 'cpp',
    cs: 'csharp',
    css: 'css',
    go: 'go',
    h: 'cpp',
    hpp: 'cpp',
    htm: 'html',
    html: 'html',
    ini: 'ini',
    java: 'java',
    js: 'javascript',
    // JSON reads well as JavaScript, and needs no second worker for it.
    json: 'javascript',
    jsonc: 'javascript',
    jsx: 'javascript',
    md: 'markdown',
    mjs: 'javascript',
    mts: 'typescript',
    php: 'php',
    ps1: 'powershell',
    psm1: 'powershell',
    py: 'python',
    rb: 'ruby',
    rs: 'rust',
    sh: 'shell',
    sql: 'sql',
    svg: 'xml',
    toml: 'ini',
    ts: 'typescript',
    tsx: 'typescript',
    xml: 'xml',
    yaml: 'yaml',
    yml: 'yaml',
  }),
);

export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'dockerfile') return 'dockerfile';
  return BY_EXTENSION.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'plaintext';
}
