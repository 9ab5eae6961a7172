// What is read of a repository, and what an ecosystem can conclude from it; plain data on both sides.

export const DOMAINS = ['software-dev', 'data-pipeline', 'operations', 'documentation', 'mixed'] as const;

export type Domain = (typeof DOMAINS)[number];

/** A domain that files can speak for; `mixed` is what is left where several do. */
export type PlainDomain = Exclude<Domain, 'mixed'>;

/** What was read. Paths are relative to the root, with `/`, sorted. */
export interface RepositoryFacts {
  readonly name: string;
  readonly paths: readonly string[];
  readonly submodules: readonly string[];
  /** More files than the limit: the rest was not looked at. */
  readonly cut: boolean;
  /** Manifests whole, of other files the beginning, by path; only some files are read. */
  readonly texts: ReadonlyMap<string, string>;
  /** Bytes of a sample of the files, by path. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly windows: boolean;
}

/** What an ecosystem may ask of the facts. */
export interface RepositoryView {
  readonly windows: boolean;
  has(path: string): boolean;
  /** Null where it was not read. */
  text(path: string): string | null;
  /** Notable paths (see `reads` and `marks` of the ecosystems) whose base name matches. */
  named(pattern: RegExp): readonly string[];
  /** Texts that were read, of paths that match. */
  texts(pattern: RegExp): readonly (readonly [string, string])[];
}

export type Purpose = 'lint' | 'types' | 'unit' | 'integration' | 'docs' | 'build';

export const PURPOSES: readonly Purpose[] = ['lint', 'types', 'unit', 'integration', 'docs', 'build'];

export interface FoundCommand {
  readonly purpose: Purpose;
  /** Runs at the root of the repository, without a shell. */
  readonly argv: readonly string[];
  /** Folder of the manifest, '' for the root. */
  readonly folder: string;
  /** Where it was found, for people: `package.json, script test`. */
  readonly from: string;
  /** Why it is only proposed, for example that it needs an account; null for a command that simply runs. */
  readonly hesitation: string | null;
  /** A module that the program has to have besides itself: `python:pytest`, `powershell:Pester`. */
  readonly module: string | null;
}

/** A command that makes a fresh copy usable, and the files whose content decides whether it has to run again. */
export interface FoundSetup {
  readonly argv: readonly string[];
  readonly keyFiles: readonly string[];
  readonly folder: string;
}

export interface FoundFramework {
  readonly framework: string;
  readonly indicator: string;
}

/** A fact that speaks for a domain beyond the count of files. */
export interface Anchor {
  readonly domain: PlainDomain;
  /** Share of the weight of all files that is added. */
  readonly strength: number;
  readonly because: string;
  readonly folder: string;
}

export interface EcosystemFindings {
  readonly packageManagers?: readonly string[];
  readonly frameworks?: readonly FoundFramework[];
  readonly commands?: readonly FoundCommand[];
  readonly setups?: readonly FoundSetup[];
  readonly anchors?: readonly Anchor[];
}

export interface Ecosystem {
  readonly id: string;
  /** Base names of files that are read whole. */
  readonly reads: RegExp;
  /** Base names that count by being there. */
  readonly marks?: RegExp;
  find(view: RepositoryView): EcosystemFindings;
}

/** '' for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** A command as most ecosystems find it: sure, and needing nothing but its program. */
export function command(
  purpose: Purpose,
  argv: readonly string[],
  from: string,
  more: Partial<FoundCommand> = {},
): FoundCommand {
  return { purpose, argv, from, folder: '', hesitation: null, module: null, ...more };
}
