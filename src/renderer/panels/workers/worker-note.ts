// The one thing that is worth knowing about a worker, in a sentence; empty when all is well.
import type { WorkerView } from '../../../shared/ipc/views.ts';
import { counted } from '../../widgets/counted.ts';
import { durationWords } from '../../widgets/time-words.ts';

export function workerNote({ quarantined, reason, missedHeartbeats, stuck }: WorkerView): string {
  if (quarantined !== null) return capitalised(quarantined.reason);
  if (reason !== '') return capitalised(reason);
  if (missedHeartbeats > 0) return `${counted(missedHeartbeats, 'heartbeat')} missed`;
  return stuck === null ? '' : `May be stuck: ${durationWords(stuck.expectedMs)} were expected`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
