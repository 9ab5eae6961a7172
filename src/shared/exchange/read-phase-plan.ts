// An old phase plan (identity, scope, execution profile, steps, gates in groups of their own) → a phase of the plan.
import { asNumber, asRecord, asText } from '../plan/read-json.ts';
import { partsOf } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { knownTool } from './known-tool.ts';
import { NO_PARTS, type PlanParts } from './plan-parts.ts';
import { artifactsOf, testsOf } from './read-acceptance.ts';
import { copyAs, dropFor, type FieldReader, type FieldTable, readFields } from './read-fields.ts';
import { scopeAs } from './read-scope.ts';
import { readTask } from './read-task.ts';
import { setOnTasks } from './set-on-tasks.ts';
import { SourceRecord } from './source-record.ts';

const GROUPS = ['phase_identity', 'dag_and_dependencies', 'scope_and_modules', 'execution_plan', 'execution_profile'];

/** True for a document with at least two of the format's groups. */
export function looksLikePhasePlan(source: SourceRecord): boolean {
  return GROUPS.filter((name) => source.has(name)).length >= 2 || source.has('phase_identity');
}

export function readPhasePlan(source: SourceRecord, trace: ImportTrace): PlanParts {
  const phase = trace.begin(source.place, 'An old phase plan.');
  const identity = source.takeRecord('phase_identity');
  if (identity !== null) readFields(identity, phase, IDENTITY, trace);
  const id = asText(phase['phase_id']);
  const workstream = trace.begin(source.at('execution_plan'), 'The steps of the phase are one workstream.');
  workstream['workstream_id'] = `${id ?? 'phase'}-steps`;
  workstream['name'] = asText(phase['name']) ?? id ?? 'Steps';
  if (asText(phase['description']) !== null) workstream['objective'] = phase['description'];
  readSteps(source, workstream, trace);
  readFields(source, phase, phaseTable(workstream), trace);
  if (phase['name'] === undefined && id !== null) phase['name'] = id;
  phase['workstreams'] = [workstream];
  return { ...NO_PARTS, phases: [phase] };
}

const IDENTITY: FieldTable = {
  id: copyAs('phase_id'),
  phase_key: copyAs('phase_id'),
  title: copyAs('name'),
  phase_name: copyAs('name'),
  objective: copyAs('description'),
  summary: copyAs('description'),
  phase_type: copyAs('category'),
  type: copyAs('category'),
  version: dropFor('A phase has no version.'),
  status: dropFor('What is done is said by a run, not by a plan.'),
  owner: dropFor('A phase has no owner.'),
};

function readSteps(source: SourceRecord, workstream: PlanRecord, trace: ImportTrace): void {
  const plan = source.takeRecord('execution_plan');
  const from = plan?.at('steps') ?? source.at('execution_plan');
  const items = plan?.takeList('steps') ?? source.takeList('execution_plan');
  const id = String(workstream['workstream_id']);
  const tasks = items.flatMap((one, index) => {
    const task = readTask(one, { taskId: `${id}-${index + 1}`, kind: 'code_edit' }, trace);
    return task === null ? [] : [renameStep(task, trace)];
  });
  trace.set(workstream, 'tasks', tasks, { from });
  if (plan !== null) readFields(plan, workstream, {}, trace);
}

/** Of a step's other names those a task has a word for. */
function renameStep(task: PlanRecord, trace: ImportTrace): PlanRecord {
  const command = task['command'];
  const from = trace.origin(task, '/command');
  if (typeof command === 'string' && from !== null) {
    const note = 'One line is a command for the shell.';
    trace.set(task, 'command', { argv: [command], shell: true }, { from, note });
    if (task['tool'] === undefined) task['tool'] = 'command';
  }
  return task;
}

const phaseTable = (workstream: PlanRecord): FieldTable => ({
  dag_and_dependencies: inside({
    depends_on: copyAs('depends_on'),
    may_run_parallel_with: dropFor('What may run beside what follows from the order and the scopes.'),
    parallel_group: dropFor('What may run beside what follows from the order and the scopes.'),
    is_critical_path: dropFor('The critical path is worked out.'),
  }),
  scope_and_modules: inside({
    file_scope: scopeAs('resource_scope'),
    worktree_strategy: dropFor('Every attempt has a workspace of its own.'),
    modules: dropFor('A plan knows files, not modules.'),
  }),
  environment_and_tools: inside({
    target_os: dropFor('A plan does not choose the computer.'),
    default_shell: dropFor('A command says itself whether it needs a shell.'),
    ai_operators: (field) => {
      const tool = knownTool(field);
      if (tool !== null)
        setOnTasks(
          { workstream, from: field.from, trace: field.trace },
          { key: 'tool', value: tool, said: field.value },
        );
    },
  }),
  execution_profile: inside(profileTable(workstream)),
  pre_flight_checks: dropFor('A plan has no checks before the work.', 'Make them a task that comes first, or a gate.'),
  fix_loop_and_circuit_breakers: (field) => readBreakers(field, workstream),
  expected_artifacts: artifactsOf,
  acceptance_tests: testsOf,
  completion_gate: dropFor(
    'Its rules are in words of their own.',
    'Write them as checks of `acceptance`, or as gates.',
  ),
  observability_and_metrics: dropFor('What is recorded of a run is always the same.'),
  governance_and_constraints: dropFor(
    'A plan asks nobody for leave.',
    'Where a person must agree, add a task of the kind `human_review`.',
  ),
  extensions: dropFor('Extensions of others have no meaning here.'),
});

/** The fields of a group, read as if they stood in the phase. */
function inside(table: FieldTable): FieldReader {
  return ({ source, key, value, from, target, trace }) => {
    const record = SourceRecord.of({ value, place: source.at(key) });
    if (record === null) return trace.drop(from, value, 'It is no group of fields.');
    readFields(record, target, { ...dropOthers(record, table), ...table }, trace);
  };
}

/** Inside a group of the old format nothing unknown may pass for a field of the phase. */
function dropOthers(record: SourceRecord, table: FieldTable): FieldTable {
  const others = record.left().filter((key) => !Object.hasOwn(table, key));
  return Object.fromEntries(others.map((key) => [key, dropFor('A plan has no place for it.')]));
}

const profileTable = (workstream: PlanRecord): FieldTable => ({
  prompt_template_id: ({ value, from, trace }) => {
    for (const task of partsOf(workstream, 'tasks')) task['prompt_template_ref'] ??= value;
    trace.fold(from, 'The template holds for each task.');
  },
  concurrency: ({ value, from, trace }) => {
    if (asNumber(value) === null) return trace.drop(from, value, 'It is no number of tasks.');
    trace.set(workstream, 'concurrency', { max_parallel: value }, { from, note: 'How many tasks may run at once.' });
  },
  retry_attempts: ({ value, from, trace }) => {
    const retries = asNumber(value);
    if (retries === null) return trace.drop(from, value, 'It is no number.');
    setOnTasks(
      { workstream, from, trace },
      { group: 'execution', key: 'max_attempts', value: retries + 1, said: value },
    );
  },
  no_stop_mode: dropFor('What failed stops what needs it, and nothing else.'),
});

function readBreakers({ value, from, trace }: Parameters<FieldReader>[0], workstream: PlanRecord): void {
  const defaults = asRecord(asRecord(value)?.['defaults']) ?? asRecord(asRecord(value)?.['circuit_breakers']);
  const attempts = asNumber(defaults?.['max_attempts']) ?? asNumber(defaults?.['max_fix_attempts']);
  if (attempts !== null) {
    setOnTasks({ workstream, from, trace }, { group: 'execution', key: 'max_attempts', value: attempts });
  }
  trace.drop(
    from,
    value,
    attempts === null ? 'Breakers are those of the product.' : 'Only the number of attempts has a place.',
  );
}
