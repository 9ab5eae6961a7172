// What is wrong with an old database, as a problem with its place and as the error that refuses it.
import Database from 'better-sqlite3';
import { PatchbayError, type Problem } from '../../../shared/lib/errors.ts';
import { ledgerError } from '../ledger-error.ts';

/** `place`: table, then column; empty for the database itself. */
export function legacyProblem(
  place: readonly string[],
  message: string,
  advice: string,
  severity: Problem['severity'] = 'error',
): Problem {
  const where = place.length === 0 ? '' : `${place.join('.')}: `;
  const path = place.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { code: 'E_LEGACY', severity, path, line: 0, message: `${where}${message}`, advice };
}

/** Refuses with every error among the problems. */
export function refuseLegacy(file: string, problems: readonly Problem[]): PatchbayError {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const message = first === undefined ? `${file} cannot be migrated` : first.message;
  const advice = first === undefined ? 'See docs/legacy-database.md.' : first.advice;
  return new PatchbayError('E_LEGACY', message, advice, { file, problems: errors });
}

export function notUsable(file: string, what: string, advice: string): PatchbayError {
  return new PatchbayError('E_LEGACY', `${file} ${what}`, `Nothing was changed. ${advice}`, { file });
}

/** What SQLite threw, in words about this database. */
export function legacyError(thrown: unknown, file: string): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown;
  const { code, message } = thrown;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    const advice = 'Nothing was changed. Stop the pipeline and whatever else has the database open, then try again.';
    return new PatchbayError('E_LEGACY_BUSY', `Another program is using ${file}: ${message}`, advice, { file });
  }
  if (/^SQLITE_(FULL|IOERR)/.test(code)) return ledgerError(thrown, file);
  if (/^SQLITE_NOTADB/.test(code)) return notUsable(file, `is no SQLite database: ${message}`, IS_IT);
  if (/^SQLITE_CORRUPT/.test(code)) return notUsable(file, `is damaged: ${message}`, RECOVER);
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH)/.test(code))
    return notUsable(file, `cannot be opened or written: ${message}`, 'Check that file and folder are yours.');
  const advice = 'See docs/legacy-database.md for what is supported.';
  return notUsable(file, `could not be migrated: ${message} (${code})`, advice);
}

export const IS_IT = 'Check the path. An encrypted database has to be decrypted first.';
export const RECOVER = 'Keep a copy of the file. `sqlite3 OLD ".recover" | sqlite3 NEW` saves what can be read.';
