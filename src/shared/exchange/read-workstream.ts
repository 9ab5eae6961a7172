// A workstream of UET v1, of its prose, or an old bundle → a workstream of the plan.
import { asNumber, asRecord, asText } from '../plan/read-json.ts';
import { BUNDLE } from './bundle-fields.ts';
import { expectForms } from './expected-form.ts';
import { partsOf } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { knownTool } from './known-tool.ts';
import { listed } from './plan-parts.ts';
import { acceptanceOf, testsOf } from './read-acceptance.ts';
import {
  copyAs,
  dropFor,
  type FieldReader,
  type FieldReading,
  type FieldTable,
  group,
  readFields,
} from './read-fields.ts';
import { createAs, scopeAs } from './read-scope.ts';
import { readTask, title } from './read-task.ts';
import { setOnTasks } from './set-on-tasks.ts';
import { type SourceItem, SourceRecord } from './source-record.ts';
import { KINDS, ON_TASK_FAILURE, wordFor } from './v1-words.ts';

export interface ImportContext {
  readonly trace: ImportTrace;
  /** Gates the project defines, by kind; an old bundle names kinds of gates, not gates. */
  readonly gates: ReadonlyMap<string, string>;
  /** True inside of a plan of ours, where words that only the prose gives a meaning to have none. */
  readonly isPlan?: true;
}

/** Null, with a problem, for what is no group of fields. */
export function readWorkstream(item: SourceItem, context: ImportContext): PlanRecord | null {
  const { trace } = context;
  const source = SourceRecord.of(item);
  if (source === null) {
    trace.refuse(item.place, 'E_SCHEMA', { message: 'A workstream is no group of fields.', advice: 'Correct it.' });
    return null;
  }
  const isBundle = looksLikeBundle(source);
  const workstream = trace.begin(source.place, isBundle ? 'An old workstream bundle.' : 'A workstream.');
  readTasks(source, workstream, { isBundle, trace });
  const table = context.isPlan === true ? { ...WORKSTREAM, ...PLAN_WORKSTREAM } : WORKSTREAM;
  readFields(source, workstream, isBundle ? { ...table, ...BUNDLE(context.gates) } : table, trace);
  nameWorkstream(workstream, source, trace);
  return workstream;
}

/** Fields only the old format has. */
function looksLikeBundle(source: SourceRecord): boolean {
  if (source.has('workstream_id')) return false;
  const marks = ['openspec_change', 'ccpm_issue', 'files_create', 'acceptance_tests', 'circuit_breaker', 'capability'];
  if (marks.some((mark) => source.has(mark))) return true;
  const hasWork = source.has('tasks') || source.has('steps');
  return source.has('id') && hasWork && !source.has('plan_id') && !source.has('globals');
}

interface TaskReading {
  readonly isBundle: boolean;
  readonly trace: ImportTrace;
}

/** First of all, for what the workstream says of all of its tasks is set on them. */
function readTasks(source: SourceRecord, workstream: PlanRecord, { isBundle, trace }: TaskReading): void {
  const id = asText(source.peek('workstream_id')) ?? asText(source.peek('id')) ?? 'task';
  const key = source.has('tasks') || !source.has('steps') ? 'tasks' : 'steps';
  const word = source.peek('kind');
  const kind = isBundle ? (wordFor(KINDS, word) ?? asText(word) ?? 'code_edit') : null;
  const from = source.at(key);
  expectForms(source, { [key]: 'list', phase_id: 'text', depends_on: 'texts' }, trace);
  const items = source.takeList(key);
  const tasks = items.flatMap((one, index) => listed(readTask(one, { taskId: `${id}-${index + 1}`, kind }, trace)));
  if (items.length > 0 || Array.isArray(source.peek(key))) {
    const note = key === 'tasks' ? {} : { note: '`steps` are `tasks` here.' };
    trace.set(workstream, 'tasks', tasks, { from, ...note });
  }
}

function nameWorkstream(workstream: PlanRecord, source: SourceRecord, trace: ImportTrace): void {
  const words = asText(workstream['objective']) ?? asText(workstream['workstream_id']) ?? '';
  if (workstream['name'] !== undefined || words === '') return;
  trace.set(workstream, 'name', title(words), { from: source.place, note: 'The workstream had no name.' });
}

/** The mode of the prose is the strategy of a plan. */
const readConcurrency: FieldReader = (field) => {
  const source = SourceRecord.of({ value: field.value, place: field.from });
  if (source === null) return copyAs('concurrency')(field);
  const { trace } = field;
  const concurrency: PlanRecord = {};
  readFields(source, concurrency, { mode: (mode) => readMode({ ...mode, target: field.target }) }, trace);
  if (!emptied(concurrency, field.value)) trace.set(field.target, 'concurrency', concurrency, { from: field.from });
};

const readMode: FieldReader = ({ value, from, target, trace }) => {
  const strategy =
    value === 'sequential' ? 'sequential' : value === 'parallel' || value === 'parallel_groups' ? 'dag' : null;
  if (strategy === null) return trace.drop(from, value, 'It is no known mode.');
  if (value === 'parallel_groups') {
    trace.ask(from, 'Groups that run in parallel are not known here.', 'Order the groups with `depends_on`.');
  }
  if (target['strategy'] !== undefined) return trace.drop(from, value, '`strategy` says it already.');
  trace.set(target, 'strategy', strategy, { from, note: `\`${String(value)}\` is the strategy \`${strategy}\`.` });
};

const readErrorHandling: FieldReader = (field) => {
  const source = SourceRecord.of({ value: field.value, place: field.from });
  if (source === null) return copyAs('error_handling')(field);
  const handling: PlanRecord = {};
  readFields(source, handling, ERROR_HANDLING(field.target), field.trace);
  if (!emptied(handling, field.value)) field.trace.set(field.target, 'error_handling', handling, { from: field.from });
};

/** True for a group whose fields all went elsewhere; one that was empty before stays. */
function emptied(record: PlanRecord, before: unknown): boolean {
  return Object.keys(record).length === 0 && Object.keys(asRecord(before) ?? {}).length > 0;
}

const ERROR_HANDLING = (workstream: PlanRecord): FieldTable => ({
  default_on_task_failure: ({ source, value, from, target, trace }) => {
    const word = wordFor(ON_TASK_FAILURE, value);
    if (word === null || source.has('strategy')) return trace.drop(from, value, 'It has no counterpart here.');
    trace.set(target, 'strategy', word, { from, note: `\`${String(value)}\` is \`${word}\` in UET v1.` });
  },
  max_task_retries: ({ value, from, trace }) => {
    const retries = asNumber(value);
    if (retries === null) return trace.drop(from, value, 'It is no number.');
    setOnTasks(
      { workstream, from, trace },
      { group: 'execution', key: 'max_attempts', value: retries + 1, said: value },
    );
  },
});

const pushDown =
  (key: string): FieldReader =>
  ({ value, from, target, trace }) =>
    setOnTasks({ workstream: target, from, trace }, { key, value });

function toolOfAll(field: FieldReading): void {
  const { from, target, trace } = field;
  const tool = knownTool(field);
  if (tool !== null) setOnTasks({ workstream: target, from, trace }, { key: 'tool', value: tool, said: field.value });
}

const WORKSTREAM: FieldTable = {
  id: copyAs('workstream_id'),
  title: copyAs('name'),
  description: copyAs('objective'),
  files_scope: scopeAs('resource_scope'),
  files_create: createAs('resource_scope'),
  resource_scope: scopeAs('resource_scope'),
  acceptance: acceptanceOf,
  acceptance_tests: testsOf,
  concurrency: readConcurrency,
  error_handling: readErrorHandling,
  conflict_group: pushDown('conflict_group'),
  tool: toolOfAll,
  tool_preference: toolOfAll,
  estimated_context_tokens: dropFor('How much a task may read is worked out when it starts.'),
  prompt_template_ref: ({ value, from, target, trace }) => {
    for (const task of partsOf(target, 'tasks')) task['prompt_template_ref'] ??= value;
    trace.fold(from, 'The template holds for each task.');
  },
};

const noEffect = dropFor('It has no effect in a plan.');

const PLAN_WORKSTREAM: FieldTable = {
  concurrency: groupWith('concurrency', { mode: noEffect }),
  error_handling: groupWith('error_handling', { default_on_task_failure: noEffect, max_task_retries: noEffect }),
};

function groupWith(name: string, table: FieldTable): FieldReader {
  return ({ value, from, target, trace }) => {
    const source = SourceRecord.of({ value, place: from });
    if (source === null) return;
    const own = group(target, name);
    readFields(source, own, table, trace);
    trace.set(target, name, own, { from });
  };
}

/** True for a group of fields that can only be a workstream. */
export function looksLikeWorkstream(source: SourceRecord): boolean {
  const isV1 = source.has('workstream_id') && !source.has('task_id');
  return isV1 || (source.has('objective') && source.has('tasks')) || looksLikeBundle(source);
}
