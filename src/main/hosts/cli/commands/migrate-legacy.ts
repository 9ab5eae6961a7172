// `patchbay migrate-legacy`: ULIDs and new tables for the database of an old pipeline, and the way back.
import { resolve } from 'node:path';
import { PatchbayError } from '../../../../shared/lib/errors.ts';
import { applyMigration, type MigrationPorts } from '../../../store/legacy/apply-migration.ts';
import { dryRunMigration } from '../../../store/legacy/dry-run-migration.ts';
import { finalizeMigration } from '../../../store/legacy/finalize-migration.ts';
import type { LegacyReport } from '../../../store/legacy/legacy-report.ts';
import { rollbackMigration } from '../../../store/legacy/rollback-migration.ts';
import { createFaults } from '../../service/kill-faults.ts';
import { systemClock } from '../../service/system-clock.ts';
import type { AddCommand } from '../add-command.ts';
import type { Invocation } from '../cli-options.ts';
import { table } from '../output.ts';
import { problemDocument, problemLines } from '../problem-lines.ts';
import { usage } from '../report-error.ts';

interface Given {
  readonly dryRun?: boolean;
  readonly apply?: boolean;
  readonly rollback?: boolean;
  readonly finalize?: boolean;
  readonly discardNewRows?: boolean;
}

export const addMigrateLegacy: AddCommand = (program, act) => {
  program
    .command('migrate-legacy')
    .description('give the database of an old pipeline ULIDs and the tables of UET; its backup lies beside it')
    .argument('<db>', 'the database, for example .worktrees/pipeline_state.db')
    .option('--dry-run', 'say what would be done; changes no byte')
    .option('--apply', 'back up, then migrate; safe to repeat')
    .option('--rollback', 'undo the last step: put its backup in place')
    .option('--finalize', 'back up, then drop the old ids')
    .option('--discard-new-rows', 'with --rollback: go back although rows were written since')
    .action(act((call, db: string, given: Given) => migrateLegacy(call, db, given)));
};

async function migrateLegacy(call: Invocation, db: string, given: Given): Promise<number> {
  const { out } = call;
  const file = resolve(call.ports.cwd, db);
  const progress = progressLine(call);
  try {
    const report = await carryOut(file, given, {
      faults: createFaults(call.ports.env),
      nowMs: () => systemClock.now(),
      progress: progress.show,
    });
    progress.hide();
    const shown = await showInProject(call, report);
    const document = { ...report, problems: report.problems.map(problemDocument), shown_in_project: shown };
    out.result(document, () => reportText(report));
    return report.ok ? 0 : 2;
  } finally {
    progress.hide();
  }
}

/** Its runs are listed by the project as long as it is migrated. A database of no project can be migrated as well. */
async function showInProject(call: Invocation, { mode, state, file }: LegacyReport): Promise<boolean> {
  if (mode === 'dry-run') return false;
  const { ports, projectDir, dataDir } = call;
  try {
    const library = await ports.openLegacy({ projectDir, dataDir });
    if (state === 'old') library.remove(file);
    else library.add(file);
    return state !== 'old';
  } catch (thrown) {
    if (!(thrown instanceof PatchbayError) || thrown.code !== 'E_NOT_A_REPOSITORY') throw thrown;
    if (mode === 'apply') call.out.note('To list its runs in a project, do the same again with --project DIR.');
    return false;
  }
}

function carryOut(file: string, given: Given, ports: MigrationPorts): Promise<LegacyReport> | LegacyReport {
  const chosen = [given.dryRun, given.apply, given.rollback, given.finalize].filter((each) => each === true);
  if (chosen.length !== 1)
    throw usage(
      chosen.length === 0 ? 'It is not said what to do' : 'More than one thing to do is named',
      'Give exactly one of --dry-run, --apply, --rollback, --finalize. Begin with --dry-run: it changes nothing.',
    );
  if (given.discardNewRows && !given.rollback)
    throw usage('--discard-new-rows belongs to --rollback', 'Leave it out, or say --rollback.');
  if (given.dryRun) return dryRunMigration(file, ports.faults);
  if (given.apply) return applyMigration(file, ports);
  if (given.finalize) return finalizeMigration(file, ports);
  return rollbackMigration(file, { discardNewRows: given.discardNewRows === true }, ports);
}

const PROGRESS_MS = 100;

/** One line that is written over, on a terminal only. */
function progressLine({ ports, out }: Invocation): {
  readonly show: MigrationPorts['progress'];
  readonly hide: () => void;
} {
  if (out.quiet || !ports.stderr.isTty) return { show: () => {}, hide: () => {} };
  let shownAt = 0;
  let shown = '';
  return {
    show: (stage, done, total) => {
      const now = systemClock.now();
      if (stage === shown && now - shownAt < PROGRESS_MS) return;
      shown = stage;
      shownAt = now;
      const share = total === 0 ? '' : ` ${Math.floor((done / total) * 100)} % (${done} of ${total})`;
      ports.stderr.write(`\r\x1b[K${stage}${share}`);
    },
    hide: () => {
      if (shown !== '') ports.stderr.write('\r\x1b[K');
      shown = '';
    },
  };
}

const SAYS: Readonly<Record<LegacyReport['mode'], readonly [done: string, nothing: string]>> = {
  'dry-run': ['', 'Nothing was changed. To do it: --apply'],
  apply: ['Migrated and checked.', 'It is migrated already; nothing was changed.'],
  rollback: ['Back to what it was before.', 'It is not migrated; nothing was changed.'],
  finalize: ['The old ids are gone; references are ULIDs only.', 'It is finalized already; nothing was changed.'],
};

function reportText(report: LegacyReport): string {
  const rows = report.tables.map((each) => [
    each.table,
    String(each.rows),
    each.role === null ? '' : `${each.role}, by ${each.id_column}`,
    each.columns_added.join(' '),
    each.references
      .map(({ column, to, orphans }) => `${column}→${to}${orphans > 0 ? ` (${orphans} lost)` : ''}`)
      .join(' '),
  ]);
  const { now, added, needed } = report.bytes;
  const parts = [
    table(['TABLE', 'ROWS', 'HOLDS', 'GETS', 'REFERS TO'], rows),
    report.new_tables.length > 0 ? `New tables: ${report.new_tables.join(', ')}` : '',
    added > 0
      ? `Size: ${kilobytes(now)}, about ${kilobytes(added)} more; ${kilobytes(needed)} of free disk are needed.`
      : '',
    problemLines(report.problems),
    report.backup === null ? '' : `Backup: ${report.backup}`,
    SAYS[report.mode][report.changed ? 0 : 1],
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1_000).toLocaleString('en')} kB`;
}
