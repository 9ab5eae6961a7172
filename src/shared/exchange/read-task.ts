// A task as documents of any age write it → a task of the plan. A task of UET v1 in v1's own words comes out as it went in.
import { asNumber, asRecord, asText } from '../plan/read-json.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { knownTool } from './known-tool.ts';
import { acceptanceOf } from './read-acceptance.ts';
import { copyAs, dropFor, type FieldReader, type FieldTable, group, plainCopy, readFields } from './read-fields.ts';
import { scopeAs } from './read-scope.ts';
import { type SourceItem, SourceRecord } from './source-record.ts';
import { COMPLEXITY, KINDS, LAUNCH_FIELDS, PRIORITY, type WordTable, wordFor } from './v1-words.ts';

/** What a task that is one sentence takes from its surroundings. */
export interface TaskDefaults {
  /** Id of a task that has none. */
  readonly taskId: string;
  /** Kind of a task that is only a text; null where every task has to say it. */
  readonly kind: string | null;
}

/** Null, with a problem, for what is neither a text nor a group of fields. */
export function readTask(item: SourceItem, defaults: TaskDefaults, trace: ImportTrace): PlanRecord | null {
  if (typeof item.value === 'string') return sentenceTask(item, item.value, defaults, trace);
  const source = SourceRecord.of(item);
  if (source === null) {
    const words = { message: 'A task is neither a text nor a group of fields.', advice: 'Write what is to be done.' };
    trace.refuse(item.place, 'E_SCHEMA', words);
    return null;
  }
  const task = trace.begin(source.place, 'A task.');
  readFields(source, task, TASK, trace);
  if (asText(task['task_id']) === null && task['task_id'] === undefined) {
    trace.set(task, 'task_id', defaults.taskId, { from: source.place, note: 'The task had no id; it was numbered.' });
  }
  nameTask(task, source, trace);
  if (task['kind'] === undefined && defaults.kind !== null) {
    trace.set(task, 'kind', defaults.kind, { from: source.place, note: 'The kind of what it stands in.' });
  }
  return task;
}

const LONGEST_NAME = 120;

function sentenceTask(item: SourceItem, text: string, defaults: TaskDefaults, trace: ImportTrace): PlanRecord {
  const task = trace.begin(item.place, 'A task that was one sentence.');
  const from = item.place;
  trace.set(task, 'task_id', defaults.taskId, { from, note: 'The task had no id; it was numbered.' });
  trace.set(task, 'name', title(text), { from });
  trace.set(task, 'kind', defaults.kind ?? 'code_edit', { from });
  trace.set(task, 'prompt', { objective: text }, { from });
  return task;
}

/** The first line, cut where it is long. */
export function title(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…` : line;
}

function nameTask(task: PlanRecord, source: SourceRecord, trace: ImportTrace): void {
  if (task['name'] !== undefined) return;
  const words = asText(asRecord(task['prompt'])?.['objective']) ?? asText(task['task_id']) ?? '';
  if (words !== '') trace.set(task, 'name', title(words), { from: source.place, note: 'The task had no name.' });
}

/** The word of a table in place of the one that stands there; any other word stays. */
function wordAs(name: string, table: WordTable): FieldReader {
  return (field) => {
    const word = wordFor(table, field.value);
    if (word === null) return copyAs(name)(field);
    field.trace.set(field.target, name, word, {
      from: field.from,
      note: `\`${field.value}\` is \`${word}\` in UET v1.`,
    });
  };
}

const readKind: FieldReader = (field) => {
  wordAs('kind', KINDS)(field);
  if (field.value === 'background') group(field.target, 'execution')['background'] = true;
};

/** Foreground and background are no order of importance but a way to run. */
const readPriority: FieldReader = (field) => {
  const { value, from, target, trace } = field;
  if (value === 'foreground') trace.fold(from, '`foreground` is the normal case.');
  else if (value === 'background') {
    trace.set(group(target, 'execution'), 'background', true, { from, note: '`background` is a way to run.' });
  } else copyAs('priority')(field);
};

const readTool: FieldReader = (field) => {
  const { value, from, target, trace } = field;
  if (target['tool'] !== undefined) return trace.drop(from, value, '`tool` says it already.');
  const tool = knownTool(field);
  if (tool === null) return;
  trace.set(
    target,
    'tool',
    tool,
    tool === value ? { from } : { from, note: `\`${String(value)}\` is the tool \`${tool}\`.` },
  );
};

/** What to do belongs to the prompt; a task of the plan has no description. */
const readDescription: FieldReader = ({ source, value, from, target, trace }) => {
  if (source.has('prompt')) return trace.drop(from, value, '`prompt` says what to do.');
  trace.set(target, 'prompt', { objective: value }, { from, note: 'What to do belongs to the prompt.' });
};

const CLASSIFICATION: FieldTable = {
  complexity: wordAs('complexity', COMPLEXITY),
  priority: wordAs('priority', PRIORITY),
};

const readClassification: FieldReader = (field) => {
  const source = SourceRecord.of({ value: field.value, place: field.from });
  if (source === null) return copyAs('classification')(field);
  const target: PlanRecord = {};
  readFields(source, target, CLASSIFICATION, field.trace);
  field.trace.set(field.target, 'classification', target, { from: field.from });
};

const readRetryStrategy: FieldReader = (field) => {
  const record = asRecord(field.value);
  if (record === null) return copyAs('retry_strategy')(field);
  const { from, target, trace } = field;
  const mode = asText(record['mode']) ?? 'none';
  trace.set(target, 'retry_strategy', mode, { from, note: 'A group became its word.' });
  const attempts = asNumber(record['max_attempts']) ?? (mode === 'none' ? 1 : null);
  if (attempts !== null && !field.source.has('max_attempts')) {
    trace.set(target, 'max_attempts', attempts, { from, note: 'From the group `retry_strategy`.' });
  }
  for (const [key, value] of Object.entries(record)) {
    if (key !== 'mode' && key !== 'max_attempts')
      trace.drop(from, { [key]: value }, 'A retry strategy is one word in UET v1.');
  }
};

const readExecution: FieldReader = (field) => {
  const source = SourceRecord.of({ value: field.value, place: field.from });
  if (source === null) return copyAs('execution')(field);
  // The kind or the priority may have said something before.
  const target = group(field.target, 'execution');
  readFields(source, target, { retry_strategy: readRetryStrategy }, field.trace);
  field.trace.set(field.target, 'execution', target, { from: field.from });
};

/** A limit of no line at all means that no patch is expected. */
const readConstraints: FieldReader = (field) => {
  const value = plainCopy({ value: field.value, place: field.from }, field.trace);
  const patch = asRecord(asRecord(value)?.['patch']);
  if (patch !== null && patch['max_lines_changed'] === 0) {
    Reflect.deleteProperty(patch, 'max_lines_changed');
    const note = 'No line may change: the task completes without a patch.';
    field.trace.set(field.target, 'allow_no_change', true, { from: field.from, note });
    field.trace.ask(
      field.from,
      'The task may change no line, which a plan cannot enforce.',
      'Give it a tool that only reads.',
    );
  }
  const name = field.key === 'constraints' ? 'constraints' : 'constraints_delta';
  field.trace.set(field.target, name, value, { from: field.from });
};

/** What starts the tool stands in the task here; what is not of our form stays where others put it. */
const readTemplate: FieldReader = (field) => {
  const source = SourceRecord.of({ value: field.value, place: field.from });
  if (source === null) return copyAs('execution_request_template')(field);
  const { trace, target } = field;
  const template: PlanRecord = {};
  const isOwn = LAUNCH_FIELDS.some((key) => key !== 'prompt' && field.source.has(key));
  const raise =
    (name: (typeof LAUNCH_FIELDS)[number]): FieldReader =>
    (one) => {
      const fits = name === 'tool' || name === 'prompt' || asRecord(one.value) !== null;
      if (!fits) return copyAs(name)(one);
      if (field.source.has(name) || (isOwn && name !== 'prompt'))
        return trace.drop(one.from, one.value, 'The task itself says how it is started.');
      if (name === 'tool') return readTool({ ...one, target });
      const note = `\`execution_request_template.${name}\` is \`${name}\` here.`;
      trace.set(target, name, plainCopy({ value: one.value, place: one.from }, trace), { from: one.from, note });
    };
  readFields(source, template, Object.fromEntries(LAUNCH_FIELDS.map((name) => [name, raise(name)])), trace);
  if (Object.keys(template).length > 0 || Object.keys(asRecord(field.value) ?? {}).length === 0) {
    trace.set(target, 'execution_request_template', template, { from: field.from });
  }
};

const TASK: FieldTable = {
  id: copyAs('task_id'),
  title: copyAs('name'),
  kind: readKind,
  description: readDescription,
  priority: readPriority,
  classification: readClassification,
  files_scope: scopeAs('resource_scope_delta'),
  files_scope_delta: scopeAs('resource_scope_delta'),
  resource_scope_delta: scopeAs('resource_scope_delta'),
  resource_scope: scopeAs('resource_scope'),
  constraints: readConstraints,
  constraints_delta: readConstraints,
  execution: readExecution,
  acceptance: acceptanceOf,
  execution_request_template: readTemplate,
  parallel_ok: copyAs('allow_parallel'),
  tool: readTool,
  tool_preference: readTool,
  estimated_context_tokens: dropFor('How much a task may read is worked out when it starts.'),
  guard_rules: dropFor('A plan has no guard rules.', 'Write them as constraints or gates.'),
};
