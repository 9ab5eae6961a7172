// A conflict belongs to the change that met it; a later one takes its place.
import type { ConflictEvents } from '../../shared/events/conflict-events.ts';
import { findChange } from './find-change.ts';
import type { Family } from './step.ts';

export const CONFLICT_FAMILY: Family<keyof ConflictEvents> = {
  'conflict-found': ({ run, id, data, touch }) => {
    const change = findChange(run, id);
    change.conflict = data.conflict;
    touch(change);
  },
};
