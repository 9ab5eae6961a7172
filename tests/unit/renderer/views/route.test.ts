// Tests that every place in the window has an address that leads back to it.
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../../../../src/renderer/views/route.ts';

const ROUTES: readonly Route[] = [
  { panel: 'runs' },
  { panel: 'run', runId: '01A', task: null, look: 'graph' },
  { panel: 'run', runId: '01A', task: 'api/täst?&#', look: 'table' },
  { panel: 'patches', runId: null },
  { panel: 'patches', runId: '01A' },
  { panel: 'patch', patchId: '01P', file: null },
  { panel: 'patch', patchId: '01P', file: 'src/a b/ü&x=#1?.ts' },
  { panel: 'workers' },
  { panel: 'events', runId: '01A' },
];

describe('route', () => {
  it.each(ROUTES)('survives formatting and parsing: %j', (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#/', '#/nothing', '#/run', '#/patch/', '#token=abc'])('leads %j to the list of runs', (hash) => {
    expect(parseRoute(hash)).toEqual({ panel: 'runs' });
  });
});
