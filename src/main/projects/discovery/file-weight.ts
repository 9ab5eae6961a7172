// How much one file says, and for which domain: code speaks for software, prose accompanies everything, other people's files say nothing.
import type { PlainDomain } from './evidence.ts';
import type { Language } from './languages.ts';

export interface FileWeight {
  readonly domain: PlainDomain;
  readonly weight: number;
}

const VENDORED =
  /(?:^|\/)(?:node_modules|bower_components|vendor|third_party|3rdparty|external|dist|\.yarn|\.venv|venv|__pycache__|site-packages)\/|\.min\.(?:js|css)$|\.generated\.|\.pb\.go$|_pb2\.py$/;

/** Material beside the work itself, also in hidden folders: what build files say there is not how the repository is checked. */
const ASIDE =
  /(?:^|\/)\.[^/]+\/|(?:^|\/)(?:examples?|samples?|fixtures?|__fixtures__|testdata|test-data|demos?|templates?|snapshots)\//i;

/** Files every repository has, whatever it is for. */
const CUSTOMARY =
  /^(?:\.github\/[^/]*|(?:README|CHANGELOG|CHANGES|CONTRIBUTING|LICENSE|LICENCE|SECURITY|CODE_OF_CONDUCT|AGENTS|CLAUDE|NOTICE|AUTHORS|HISTORY)(?:\.[^/]*)?)$/i;

/** SQL that belongs to a program: its migrations and schema. */
const SCHEMA_SQL = /(?:^|\/)(?:migrations?|migrate|schema|db|database|sql)\//i;

/** Python that a scheduler of data work runs. */
const DAG = /(?:^|\/)dags\/.*\.py$/;

/** Somebody else's work, or a program's: not counted. */
export function isVendored(path: string): boolean {
  return VENDORED.test(path);
}

/** Build files there make no gates. */
export function isAside(path: string): boolean {
  return ASIDE.test(path);
}

/** Null for files that speak for no domain. `isInstallation`: its text or place makes it part of one. */
export function fileWeight(path: string, language: Language | null, isInstallation: boolean): FileWeight | null {
  if (isInstallation) return { domain: 'operations', weight: 1 };
  if (language === null) return null;
  if (CUSTOMARY.test(path)) return language.sort === 'prose' ? { domain: 'documentation', weight: 0.05 } : null;
  switch (language.sort) {
    case 'code':
      return { domain: DAG.test(path) ? 'data-pipeline' : 'software-dev', weight: 1 };
    case 'shell':
      return { domain: 'software-dev', weight: 0.3 };
    case 'prose':
      return { domain: 'documentation', weight: 0.4 };
    case 'data':
      return SCHEMA_SQL.test(path) ? { domain: 'software-dev', weight: 0.2 } : { domain: 'data-pipeline', weight: 1 };
    case 'notebook':
      return { domain: 'data-pipeline', weight: 2 };
    case 'infrastructure':
      return { domain: 'operations', weight: language.name === 'Dockerfile' ? 0.2 : 1 };
    case 'markup':
      return { domain: 'software-dev', weight: 0.2 };
    case 'config':
      return null;
  }
}
