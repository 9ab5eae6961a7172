// Tests the filter and the colours of the event log.
import { describe, expect, it } from 'vitest';
import { familiesOf, matchingEvents } from '../../../../../src/renderer/panels/events/event-filter.ts';
import { eventTone } from '../../../../../src/renderer/panels/events/event-tone.ts';
import { liveRun } from '../../../../e2e/fixture/fixture-world.ts';

function events() {
  const run = liveRun();
  while (run.head.state === 'running') run.step();
  return run.events;
}

describe('events on screen', () => {
  it('offers the families that occur', () => {
    expect(familiesOf(events())).toEqual(['attempt', 'gate', 'patch', 'run', 'task']);
  });

  it('filters by family and text together', () => {
    const found = matchingEvents(events(), { family: 'task', text: 'RETRY a slow' });
    expect(found.map((event) => event.kind)).toEqual(['task-retrying', 'task-completed']);
  });

  it('colours good and bad ends, also those that only the data tells', () => {
    expect(eventTone({ kind: 'task-completed', data: {} })).toBe('good');
    expect(eventTone({ kind: 'patch-quarantined', data: {} })).toBe('bad');
    expect(eventTone({ kind: 'gate-finished', data: { verdict: 'failed' } })).toBe('bad');
    expect(eventTone({ kind: 'attempt-finished', data: null })).toBe('neutral');
  });
});
