// The live log of a run: filter, follow, look inside an event.
import './events.css';
import { Activity } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RunSummary } from '../../../shared/ipc/views.ts';
import { navigate } from '../../views/route.ts';
import { useView } from '../../views/service.tsx';
import { counted } from '../../widgets/counted.ts';
import { Choice, SearchField } from '../../widgets/fields.tsx';
import { Empty, Loading, TroubleNote } from '../../widgets/notice.tsx';
import { momentWords } from '../../widgets/time-words.ts';
import { type EventFilter, familiesOf, matchingEvents } from './event-filter.ts';
import { EventLog } from './event-log.tsx';

/** Newest events kept in the page; the whole log stays in the ledger. */
const EVENTS_SHOWN = 5_000;

export function EventsPanel({ runId }: { readonly runId: string | null }) {
  const runs = useView('runs', {});
  const newest = useMemo(() => [...runs.items].sort((a, b) => b.createdAt.localeCompare(a.createdAt)), [runs.items]);
  const shown = runId ?? newest[0]?.runId ?? null;
  if (runs.status === 'loading') return <Loading what="events" />;
  if (shown === null) {
    return (
      <Empty icon={Activity} title="No events yet">
        <p>Everything that happens in a run is written down here, in order, and never changed afterwards.</p>
      </Empty>
    );
  }
  return <RunEvents key={shown} runId={shown} runs={newest} />;
}

function RunEvents({ runId, runs }: { readonly runId: string; readonly runs: readonly RunSummary[] }) {
  const log = useView('events', { runId, limit: EVENTS_SHOWN });
  const [filter, setFilter] = useState<EventFilter>({ family: '', text: '' });
  const [follow, setFollow] = useState(true);
  const events = useMemo(
    () =>
      matchingEvents(
        [...log.items].sort((a, b) => a.seq - b.seq),
        filter,
      ),
    [log.items, filter],
  );
  return (
    <div className="screen">
      <header className="screen-head">
        <h1 className="screen-title">Events</h1>
        <RunChoice runId={runId} runs={runs} />
        <KindChoice families={familiesOf(log.items)} filter={filter} onChange={setFilter} />
        <SearchField label="Filter events" value={filter.text} onChange={(text) => setFilter({ ...filter, text })} />
        <span className="muted numbers spread">{counted(events.length, 'event')}</span>
        <label className="events-follow">
          <input type="checkbox" checked={follow} onChange={(event) => setFollow(event.target.checked)} />
          Follow
        </label>
      </header>
      <div className="screen-fill">
        {log.status === 'error' && log.error ? <TroubleNote trouble={log.error} /> : null}
        {log.status === 'loading' ? <Loading what="events" /> : null}
        {log.status === 'ready' && events.length === 0 ? <NothingMatches /> : null}
        {events.length > 0 ? <EventLog events={events} follow={follow} onFollow={setFollow} /> : null}
      </div>
    </div>
  );
}

function RunChoice({ runId, runs }: { readonly runId: string; readonly runs: readonly RunSummary[] }) {
  const options = runs.map((run) => ({
    value: run.runId,
    label: `${run.planName}, ${momentWords(run.createdAt)}`,
  }));
  return (
    <Choice
      label="Run"
      value={runId}
      options={options}
      onChange={(next) => navigate({ panel: 'events', runId: next })}
    />
  );
}

interface KindChoiceProps {
  readonly families: readonly string[];
  readonly filter: EventFilter;
  onChange(filter: EventFilter): void;
}

function KindChoice({ families, filter, onChange }: KindChoiceProps) {
  const options = [
    { value: '', label: 'All kinds' },
    ...families.map((family) => ({ value: family, label: `${family} events` })),
  ];
  return (
    <Choice
      label="Kind of event"
      value={filter.family}
      options={options}
      onChange={(family) => onChange({ ...filter, family })}
    />
  );
}

function NothingMatches() {
  return (
    <Empty icon={Activity} title="No event matches">
      <p>Clear the filter to see the whole log.</p>
    </Empty>
  );
}
