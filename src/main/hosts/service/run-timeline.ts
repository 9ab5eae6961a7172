// The timeline of a run, read in pieces so that a long log needs no more memory than a short one.
import type { TimelinePoint } from '../../../shared/ipc/log-reports.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { createTimeline } from '../../projections/run-timeline.ts';

const PAGE = 5_000;
const POINTS = 100;

/** Throws `E_NOT_FOUND` for an unknown run. */
export function runTimeline(
  store: Pick<Store, 'hotEvents' | 'eventCount'>,
  runId: string,
  points = POINTS,
): readonly TimelinePoint[] {
  const count = store.eventCount(runId);
  if (count === 0) {
    const advice = 'List them with `patchbay status`.';
    throw new PatchbayError('E_NOT_FOUND', `There is no run ${runId} in this project.`, advice, { runId });
  }
  const timeline = createTimeline(Math.ceil(count / points));
  for (let after = 0; ; ) {
    const page = store.hotEvents(runId, after, PAGE);
    timeline.add(page);
    after = page.at(-1)?.seq ?? after;
    if (page.length < PAGE) return timeline.points();
  }
}
