// The columns of the list of old pipelines' runs: their own words, and the command that shows more.
import type { LegacyRunView } from '../../../shared/ipc/views.ts';
import { counted } from '../../widgets/counted.ts';
import type { Column } from '../../widgets/data-table.tsx';
import { Ago } from '../../widgets/elapsed.tsx';

export const OLD_RUN_COLUMNS: readonly Column<LegacyRunView>[] = [
  {
    id: 'run',
    title: 'Run',
    width: 'minmax(16rem, 1fr)',
    cell: (run) => <OldRunName run={run} />,
    sort: (run) => run.shownId,
  },
  { id: 'state', title: 'State there', width: '9rem', cell: (run) => stateOf(run), sort: stateOf },
  { id: 'counts', title: 'What it has', width: 'minmax(11rem, 1fr)', cell: (run) => <Counts run={run} /> },
  {
    id: 'created',
    title: 'Created',
    width: '7rem',
    cell: (run) => <Created at={run.createdAt} />,
    sort: ({ createdAt }) => (isMoment(createdAt) ? Date.parse(createdAt) : null),
  },
  {
    id: 'look',
    title: 'In a terminal',
    width: '20rem',
    cell: (run) => <code className="old-run-command">{`patchbay status ${run.ulid}`}</code>,
  },
];

export function stateOf(run: LegacyRunView): string {
  return run.state ?? 'without a state';
}

function OldRunName({ run }: { readonly run: LegacyRunView }) {
  const file = run.database.split(/[\\/]/).at(-1) ?? run.database;
  return (
    <span className="run-name" title={run.database}>
      <strong className="truncate">{run.shownId}</strong>
      <span className="muted truncate">{run.otherId === null ? file : `${run.otherId} · ${file}`}</span>
    </span>
  );
}

function Counts({ run }: { readonly run: LegacyRunView }) {
  const some = run.counts.filter(({ count }) => count > 0);
  if (some.length === 0) return <span className="muted">nothing</span>;
  const words = some.map(({ role, count }) => counted(count, role.replace('_', ' '), pluralOf(role)));
  const whole = words.join(', ');
  return (
    <span className="old-run-counts truncate" title={whole}>
      {whole}
    </span>
  );
}

function pluralOf(role: string): string {
  return role === 'patch' ? 'patches' : `${role.replace('_', ' ')}s`;
}

/** A time that the old pipeline wrote in a way of its own is shown as it stands there. */
function Created({ at }: { readonly at: string | null }) {
  return <span className="muted">{isMoment(at) ? <Ago at={at} /> : at}</span>;
}

function isMoment(at: string | null): at is string {
  return at !== null && !Number.isNaN(Date.parse(at));
}
