// Whom the events of a patch or a direct change are about.
import { changeIdOf } from '../state/find-change.ts';
import type { Change } from '../state/run-state.ts';
import type { Subject } from './turn.ts';

export function changeSubject(change: Change): Subject {
  return { entity: change.table === 'patches' ? 'patch' : 'direct_change', id: changeIdOf(change) };
}
