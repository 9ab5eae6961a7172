// Looks for patches newest first: what the tables say narrows by SQL, files and text are looked at patch by patch, up to a bound.
import type { Database, Statement } from 'better-sqlite3';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { FileChange } from '../../shared/domain/patch.ts';
import { matchAny } from '../../shared/lib/glob.ts';
import type { FoundPatches, PatchQuery } from '../../shared/ports/find-patches.ts';
import type { LedgerEntryRow } from '../../shared/ports/store.ts';
import { changesText } from './changes-text.ts';
import { tableShape } from './table-shape.ts';

type Candidate = LedgerEntryRow & { readonly files_touched: string; readonly has_text: number };
type Values = Readonly<Record<string, string | number | Uint8Array>>;

/** Each part of the question that SQL answers: its condition and the value that it is bound to. */
const CONDITIONS: Readonly<Record<'runId' | 'state' | 'taskId' | 'tool' | 'before', string>> = {
  runId: 'entry.run_id = @runId',
  state: 'entry.state = @state',
  taskId: 'patch.task_ulid IN (SELECT task_ulid FROM tasks WHERE task_id = @taskId)',
  tool: 'patch.tool_id = @tool',
  before: 'entry.ledger_id < @before',
};

export function prepareFindPatches(db: Database): (query: PatchQuery) => FoundPatches<LedgerEntryRow> {
  const entry = tableShape(db, 'patch_ledger_entries').columns.map((column) => `entry.${column}`);
  const statements = new Map<string, Statement<[Values], Candidate>>();
  const diffOf = db.prepare<[string], Uint8Array>('SELECT diff_text FROM patches WHERE patch_id = ?').pluck();
  const statementFor = (names: readonly (keyof typeof CONDITIONS)[], hasText: boolean) => {
    const key = `${names.join()} ${hasText}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const where = names.map((name) => CONDITIONS[name]);
    const sql = `SELECT ${entry.join(', ')}, patch.files_touched, ${hasText ? 'instr(patch.diff_text, @text) > 0' : '1'} AS has_text
      FROM patch_ledger_entries AS entry JOIN patches AS patch ON patch.patch_id = entry.patch_id
      ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY entry.ledger_id DESC LIMIT @most`;
    const statement = db.prepare<[Values], Candidate>(sql);
    statements.set(key, statement);
    return statement;
  };
  return (query) => {
    const { file, text, limit } = query;
    const names = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).filter((name) => query[name] !== undefined); // its own keys
    // One more than is looked at says whether there is more.
    const most = (file === undefined && text === undefined ? limit : LIMITS.patchesScanned) + 1;
    const bound = Object.fromEntries(names.map((name) => [name, query[name] ?? '']));
    const values = { ...bound, most, ...(text === undefined ? {} : { text: Buffer.from(text) }) };
    const touches = file === undefined ? null : matchAny([file]);
    const matches = ({ patch_id, files_touched, has_text }: Candidate) =>
      has_text === 1 &&
      (touches === null || pathsOf(files_touched).some(touches)) &&
      (text === undefined || changesText(diffOf.get(patch_id) ?? new Uint8Array(), text));
    return take(statementFor(names, text !== undefined).iterate(values), { most, limit, matches });
  };
}

interface Taking {
  readonly most: number;
  readonly limit: number;
  readonly matches: (candidate: Candidate) => boolean;
}

function take(candidates: Iterable<Candidate>, { most, limit, matches }: Taking): FoundPatches<LedgerEntryRow> {
  const entries: LedgerEntryRow[] = [];
  let seen = 0;
  let last: string | null = null;
  for (const candidate of candidates) {
    if (entries.length === limit || seen === most - 1) return { entries, next: last };
    seen += 1;
    last = candidate.ledger_id;
    if (!matches(candidate)) continue;
    const { files_touched: _, has_text: __, ...row } = candidate;
    entries.push(row);
  }
  return { entries, next: null };
}

function pathsOf(filesTouched: string): readonly string[] {
  const files = JSON.parse(filesTouched) as readonly FileChange[]; // written by rows.ts from FileChange[]
  return files.flatMap(({ path, oldPath }) => (oldPath === null ? [path] : [path, oldPath]));
}
