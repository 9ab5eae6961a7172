// A phase template, whose steps name the files they make → a phase of the plan; its placeholders are for a person.
import { asList, asRecord, asText, field } from '../plan/read-json.ts';
import { expectForms } from './expected-form.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { listed, NO_PARTS, type PlanParts } from './plan-parts.ts';
import { testsOf } from './read-acceptance.ts';
import { copyAs, dropFor, type FieldTable, readFields } from './read-fields.ts';
import { type SourceItem, SourceRecord } from './source-record.ts';

export function looksLikePhaseTemplate(source: SourceRecord): boolean {
  return source.has('execution_sequence') && (source.has('meta') || source.has('variable_sections'));
}

export function readPhaseTemplate(source: SourceRecord, trace: ImportTrace): PlanParts {
  const phase = trace.begin(source.place, 'A phase template.');
  const meta = source.takeRecord('meta');
  if (meta !== null) readFields(meta, phase, META, trace);
  const sequence = source.takeRecord('execution_sequence');
  const workstream = trace.begin(source.at('execution_sequence'), 'The sequence is one workstream.');
  const id = asText(phase['phase_id']) ?? 'phase';
  workstream['workstream_id'] = `${id}-sequence`;
  workstream['name'] = phase['name'] ?? id;
  workstream['tasks'] = (sequence?.takeList('steps') ?? []).flatMap((one) => listed(readStep(one, id, trace)));
  if (sequence !== null) {
    readFields(sequence, workstream, { parallelism: dropFor('What may run at once follows from the order.') }, trace);
  }
  readFields(source, phase, TEMPLATE, trace);
  phase['name'] ??= id;
  phase['workstreams'] = [workstream];
  return { ...NO_PARTS, phases: [phase] };
}

const META: FieldTable = {
  template_id: copyAs('phase_id'),
  category: copyAs('category'),
  description: copyAs('description'),
  estimated_time_minutes: dropFor('Times are forecast from earlier runs.'),
  time_savings_vs_manual: dropFor('A plan has no place for it.'),
  proven_uses: dropFor('A plan has no place for it.'),
  created_from: dropFor('A plan has no place for it.'),
  created_at: dropFor('A plan has no place for it.'),
  based_on: dropFor('A plan has no place for it.'),
};

const TEMPLATE: FieldTable = {
  variable_sections: ({ value, from, trace }) => {
    trace.drop(from, value, 'A plan has no variables.');
    const names = Object.keys(asRecord(value) ?? {}).join(', ');
    trace.ask(from, `The template has variables: ${names}.`, 'Put their values in place of them in the plan.');
  },
  structural_decisions: dropFor(
    'What was decided beforehand is for people to read.',
    'Write what still holds as scope or constraints.',
  ),
  ground_truth_verification: ({ source, value, from, target, trace }) => {
    const checks = field(value, 'post_execution');
    if (Array.isArray(checks)) {
      testsOf({ source, key: 'post_execution', value: checks, from: below(from, 'post_execution'), target, trace });
    }
    for (const [key, rest] of Object.entries(asRecord(value) ?? {})) {
      if (key === 'post_execution' && Array.isArray(rest)) continue;
      trace.drop(below(from, key), rest, 'Only what is checked afterwards has a place.');
    }
    if (asRecord(value) === null) trace.drop(from, value, 'It is no group of fields.');
    if (field(value, 'pre_flight') !== undefined) {
      trace.ask(from, 'Checks before the work were left out.', 'Make them a task that comes first, or a gate.');
    }
  },
  self_healing: dropFor('What may be mended by itself is no part of a plan.', 'Read it before you run the plan.'),
  anti_patterns: dropFor('What must not be done is no part of a plan.', 'Write it as forbidden paths or as gates.'),
};

function below(place: SourceItem['place'], key: string): SourceItem['place'] {
  return { document: place.document, pointer: `${place.pointer}/${key}` };
}

const ON_FAIL: Readonly<Record<string, string>> = {
  stop: 'fail_workstream',
  continue: 'skip_task',
  enter_fix_loop: 'retry',
};

function readStep(item: SourceItem, phaseId: string, trace: ImportTrace): PlanRecord | null {
  const source = SourceRecord.of(item);
  if (source === null) {
    trace.refuse(item.place, 'E_SCHEMA', { message: 'A step is no group of fields.', advice: 'Correct it.' });
    return null;
  }
  expectForms(source, { id: 'text', pattern: 'text', files: 'list' }, trace);
  const task = trace.begin(source.place, 'A step of the template.');
  const id = asText(source.peek('id')) ?? '';
  const pattern = asText(source.peek('pattern')) ?? 'step';
  const files = asList(source.peek('files')).flatMap((one) => asText(field(one, 'path')) ?? []);
  // Ids of steps are only unique in their template.
  task['task_id'] = `${phaseId}-${id}`;
  task['name'] = files.length > 0 ? `${pattern}: ${files.join(', ')}` : `${pattern} ${id}`;
  task['kind'] = pattern.startsWith('verification') ? 'analysis' : 'code_edit';
  trace.fold(
    source.at('pattern'),
    `The pattern \`${pattern}\` is in the name; the kind is \`${String(task['kind'])}\`.`,
  );
  for (const key of ['id', 'pattern']) source.take(key);
  readFields(source, task, STEP, trace);
  return task;
}

const STEP: FieldTable = {
  files: ({ value, from, target, trace }) => {
    const paths = asList(value).flatMap((one) => asText(field(one, 'path')) ?? []);
    trace.set(
      target,
      'resource_scope_delta',
      { create: paths },
      { from, note: 'The files the step makes are its scope.' },
    );
    trace.set(target, 'prompt', { files: value }, { from, note: 'What is known of each file goes to the tool.' });
  },
  template: copyAs('prompt_template_ref'),
  on_fail: ({ value, from, target, trace }) => {
    const word = typeof value === 'string' ? ON_FAIL[value] : undefined;
    if (word === undefined) return trace.drop(from, value, 'It is no known word.');
    if (word === 'retry') return trace.fold(from, '`enter_fix_loop`: a failed task is tried again by itself.');
    trace.set(target, 'error_handling', { on_failure: word }, { from, note: `\`${String(value)}\` is \`${word}\`.` });
  },
  ground_truth: dropFor('A task has no check of this form.', 'Write it as a check of `acceptance`.'),
};
