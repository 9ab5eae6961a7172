// Which events of a log the user wants to see: by family of kinds and by text.
import type { EventView } from '../../../shared/ipc/views.ts';

export interface EventFilter {
  /** `task`, `patch`, …: what the kind starts with; empty for all. */
  readonly family: string;
  readonly text: string;
}

export function familyOf(kind: string): string {
  return kind.split('-', 1)[0] ?? kind;
}

export function familiesOf(events: readonly EventView[]): readonly string[] {
  return [...new Set(events.map((event) => familyOf(event.kind)))].sort();
}

export function matchingEvents(events: readonly EventView[], filter: EventFilter): readonly EventView[] {
  const text = filter.text.trim().toLowerCase();
  if (filter.family === '' && text === '') return events;
  return events.filter(
    (event) =>
      (filter.family === '' || familyOf(event.kind) === filter.family) &&
      (text === '' || `${event.kind} ${event.text} ${event.id}`.toLowerCase().includes(text)),
  );
}
