// Takes and gives back the seats that runs share, as their attempts begin and end.
import type { NewEvent } from '../../shared/events/event.ts';
import type { Seats } from '../../shared/ports/capacity.ts';

/** A seat is taken with the event that creates an attempt, and given back with the one that ends it. */
export function followSeats(seats: Seats, event: NewEvent): void {
  if (event.kind === 'attempt-created') {
    seats.take({ runId: event.runId, attemptId: event.id, tool: event.data.tool });
  } else if (event.kind === 'attempt-finished') {
    seats.give(event.id);
  }
}
