// Our vocabulary against that of others: each kind of event, the `run_event.v1` kind it is exported as, and the names it answers to.

import type { Entity, EventData, EventKind, NewEvent } from './event.ts';
import type { AlsoName, RunEventKind } from './event-names.ts';

/** As the state machine document grades them: progress, retries and refusals, failures. */
export type EventSeverity = 'info' | 'warning' | 'error';

/** One way to read an event: with a condition it counts for those that meet it, without one for all the rest. */
export interface Words<K extends EventKind = EventKind> {
  readonly exportedAs: RunEventKind;
  readonly also: readonly AlsoName[];
  /** `info` where it is left out. */
  readonly severity?: EventSeverity;
  /** In words, for the page of events; with `holds`. */
  readonly when?: string;
  readonly holds?: (data: EventData[K], entity: Entity) => boolean;
}

/** The first entry that holds counts; the last one of a kind has no condition. A new kind does not compile until it is here. */
export const EVENT_WORDS: { readonly [K in EventKind]: readonly Words<K>[] } = {
  'run-created': [{ exportedAs: 'run_created', also: ['JOB_CREATED', 'TASK_CREATED'] }],
  'run-started': [{ exportedAs: 'run_started', also: ['JOB_STARTED'] }],
  'command-accepted': [
    {
      when: 'a run goes on again',
      holds: ({ work }) => work.name === 'resume',
      exportedAs: 'note',
      also: ['JOB_RESUMED'],
    },
    { exportedAs: 'note', also: [] },
  ],
  'run-control-changed': [
    {
      when: 'nothing of it runs any more',
      holds: ({ control }) => control === 'paused',
      exportedAs: 'run_state_changed',
      also: ['JOB_PAUSED'],
    },
    { exportedAs: 'run_state_changed', also: [] },
  ],
  'run-parallel-changed': [{ exportedAs: 'note', also: [] }],
  'run-finished': [
    {
      when: 'it succeeded',
      holds: ({ state }) => state === 'succeeded',
      exportedAs: 'run_state_changed',
      also: ['JOB_COMPLETED', 'run_completed'],
    },
    {
      when: 'it was cancelled',
      holds: ({ state }) => state === 'canceled',
      exportedAs: 'run_state_changed',
      also: ['JOB_CANCELLED', 'run_canceled', 'plan_aborted'],
    },
    { exportedAs: 'run_state_changed', also: ['JOB_FAILED'], severity: 'error' },
  ],
  'shadow-compared': [
    {
      when: 'a dependency is missing in the plan',
      holds: ({ report }) => report !== null && report.missingCount > 0,
      exportedAs: 'note',
      also: ['warning'],
      severity: 'warning',
    },
    { exportedAs: 'note', also: [] },
  ],
  'run-published': [{ exportedAs: 'note', also: [] }],
  'resource-changed': [
    {
      when: 'there is enough of it again',
      holds: ({ level }) => level === 'ok',
      exportedAs: 'note',
      also: [],
    },
    { exportedAs: 'note', also: ['RESOURCE_LIMIT', 'warning'], severity: 'warning' },
  ],
  'run-noted': [{ exportedAs: 'note', also: [] }],
  'run-archived': [{ exportedAs: 'note', also: [] }],
  'run-restored': [{ exportedAs: 'note', also: [] }],
  'phase-moved': [{ exportedAs: 'phase_transition', also: [] }],
  'workstream-moved': [{ exportedAs: 'note', also: ['workstream_state_transition'] }],
  'task-queued': [{ exportedAs: 'note', also: ['task_received', 'task_state_transition'] }],
  'task-blocked': [
    {
      when: 'a person is waited for',
      holds: ({ rootCause }) => rootCause === null,
      exportedAs: 'note',
      also: ['HUMAN_REVIEW', 'task_blocked', 'task_state_transition'],
      severity: 'warning',
    },
    { exportedAs: 'note', also: ['task_blocked', 'task_state_transition'], severity: 'warning' },
  ],
  'task-retrying': [
    {
      exportedAs: 'error_pipeline_triggered',
      also: ['step_retry', 'retry_scheduled', 'warning', 'task_state_transition'],
      severity: 'warning',
    },
  ],
  'task-added': [
    {
      when: 'it mends what a gate refused',
      holds: ({ task }) => task.origin?.kind === 'fix',
      exportedAs: 'note',
      also: ['TASK_CREATED', 'FIX_TASK_CREATED', 'FEEDBACK_TASK_CREATED', 'task_state_transition'],
      severity: 'warning',
    },
    { exportedAs: 'note', also: ['TASK_CREATED', 'task_state_transition'] },
  ],
  'task-completed': [
    {
      when: 'a task that was added mended it',
      holds: ({ replacedBy }) => replacedBy?.kind === 'fix',
      exportedAs: 'note',
      also: ['TASK_COMPLETED', 'FIX_APPLIED', 'ERROR_RESOLVED', 'completed', 'task_state_transition'],
    },
    {
      when: 'a person skipped it',
      holds: ({ skipped }) => skipped !== null,
      exportedAs: 'note',
      also: ['TASK_COMPLETED', 'HUMAN_DECISION', 'manual_override', 'completed', 'task_state_transition'],
      severity: 'warning',
    },
    {
      when: 'an attempt before had failed',
      holds: ({ failures }) => failures !== null && failures > 0,
      exportedAs: 'note',
      also: ['TASK_COMPLETED', 'ERROR_RESOLVED', 'completed', 'task_state_transition'],
    },
    { exportedAs: 'note', also: ['TASK_COMPLETED', 'completed', 'task_state_transition'] },
  ],
  'dependency-added': [{ exportedAs: 'note', also: ['DYNAMIC_DEPENDENCY_DISCOVERED'] }],
  'handoff-written': [{ exportedAs: 'note', also: [] }],
  'task-failed': [{ exportedAs: 'note', also: ['TASK_FAILED', 'error', 'task_state_transition'], severity: 'error' }],
  'task-retried': [{ exportedAs: 'note', also: ['TASK_CREATED', 'HUMAN_DECISION', 'task_state_transition'] }],
  'task-unblocked': [{ exportedAs: 'note', also: ['task_state_transition'] }],
  'task-prioritised': [{ exportedAs: 'note', also: [] }],
  'task-cancelled': [{ exportedAs: 'note', also: ['task_state_transition'] }],
  'attempt-created': [
    {
      exportedAs: 'note',
      also: ['TASK_ASSIGNED', 'routed_to_app', 'WORKER_BUSY', 'WORKER_STATE_CHANGED', 'worker_state_transition'],
    },
  ],
  'task-routed': [
    {
      when: 'it had another tool before',
      holds: ({ from }) => from !== null,
      exportedAs: 'note',
      also: ['ROUTING_FALLBACK', 'ROUTING_COMPLETE'],
      severity: 'warning',
    },
    { exportedAs: 'note', also: ['ROUTING_COMPLETE'] },
  ],
  'breaker-opened': [{ exportedAs: 'note', also: ['CIRCUIT_OPENED'], severity: 'error' }],
  'breaker-half-opened': [{ exportedAs: 'note', also: ['CIRCUIT_HALF_OPEN'] }],
  'breaker-closed': [{ exportedAs: 'note', also: ['CIRCUIT_CLOSED'] }],
  'tool-limited': [
    { when: 'it may start again', holds: ({ until }) => until === null, exportedAs: 'note', also: [] },
    { exportedAs: 'note', also: ['RESOURCE_LIMIT'], severity: 'warning' },
  ],
  'worker-spawned': [
    { exportedAs: 'note', also: ['WORKER_SPAWNED', 'WORKER_STATE_CHANGED', 'worker_state_transition'] },
  ],
  'worker-ready': [{ exportedAs: 'note', also: freed() }],
  'worker-heartbeat': [{ exportedAs: 'note', also: ['WORKER_HEARTBEAT', 'HEARTBEAT'] }],
  'worker-check-failed': [
    {
      when: 'its tool takes more memory than it may',
      holds: ({ check }) => check === 'memory',
      exportedAs: 'note',
      also: ['WORKER_HEALTH_CHECK_FAILED', 'RESOURCE_LIMIT', 'warning'],
      severity: 'warning',
    },
    { exportedAs: 'note', also: ['WORKER_HEALTH_CHECK_FAILED', 'warning'], severity: 'warning' },
  ],
  'worker-quarantined': [{ exportedAs: 'note', also: ['error'], severity: 'error' }],
  'worker-released': [{ exportedAs: 'note', also: [] }],
  'worker-draining': [
    { exportedAs: 'note', also: ['WORKER_DRAINING', 'WORKER_STATE_CHANGED', 'worker_state_transition'] },
  ],
  'worker-terminated': [
    { exportedAs: 'note', also: ['WORKER_TERMINATED', 'WORKER_STATE_CHANGED', 'worker_state_transition'] },
  ],
  'worker-stuck': [{ exportedAs: 'note', also: ['warning'], severity: 'warning' }],
  'report-ignored': [{ exportedAs: 'note', also: ['warning'], severity: 'warning' }],
  'attempt-started': [
    {
      when: 'the tool is a process',
      holds: ({ pid }) => pid !== null,
      exportedAs: 'tool_call_started',
      also: ['TASK_STARTED', 'TOOL_INVOKED', 'STEP_STARTED', 'step_started', 'process_started'],
    },
    { exportedAs: 'tool_call_started', also: ['TASK_STARTED', 'TOOL_INVOKED', 'STEP_STARTED', 'step_started'] },
  ],
  'attempt-finished': [
    {
      when: 'the tool ended well',
      holds: ({ state }) => state === 'completed',
      exportedAs: 'tool_call_completed',
      also: ['TOOL_SUCCEEDED', 'step_succeeded', 'step_completed', ...freed()],
    },
    {
      when: 'it took too long or was silent too long',
      holds: ({ failure }) => failure?.code === 'E_TIMEOUT' || failure?.code === 'E_IDLE',
      exportedAs: 'tool_call_error',
      also: ['TOOL_TIMEOUT', 'step_timeout', 'timeout', 'ERROR_RAISED', ...freed()],
      severity: 'error',
    },
    {
      when: 'it wrote more output than it may',
      holds: ({ failure }) => failure?.code === 'E_OUTPUT_LIMIT',
      exportedAs: 'tool_call_error',
      also: ['RESOURCE_LIMIT', 'TOOL_FAILED', 'step_failed', 'ERROR_RAISED', ...freed()],
      severity: 'error',
    },
    {
      when: 'it was stopped',
      holds: ({ state }) => state === 'canceled',
      exportedAs: 'tool_call_error',
      also: freed(),
      severity: 'warning',
    },
    {
      exportedAs: 'tool_call_error',
      also: ['TOOL_FAILED', 'step_failed', 'ERROR_RAISED', ...freed()],
      severity: 'error',
    },
  ],
  'patch-created': [
    { exportedAs: 'patch_created', also: ['PATCH_CREATED', 'FILE_STATE_CHANGED', 'patch_state_transition'] },
  ],
  'patch-validated': [{ exportedAs: 'patch_validated', also: ['PATCH_VALIDATED', 'patch_state_transition'] }],
  'patch-queued': [{ exportedAs: 'note', also: ['QUEUE_DEPTH_CHANGED', 'patch_state_transition'] }],
  'patch-quarantined': [
    {
      exportedAs: 'patch_quarantined',
      also: ['PATCH_QUARANTINED', 'FILE_QUARANTINED', 'patch_state_transition'],
      severity: 'warning',
    },
  ],
  'patch-dropped': [{ exportedAs: 'note', also: ['patch_state_transition'] }],
  'patch-apply-failed': [
    {
      when: 'it conflicts with what is on the head',
      holds: ({ code }) => code === 'E_MERGE_CONFLICT',
      exportedAs: 'patch_apply_failed',
      also: [
        'MERGE_CONFLICT',
        'merge_conflict_detected',
        'E_MERGE_CONFLICT',
        'MERGE_FAILED',
        'ERROR_RAISED',
        'patch_state_transition',
      ],
      severity: 'error',
    },
    {
      exportedAs: 'patch_apply_failed',
      also: ['MERGE_FAILED', 'ERROR_RAISED', 'patch_state_transition'],
      severity: 'error',
    },
  ],
  'review-opened': [{ exportedAs: 'note', also: ['HUMAN_REVIEW'], severity: 'warning' }],
  'review-voted': [{ exportedAs: 'note', also: ['HUMAN_DECISION'] }],
  'review-decided': [
    {
      when: 'it was approved',
      holds: ({ decision }) => decision === 'approved',
      exportedAs: 'note',
      also: ['HUMAN_DECISION'],
    },
    { exportedAs: 'note', also: ['HUMAN_DECISION'], severity: 'warning' },
  ],
  'review-withdrawn': [{ exportedAs: 'note', also: [] }],
  'candidate-started': [
    {
      when: 'it is of a direct change',
      holds: (_, entity) => entity === 'direct_change',
      exportedAs: 'note',
      also: ['MERGE_STARTED'],
    },
    { exportedAs: 'patch_apply_started', also: ['MERGE_STARTED'] },
  ],
  'candidate-built': [{ exportedAs: 'note', also: [] }],
  'conflict-found': [{ exportedAs: 'note', also: [], severity: 'warning' }],
  'candidate-discarded': [{ exportedAs: 'note', also: [], severity: 'warning' }],
  'candidate-accepted': [{ exportedAs: 'note', also: [] }],
  'patch-applied': [{ exportedAs: 'patch_apply_succeeded', also: ['PATCH_APPLIED', 'patch_state_transition'] }],
  'patch-verified': [{ exportedAs: 'note', also: ['patch_state_transition'] }],
  'patch-committed': [
    { exportedAs: 'note', also: ['PATCH_COMMITTED', 'MERGE_COMPLETED', 'FILE_COMMITTED', 'patch_state_transition'] },
  ],
  'direct-change-captured': [{ exportedAs: 'note', also: ['FILE_STATE_CHANGED'] }],
  'direct-change-queued': [{ exportedAs: 'note', also: ['QUEUE_DEPTH_CHANGED'] }],
  'direct-change-kept': [{ exportedAs: 'note', also: [] }],
  'direct-change-dropped': [{ exportedAs: 'note', also: [] }],
  'direct-change-committed': [{ exportedAs: 'note', also: ['MERGE_COMPLETED', 'FILE_COMMITTED'] }],
  'wave-landed': [{ exportedAs: 'note', also: [] }],
  'wave-opened': [{ exportedAs: 'note', also: [] }],
  'gate-queued': [
    {
      when: 'it waits for other gates',
      holds: ({ blockedBy }) => blockedBy.length > 0,
      exportedAs: 'note',
      also: ['GATE_BLOCKED', 'gate_state_transition'],
    },
    { exportedAs: 'note', also: ['gate_state_transition'] },
  ],
  'gate-unblocked': [{ exportedAs: 'note', also: ['gate_state_transition'] }],
  'gate-skipped': [{ exportedAs: 'note', also: ['GATE_BLOCKED', 'gate_state_transition'], severity: 'warning' }],
  'gate-started': [{ exportedAs: 'note', also: ['gate_state_transition'] }],
  'gate-finished': [
    {
      when: 'it passed',
      holds: ({ verdict }) => verdict === 'passed',
      exportedAs: 'note',
      also: ['GATE_PASSED', 'test_gate_executed', 'gate_state_transition'],
    },
    {
      when: 'it failed',
      holds: ({ verdict }) => verdict === 'failed',
      exportedAs: 'note',
      also: ['GATE_FAILED', 'test_gate_executed', 'gate_state_transition'],
      severity: 'error',
    },
    { exportedAs: 'note', also: ['test_gate_error', 'gate_state_transition'], severity: 'error' },
  ],
  'acceptance-started': [{ exportedAs: 'note', also: [] }],
  'check-started': [{ exportedAs: 'note', also: [] }],
  'check-finished': [
    { when: 'it passed', holds: ({ verdict }) => verdict === 'passed', exportedAs: 'note', also: [] },
    { exportedAs: 'note', also: [], severity: 'warning' },
  ],
  'acceptance-finished': [
    {
      when: 'a check failed that decides',
      holds: ({ state }) => state === 'failed',
      exportedAs: 'note',
      also: [],
      severity: 'error',
    },
    { exportedAs: 'note', also: [] },
  ],
};

export const EVENT_KINDS = Object.keys(EVENT_WORDS) as EventKind[]; // exactly the keys by its type

/** How an event is named to others. */
export function wordsOf(event: Pick<NewEvent, 'kind' | 'data' | 'entity'>): Words {
  const entries = EVENT_WORDS[event.kind] as readonly Words[]; // kind and data belong together in NewEvent
  return entries.find((words) => words.holds?.(event.data, event.entity) ?? true) ?? { exportedAs: 'note', also: [] };
}

/** The worker is free again, however it ended. */
function freed(): readonly AlsoName[] {
  return ['WORKER_IDLE', 'WORKER_STATE_CHANGED', 'worker_state_transition'];
}
