// Which language a file is in, and what sort of work that language speaks for: one table.

/** What a file of the language speaks for; `markup` and `config` accompany every kind of work. */
export type LanguageSort = 'code' | 'shell' | 'prose' | 'data' | 'notebook' | 'infrastructure' | 'markup' | 'config';

export interface Language {
  readonly name: string;
  readonly sort: LanguageSort;
}

const ROWS: readonly (readonly [string, LanguageSort, string])[] = [
  ['Python', 'code', 'py pyi pyw'],
  ['JavaScript', 'code', 'js mjs cjs jsx'],
  ['TypeScript', 'code', 'ts mts cts tsx'],
  ['Vue', 'code', 'vue'],
  ['Svelte', 'code', 'svelte'],
  ['PowerShell', 'code', 'ps1 psm1 psd1'],
  ['Go', 'code', 'go'],
  ['Rust', 'code', 'rs'],
  ['Java', 'code', 'java'],
  ['Kotlin', 'code', 'kt kts'],
  ['Scala', 'code', 'scala'],
  ['C#', 'code', 'cs'],
  ['F#', 'code', 'fs fsx'],
  ['C', 'code', 'c h'],
  ['C++', 'code', 'cc cpp cxx hh hpp hxx'],
  ['Objective-C', 'code', 'm mm'],
  ['Swift', 'code', 'swift'],
  ['Ruby', 'code', 'rb rake gemspec'],
  ['PHP', 'code', 'php'],
  ['Perl', 'code', 'pl pm'],
  ['Lua', 'code', 'lua'],
  ['R', 'code', 'r'],
  ['Julia', 'code', 'jl'],
  ['Elixir', 'code', 'ex exs'],
  ['Erlang', 'code', 'erl hrl'],
  ['Haskell', 'code', 'hs'],
  ['OCaml', 'code', 'ml mli'],
  ['Clojure', 'code', 'clj cljs cljc'],
  ['Dart', 'code', 'dart'],
  ['Zig', 'code', 'zig'],
  ['MQL', 'code', 'mq4 mq5 mqh'],
  ['Shell', 'shell', 'sh bash zsh fish'],
  ['Batchfile', 'shell', 'bat cmd'],
  ['Markdown', 'prose', 'md mdx markdown'],
  ['reStructuredText', 'prose', 'rst'],
  ['AsciiDoc', 'prose', 'adoc asciidoc'],
  ['TeX', 'prose', 'tex'],
  ['SQL', 'data', 'sql'],
  ['Avro', 'data', 'avsc'],
  ['Jupyter Notebook', 'notebook', 'ipynb'],
  ['HCL', 'infrastructure', 'tf tfvars hcl nomad'],
  ['Bicep', 'infrastructure', 'bicep'],
  ['HTML', 'markup', 'html htm'],
  ['CSS', 'markup', 'css scss sass less'],
  ['YAML', 'config', 'yaml yml'],
  ['JSON', 'config', 'json jsonc json5'],
  ['TOML', 'config', 'toml'],
  ['XML', 'config', 'xml'],
];

const BY_ENDING: ReadonlyMap<string, Language> = new Map(
  ROWS.flatMap(([name, sort, endings]) => endings.split(' ').map((ending) => [ending, { name, sort }] as const)),
);

const BY_NAME: ReadonlyMap<string, Language> = new Map(
  ROWS.map(([name, sort]) => [name, { name, sort }] as const).concat([
    ['Dockerfile', { name: 'Dockerfile', sort: 'infrastructure' }],
    ['Makefile', { name: 'Makefile', sort: 'config' }],
  ]),
);

const BY_FILE: Readonly<Record<string, string>> = {
  dockerfile: 'Dockerfile',
  containerfile: 'Dockerfile',
  makefile: 'Makefile',
  gnumakefile: 'Makefile',
  rakefile: 'Ruby',
  gemfile: 'Ruby',
};

/** By name alone; null where the name says nothing, which content may still do. */
export function languageByName(path: string): Language | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const known = BY_FILE[name];
  if (known !== undefined) return languageNamed(known);
  const dot = name.lastIndexOf('.');
  if (name.startsWith('dockerfile.')) return languageNamed('Dockerfile');
  return dot <= 0 ? null : (BY_ENDING.get(name.slice(dot + 1)) ?? null);
}

export function languageNamed(name: string): Language | null {
  return BY_NAME.get(name) ?? null;
}
