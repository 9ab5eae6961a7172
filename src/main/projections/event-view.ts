// An event as a sentence for people.
import type { CommandWork } from '../../shared/domain/command.ts';
import { listConflicts } from '../../shared/domain/conflict.ts';
import type { Resource } from '../../shared/domain/resources.ts';
import type { TaskCompletion } from '../../shared/domain/task.ts';
import type { EventData, EventKind, LoggedEvent } from '../../shared/events/event.ts';
import type { EventView } from '../../shared/ipc/views.ts';
import { notCompared, shadowSentence } from './shadow-answer.ts';

type Sentences = { readonly [K in EventKind]: (data: EventData[K]) => string };

const COMPLETIONS: Readonly<Record<TaskCompletion, string>> = {
  committed: ', its patch is committed',
  committed_directly: ', its direct edit is committed without a patch',
  no_change: ' without a change',
  skipped: ' without a change, for it was skipped',
  replaced: ', what was added for it is committed',
};

const RESOURCE_WORDS: Readonly<Record<Resource, string>> = {
  cpu: 'time on the processors',
  memory: 'memory',
  disk: 'room on the disk',
};

const SENTENCES: Sentences = {
  'run-created': ({ plan, base }) =>
    `Run of ${plan.name} created with ${plan.tasks.length} tasks on ${base.slice(0, 10)}`,
  'run-started': ({ ref }) => `Run started on its own ref ${ref}`,
  'run-control-changed': ({ control, reason }) => `Run is ${control}${reason === '' ? '' : `: ${reason}`}`,
  'run-finished': ({ state, reason }) => `Run ${state}${reason === '' ? '' : `: ${reason}`}`,
  'shadow-compared': ({ report, reason }) => (report === null ? notCompared(reason) : shadowSentence(report)),
  'run-published': ({ branch, to, mode }) => `Published to ${branch} (${mode}) at ${to.slice(0, 10)}`,
  'resource-changed': ({ resource, level, message }) =>
    level === 'ok'
      ? `There is enough ${RESOURCE_WORDS[resource]} again`
      : `${message} ${level === 'hard' ? 'Nothing new is started' : 'Less is started at once'}`,
  'run-noted': ({ message }) => message,
  'run-archived': ({ events, file, sha256 }) =>
    `Its ${events} events and its diffs are in the archive ${file} (sha256 ${sha256.slice(0, 12)}…)`,
  'run-restored': ({ file }) => `It came back from the archive ${file}`,
  'run-parallel-changed': ({ maxParallel }) =>
    `From now on ${maxParallel} ${maxParallel === 1 ? 'tool works' : 'tools work'} at once at most`,
  'command-accepted': ({ work, by, why }) => `Asked by ${by}: ${askedFor(work)}${why === '' ? '' : ` (${why})`}`,
  'phase-moved': ({ phaseId, to }) => `Phase ${phaseId} is ${to}`,
  'workstream-moved': ({ workstreamId, state }) => `Workstream ${workstreamId} is ${state}`,
  'task-queued': ({ taskId }) => `Task ${taskId} is ready and queued`,
  'task-blocked': ({ taskId, reason }) => `Task ${taskId} cannot start: ${reason}`,
  'task-retrying': ({ taskId, reason }) => `Task ${taskId} will be tried again: ${reason}`,
  'task-added': ({ taskId, task: { name, origin } }) =>
    origin?.task == null ? `Task ${taskId} is added: ${name}` : `Task ${taskId} is added for ${origin.task}: ${name}`,
  'task-completed': ({ taskId, completion, skipped }) =>
    `Task ${taskId} completed${COMPLETIONS[completion]}${skipped === null ? '' : saidBy(skipped)}`,
  'task-retried': ({ taskId }) => `Task ${taskId} is tried again from its beginning`,
  'task-unblocked': ({ taskId }) => `Task ${taskId} may go on: nothing before it is lost any more`,
  'task-prioritised': ({ taskId, priority }) => `Task ${taskId} has priority ${priority} from now on`,
  'dependency-added': ({ taskId, on, edge, reason }) =>
    `Task ${taskId} comes after ${on} from now on (${edge}): ${reason}`,
  'handoff-written': ({ taskId, handoff: { filesTotal, insertions, deletions } }) =>
    `Task ${taskId} hands on what it changed: ${filesTotal} ${filesTotal === 1 ? 'file' : 'files'}, +${insertions} −${deletions}`,
  'task-failed': ({ taskId, code, reason }) => `Task ${taskId} failed (${code}): ${reason}`,
  'task-cancelled': ({ taskId, reason }) => `Task ${taskId} cancelled: ${reason}`,
  'task-routed': ({ taskId, toolId, rule, from, reason }) =>
    `Task ${taskId} ${from === null ? `gets ${toolId}` : `goes from ${from} to ${toolId}`} by rule ${rule}: ${reason}`,
  'breaker-opened': ({ toolId, reason, until, fromRun }) =>
    `Tool ${toolId} is shut off until ${until}: ${reason}${elsewhere(fromRun)}`,
  'breaker-half-opened': ({ toolId }) => `Tool ${toolId} is let try once`,
  'breaker-closed': ({ toolId, reason, fromRun }) => `Tool ${toolId} is let in again: ${reason}${elsewhere(fromRun)}`,
  'tool-limited': ({ toolId, until, reason, fromRun }) =>
    until === null
      ? `Tool ${toolId} may start again: ${reason}`
      : `Tool ${toolId} rests until ${until}: ${reason}${elsewhere(fromRun)}`,
  'attempt-created': ({ taskId, number, tool }) => `Attempt ${number} of ${taskId} with ${tool}`,
  'worker-spawned': ({ number }) => `Worker ${number} is started`,
  'worker-ready': ({ number }) => `Worker ${number} is ready`,
  'worker-heartbeat': ({ missed }) =>
    missed === 0 ? 'Worker shows signs of life' : `Worker shows signs of life again, after ${missed} missed`,
  'worker-check-failed': ({ message }) => `Worker failed a health check: ${message}`,
  'worker-quarantined': ({ reason }) => `Worker is in quarantine and gets no more tasks: ${reason}`,
  'worker-released': ({ reason }) => `Worker is released from quarantine${reason === '' ? '' : `: ${reason}`}`,
  'worker-draining': ({ reason }) => `Worker ends after its task: ${reason}`,
  'worker-terminated': ({ reason }) => `Worker ended: ${reason}`,
  'worker-stuck': ({ taskId, runningMs, expectedMs }) =>
    `Task ${taskId} may be stuck: it runs for ${Math.round(runningMs / 1000)} s, ${Math.round(expectedMs / 1000)} s were expected`,
  'report-ignored': ({ taskId, result, lease, reason }) =>
    `A late report of ${taskId} is ignored (${result.replace('_', ' ')}, lease ${lease}): ${reason}`,
  'attempt-started': ({ pid }) => (pid === null ? 'Attempt started' : `Attempt started as process ${pid}`),
  'attempt-finished': ({ taskId, result, failure, notes, logs }) =>
    [
      `Attempt of ${taskId} ended: ${failure === null ? result.replace('_', ' ') : failure.message}`,
      ...notes,
      ...(failure !== null && logs !== null ? [`Its output: ${logs}`] : []),
    ].join(' · '),
  'patch-created': ({ taskId, files, insertions, deletions }) =>
    `Patch of ${taskId} recorded: ${files.length} ${files.length === 1 ? 'file' : 'files'}, +${insertions} −${deletions}`,
  'patch-validated': () => 'Patch passed format, scope and limits',
  'patch-queued': ({ position }) => `Patch joined the merge train at position ${position}`,
  'patch-quarantined': ({ reason }) => `Patch quarantined: ${reason}`,
  'patch-dropped': ({ reason }) => `Patch dropped: ${reason}`,
  'patch-apply-failed': ({ message }) => `Patch did not apply: ${message}`,
  'review-opened': ({ taskId, reason, approvalsNeeded }) =>
    `A person has to decide about the patch of ${taskId}${approvalsNeeded > 1 ? ` (${approvalsNeeded} of them)` : ''}: ${reason}`,
  'review-voted': ({ verdict, reviewer, why }) =>
    `${reviewer.kind === 'tool' ? `Tool ${reviewer.name}` : reviewer.name} ${verdict === 'approve' ? 'approves' : 'rejects'} it${why === '' ? '' : `: ${why}`}`,
  'review-decided': ({ decision, reason }) => `Review ${decision}: ${reason}`,
  'review-withdrawn': ({ reason }) => `Review withdrawn: ${reason}`,
  'candidate-started': ({ onto, number }) => `Candidate ${number} is built on ${onto.slice(0, 10)}`,
  'candidate-built': ({ tree }) => `Candidate built, tree ${tree.slice(0, 10)}`,
  'conflict-found': ({ conflict }) => `Conflict: ${listConflicts(conflict.files, conflict.moreFiles)}`,
  'candidate-discarded': ({ reason }) => `Candidate discarded: ${reason}`,
  'candidate-accepted': ({ commit }) => `Candidate accepted, head moves to ${commit.slice(0, 10)}`,
  'patch-applied': ({ onto }) => `Patch applied on ${onto.slice(0, 10)}`,
  'patch-verified': ({ gates }) =>
    gates.length === 0 ? 'Patch verified, no gate asked for' : `Patch verified by ${gates.join(', ')}`,
  'patch-committed': ({ commit }) => `Patch committed as ${commit.slice(0, 10)}`,
  'direct-change-captured': ({ taskId, files, insertions, deletions }) =>
    `Direct edit of ${taskId}, unprotected: ${files.length} ${files.length === 1 ? 'file' : 'files'}, +${insertions} −${deletions}`,
  'direct-change-queued': ({ position, findings }) =>
    `Direct change joined the merge train at position ${position}${
      findings.length === 0
        ? ''
        : `; as a patch it would have ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
    }`,
  'direct-change-kept': ({ reason }) => `Direct change kept, not committed: ${reason}`,
  'direct-change-dropped': ({ reason }) => `Direct change dropped: ${reason}`,
  'direct-change-committed': ({ commit }) => `Direct change committed as ${commit.slice(0, 10)}, without a patch`,
  'wave-landed': ({ wave, commit, gates }) =>
    `Wave ${wave + 1} has landed at ${commit.slice(0, 10)}, judged by ${gates.join(', ')}`,
  'wave-opened': ({ wave }) => `Wave ${wave} is done, wave ${wave + 1} may begin`,
  'gate-queued': ({ gateId, tree, wave, blockedBy }) =>
    `Gate ${gateId} queued on tree ${tree.slice(0, 10)}${wave === null ? '' : `, the end of wave ${wave + 1}`}${blockedBy.length === 0 ? '' : `, after ${blockedBy.join(', ')}`}`,
  'gate-unblocked': ({ gateId }) => `Gate ${gateId} may start, what it comes after has passed`,
  'gate-skipped': ({ gateId, reason }) => `Gate ${gateId} skipped: ${reason}`,
  'gate-started': ({ gateId }) => `Gate ${gateId} started`,
  'gate-finished': ({ gateId, verdict, cached, message }) =>
    `Gate ${gateId} ${verdict}${cached ? ' (known from an equal run)' : ''}${message === '' ? '' : `: ${message}`}`,
  'acceptance-started': ({ level, levelId, commit }) =>
    `Acceptance of ${level} ${levelId} begins on ${commit.slice(0, 10)}`,
  'check-started': ({ checkId }) => `Check ${checkId} started`,
  'check-finished': ({ checkId, verdict, cached, message }) =>
    `Check ${checkId} ${verdict}${cached ? ' (known from an equal run)' : ''}${message === '' ? '' : `: ${message}`}`,
  'acceptance-finished': ({ level, levelId, state, reason }) =>
    state === 'passed'
      ? `The ${level} ${levelId} is accepted`
      : `The ${level} ${levelId} ${state === 'failed' ? 'failed' : 'is not judged any more'}: ${reason}`,
};

function saidBy({ by, why }: { readonly by: string; readonly why: string }): string {
  return why === '' ? ` by ${by}` : ` by ${by}: ${why}`;
}

function askedFor(work: CommandWork): string {
  switch (work.name) {
    case 'stop':
      return work.mode === 'kill' ? 'stop the run and its tools' : 'stop the run after the work in hand';
    case 'retry':
    case 'skip':
    case 'prioritise':
      return `${work.name} ${work.taskId}`;
    case 'parallel':
      return `${work.maxParallel} tools at once`;
    case 'depend':
      return `let ${work.taskId} come after ${work.on} (${work.edge})`;
    case 'drain-worker':
      return `let worker ${work.workerId} end after its task`;
    case 'release-worker':
      return `release worker ${work.workerId} from quarantine`;
    case 'import-patch':
      return work.taskId === null ? `take in the patch ${work.file}` : `take the patch ${work.file} for ${work.taskId}`;
    case 'reset-tool':
      return `let tool ${work.tool} in again`;
    case 'approve':
    case 'reject':
      return `${work.name} patch ${work.patchId} in review ${work.reviewId}`;
    case 'pause':
    case 'resume':
    case 'cancel':
      return `${work.name} the run`;
  }
}

export function eventView(event: LoggedEvent): EventView {
  const sentence = SENTENCES[event.kind] as (data: EventData[EventKind]) => string; // kind and data belong together
  return {
    key: event.eventId,
    seq: event.seq,
    eventId: event.eventId,
    runId: event.runId,
    kind: event.kind,
    at: event.at,
    entity: event.entity,
    id: event.id,
    text: sentence(event.data),
    data: event.data,
  };
}

function elsewhere(fromRun: string | null): string {
  return fromRun === null ? '' : ` (in run ${fromRun})`;
}
