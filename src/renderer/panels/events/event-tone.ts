// The colour of an event in the log: good and bad ends stand out, everything else stays quiet.
import type { EventView } from '../../../shared/ipc/views.ts';
import type { Tone } from '../../widgets/state-look.tsx';

const GOOD = /(?:completed|committed|published|verified)$/;
const BAD = /(?:failed|quarantined)$/;
const WARN = /(?:retrying|blocked|cancelled|dropped|discarded)$/;

export function eventTone(event: Pick<EventView, 'kind' | 'data'>): Tone {
  if (GOOD.test(event.kind)) return 'good';
  if (BAD.test(event.kind)) return 'bad';
  if (WARN.test(event.kind)) return 'warn';
  return event.kind.endsWith('finished') ? outcomeTone(event.data) : 'neutral';
}

function outcomeTone(data: unknown): Tone {
  const { verdict, state } = (data ?? {}) as { verdict?: unknown; state?: unknown }; // both are looked at below
  const outcome = verdict ?? state;
  if (outcome === 'passed' || outcome === 'completed' || outcome === 'succeeded') return 'good';
  if (outcome === 'failed' || outcome === 'error' || outcome === 'quarantined') return 'bad';
  return 'neutral';
}
