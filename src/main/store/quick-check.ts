// Looks through the whole file for damage, without the content of its rows.
import type { Database } from 'better-sqlite3';

/** What SQLite found first; null when the file is whole. */
export function quickCheck(db: Database): string | null {
  const found = String(db.pragma('quick_check(1)', { simple: true }));
  return found === 'ok' ? null : found;
}
