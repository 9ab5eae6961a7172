// What scarce processors, memory and disks mean for a run.
import type { AttemptFailure } from '../../shared/domain/attempt.ts';
import { LIMITS } from '../../shared/domain/limits.ts';
import type { EventData } from '../../shared/events/event.ts';
import type { RunNode, TaskNode } from '../state/run-state.ts';
import type { Turn } from './turn.ts';

/** Whether it is admitted or not follows from the event. */
export function resourceChanged(turn: Turn, run: RunNode, change: EventData['resource-changed']): void {
  if (run.endedAt !== null || run.resources[change.resource].level === change.level) return;
  turn.emit(run.runId, 'resource-changed', { entity: 'run', id: run.runId }, change);
}

/** Somebody met a full disk before the next look at it: nothing new starts until that look says otherwise. */
export function diskRefused(turn: Turn, run: RunNode, { message }: AttemptFailure): void {
  const freedBy = 'the next look at the disk that finds room';
  resourceChanged(turn, run, { resource: 'disk', level: 'hard', message: `${message.replace(/[.]$/, '')}.`, freedBy });
}

/** A full disk says nothing about the tool, but it is not tried for ever. */
export function isDiskTried({ attempts }: TaskNode): boolean {
  return attempts.filter(({ failure }) => failure?.code === 'E_DISK').length >= LIMITS.diskFullTries;
}
