// One kill of a migration at one statement, and the proof that the database is wholly old or wholly new after it.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { applyMigration } from '../../src/main/store/legacy/apply-migration.ts';
import { finalizeMigration } from '../../src/main/store/legacy/finalize-migration.ts';
import { rollbackMigration } from '../../src/main/store/legacy/rollback-migration.ts';
import type { Faults } from '../../src/shared/ports/faults.ts';

export const COMMANDS = ['apply', 'rollback', 'finalize', 'unfinalize'] as const;
export type LegacyCommand = (typeof COMMANDS)[number];

/** Commands that lead to the state in which each is given. */
const BEFORE: Readonly<Record<LegacyCommand, readonly LegacyCommand[]>> = {
  apply: [],
  rollback: ['apply'],
  finalize: ['apply'],
  unfinalize: ['apply', 'finalize'],
};

const NO_FAULTS: Faults = { at: () => {} };
const VICTIM = join(import.meta.dirname, 'legacy-victim.ts');

/** At a fixed time, so that two migrations of the same database give the same rows. */
export async function legacyCommand(command: string, file: string, faults: Faults): Promise<unknown> {
  const ports = { faults, nowMs: () => Date.parse('2026-11-25T12:00:00Z'), progress: () => {} };
  if (command === 'apply') return applyMigration(file, ports);
  if (command === 'finalize') return finalizeMigration(file, ports);
  return rollbackMigration(file, { discardNewRows: false }, ports);
}

export interface LegacyCase {
  readonly shape: string;
  readonly command: LegacyCommand;
  readonly folder: string;
  /** Fail points of an undisturbed run, in order. */
  readonly points: readonly string[];
  readonly before: string;
  readonly after: string;
  /** What lies in the folder when it is done. */
  readonly names: readonly string[];
  remove(): void;
}

const NAME = 'state.db';

export async function legacyCase(shape: string, sql: string, command: LegacyCommand): Promise<LegacyCase> {
  const parent = mkdtempSync(join(tmpdir(), 'patchbay-kill-'));
  const folder = mkdtempSync(join(parent, 'template-'));
  const file = join(folder, NAME);
  const db = new Database(file);
  db.exec(sql);
  db.close();
  for (const step of BEFORE[command]) await legacyCommand(step, file, NO_FAULTS);
  const done = join(parent, 'done');
  cpSync(folder, done, { recursive: true });
  const log = join(parent, 'points.log');
  writeFileSync(log, '');
  await runVictim(command, join(done, NAME), { PATCHBAY_FAIL_LOG: log });
  return {
    shape,
    command,
    folder,
    points: readFileSync(log, 'utf8').trimEnd().split('\n'),
    before: dump(file),
    after: dump(join(done, NAME)),
    names: readdirSync(done).sort(),
    remove: () => rmSync(parent, { recursive: true, force: true }),
  };
}

/** Kills at the n-th point (from 1), or after so many milliseconds; answers what is wrong. */
export async function legacyTrial(
  { folder, command, before, after, names }: LegacyCase,
  kill: { readonly point: number } | { readonly afterMs: number },
): Promise<readonly string[]> {
  const parent = mkdtempSync(join(tmpdir(), 'patchbay-trial-'));
  try {
    const own = join(parent, 'copy');
    cpSync(folder, own, { recursive: true });
    const file = join(own, NAME);
    const signal =
      'point' in kill
        ? await runVictim(command, file, { PATCHBAY_FAIL_AT: String(kill.point) })
        : await runVictim(command, file, {}, kill.afterMs);
    const problems: string[] = [];
    if ('point' in kill && signal !== 'SIGKILL') problems.push('it was not killed');
    const found = dump(file);
    if (found !== before && found !== after) problems.push('it is neither wholly old nor wholly new');
    if (!found.startsWith('ok\n')) problems.push(`it is damaged: ${found.slice(0, 100)}`);
    // Going back twice would go back two steps.
    if (!(command === 'unfinalize' && found === after)) await legacyCommand(command, file, NO_FAULTS);
    if (dump(file) !== after) problems.push('the same command again did not complete it');
    const left = readdirSync(own)
      .filter((name) => !name.endsWith('-journal'))
      .sort();
    if (left.join() !== names.join()) problems.push(`beside it lie ${left.join(', ')} instead of ${names.join(', ')}`);
    return problems;
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Soundness, schema and every row, as text. */
function dump(file: string): string {
  if (!existsSync(file)) return 'gone';
  const db = new Database(file);
  try {
    const sound = String(db.pragma('integrity_check', { simple: true }));
    const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
    const rows = tables.map((name) => db.prepare(`SELECT * FROM "${String(name).replaceAll('"', '""')}"`).all());
    return `${sound}\n${JSON.stringify([schema, rows])}`;
  } finally {
    db.close();
  }
}

/** Resolves to the signal that ended it. */
function runVictim(
  command: string,
  file: string,
  env: Readonly<Record<string, string>>,
  killAfterMs?: number,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-warnings', VICTIM, command, file], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || signal === 'SIGKILL') resolve(signal);
      else reject(new Error(`${command} ended with ${code}: ${stderr}`));
    });
  });
}
