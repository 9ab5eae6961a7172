// One recorded call of `git apply`: what it was asked, and whether the product can be asked the same.
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type GitOptions, PLAIN_APPLY } from '../../../../../../src/main/integration/patches/git-apply/git-patch.ts';

export interface RecordedCall {
  readonly name: string;
  /** Of the call; below it `pre.tar` and `post.tar`. */
  readonly folder: string;
  readonly cwd: string;
  /** Relative to `cwd`; null: the call's standard input. */
  readonly patchFile: string | null;
  readonly accepted: boolean;
  readonly asked: Asked;
}

/** `text` only reads the patch; `index` starts from the index, `files` from the files. */
export interface Asked {
  readonly what: 'text' | 'check' | 'apply';
  readonly from: 'index' | 'files';
  readonly options: GitOptions;
  readonly allowEmpty: boolean;
}

export type Reading =
  | { readonly kind: 'call'; readonly call: RecordedCall }
  | { readonly kind: 'inexpressible'; readonly name: string; readonly why: string };

/** Options that change neither verdict nor result here. */
const SILENT = new Set([
  '--binary',
  '--allow-binary-replacement',
  '--verbose',
  '--whitespace=nowarn',
  '--whitespace=warn',
]);
const TEXT_ONLY = new Set(['--stat', '--numstat', '--summary']);

const INEXPRESSIBLE: readonly (readonly [RegExp, string])[] = [
  [/^--whitespace=(fix|strip)$/, 'rewrites white space (`--whitespace=fix`, `strip`)'],
  [/^--whitespace=error/, 'refuses white space (`--whitespace=error`, `error-all`)'],
  [/^--(no-)?ignore-(space-change|whitespace)$/, 'matches lines in spite of white space (`--ignore-space-change`)'],
  [/^(--3way|--union|--ours|--theirs)$/, 'merges three ways (`--3way`); the merge train does that'],
  [/^--reject$/, 'applies a part and leaves the rest (`--reject`)'],
  [/^-C\d+$/, 'takes less context (`-C`)'],
  [/^--build-fake-ancestor/, 'builds an index of its own (`--build-fake-ancestor`)'],
  [/^--unsafe-paths$/, 'writes outside the tree (`--unsafe-paths`)'],
  [/^(-N|--intent-to-add)$/, 'marks files in the index only (`-N`)'],
  [/^--(include|exclude)=/, 'takes some files of the patch only (`--include`)'],
  [/^--inaccurate-eof$/, 'repairs ends of files (`--inaccurate-eof`)'],
  [/^-p(?!\d+$)/, 'has a `-p` that is no number'],
  [/^-c$/, 'has a configuration for the call (`-c`)'],
];

export function readCall(folder: string, name: string): Reading {
  const args = readFileSync(join(folder, 'args'), 'utf8')
    .split('\0')
    .filter((arg) => arg !== '');
  const { words, files } = splitArguments(args);
  const why = words.flatMap((arg) => INEXPRESSIBLE.find(([form]) => form.test(arg))?.[1] ?? []).at(0);
  if (why !== undefined) return { kind: 'inexpressible', name, why };
  const has = (...names: readonly string[]) => words.some((word) => names.includes(word));
  const unknown = words.filter((word) => !isKnown(word));
  if (unknown.length > 0) throw new Error(`${name}: nobody said what to make of ${unknown.join(' ')}`);
  if (files.length > 1) return { kind: 'inexpressible', name, why: 'takes several patches at once' };
  const text = words.some((word) => TEXT_ONLY.has(word)) && !has('--apply', '--check');
  const asked: Asked = {
    what: text ? 'text' : has('--check') && !has('--apply') ? 'check' : 'apply',
    from: has('--index', '--cached') ? 'index' : 'files',
    options: optionsOf(words),
    allowEmpty: has('--allow-empty'),
  };
  const [file = '-'] = files;
  const cwd = readFileSync(join(folder, 'cwd'), 'utf8').trim();
  const accepted = readFileSync(join(folder, 'rc'), 'utf8').trim() === '0';
  return { kind: 'call', call: { name, folder, cwd, patchFile: file === '-' ? null : file, accepted, asked } };
}

/** `-p 2` is one word. */
function splitArguments(args: readonly string[]): {
  readonly words: readonly string[];
  readonly files: readonly string[];
} {
  const words: string[] = [];
  const files: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    if (arg === '-p') words.push(`-p${args[(at += 1)]}`);
    else if (arg.startsWith('-') && arg !== '-') words.push(arg);
    else if (at > 0) files.push(arg);
  }
  return { words, files };
}

function isKnown(word: string): boolean {
  const own = [
    '--index',
    '--cached',
    '--check',
    '--apply',
    '-R',
    '--reverse',
    '--recount',
    '--unidiff-zero',
    '--allow-empty',
  ];
  return SILENT.has(word) || TEXT_ONLY.has(word) || own.includes(word) || /^(-p\d+|--directory=.*)$/.test(word);
}

function optionsOf(words: readonly string[]): GitOptions {
  const strip = words.map((word) => /^-p(\d+)$/.exec(word)?.[1]).find((digits) => digits !== undefined);
  const directory = words.map((word) => /^--directory=(.*)$/.exec(word)?.[1]).find((path) => path !== undefined);
  return {
    ...PLAIN_APPLY,
    strip: strip === undefined ? null : Number(strip),
    directory: directory === undefined ? '' : `${posix.normalize(directory).replace(/\/$/, '')}/`,
    reverse: words.includes('-R') || words.includes('--reverse'),
    recount: words.includes('--recount'),
    unidiffZero: words.includes('--unidiff-zero'),
  };
}

/** Where the corpus lies beside this repository; null where it does not. */
export function corpusFile(): string | null {
  const file = join(import.meta.dirname, '../../../../../../../shared/corpora/git-apply-calls.tar.xz');
  return existsSync(file) ? file : null;
}
