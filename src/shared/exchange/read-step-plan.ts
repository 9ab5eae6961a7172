// An old plan of steps, each a command, → a plan of one workstream that runs those commands.
import { asList, asNumber, asRecord, asText, asTexts, field } from '../plan/read-json.ts';
import { expectForms, only } from './expected-form.ts';
import { partsOf } from './field-order.ts';
import type { ImportTrace, PlanRecord } from './import-trace.ts';
import { listed, NO_PARTS, type PlanParts } from './plan-parts.ts';
import { copyAs, dropFor, type FieldTable, group, readFields } from './read-fields.ts';
import { setOnTasks } from './set-on-tasks.ts';
import { type SourceItem, SourceRecord } from './source-record.ts';

/** True for a document that holds steps and no workstream. */
export function looksLikeStepPlan(source: SourceRecord): boolean {
  return source.has('steps') && (source.has('plan_id') || source.has('globals'));
}

export function readStepPlan(source: SourceRecord, trace: ImportTrace): PlanParts {
  const plan = trace.begin(source.place, 'An old plan of steps.');
  const globals = source.takeRecord('globals');
  const workstream = trace.begin(source.at('steps'), 'The steps are the tasks of one workstream.');
  workstream['workstream_id'] = 'steps';
  const steps = source.takeList('steps');
  workstream['name'] = asText(source.peek('name')) ?? asText(source.peek('plan_id')) ?? 'Steps';
  workstream['tasks'] = steps.flatMap((one, index) => listed(readStep(one, { index, steps, trace })));
  readFields(source, plan, PLAN, trace);
  if (globals !== null) readFields(globals, workstream, GLOBALS, trace);
  return { ...NO_PARTS, plans: [plan], workstreams: [workstream] };
}

const PLAN: FieldTable = {
  version: dropFor('A plan has no version of its own.'),
  metadata: dropFor('A plan has no place for metadata.'),
};

const GLOBALS: FieldTable = {
  max_concurrency: ({ value, from, target, trace }) =>
    trace.set(target, 'concurrency', { max_parallel: value }, { from, note: 'How many steps may run at once.' }),
  default_timeout_sec: only('number', ({ value, from, target, trace }) =>
    setOnTasks(
      { workstream: target, from, trace },
      { group: 'execution', key: 'timeout_seconds', value: wholeSeconds(value), said: value },
    ),
  ),
  default_retries: ({ value, from, target, trace }) => {
    const retries = asNumber(value);
    if (retries === null) return trace.drop(from, value, 'It is no number.');
    setOnTasks({ workstream: target, from, trace }, { group: 'execution', key: 'max_attempts', value: retries + 1 });
  },
  env: only('scalars', ({ value, from, target, trace }) => {
    const shared = variables(value);
    for (const task of partsOf(target, 'tasks')) {
      const command = asRecord(task['command']);
      if (command !== null) Reflect.set(command, 'env', { ...shared, ...variables(command['env']) });
    }
    trace.fold(from, 'The variables stand at each command.');
  }),
};

interface StepContext {
  readonly index: number;
  readonly steps: readonly SourceItem[];
  readonly trace: ImportTrace;
}

function readStep(item: SourceItem, { index, steps, trace }: StepContext): PlanRecord | null {
  const source = SourceRecord.of(item);
  if (source === null) {
    trace.refuse(item.place, 'E_SCHEMA', { message: 'A step is no group of fields.', advice: 'Correct it.' });
    return null;
  }
  expectForms(source, STEP_FORMS, trace);
  const task = trace.begin(source.place, 'A step.');
  task['task_id'] = asText(source.peek('id')) ?? `step-${index + 1}`;
  task['name'] = asText(source.peek('name')) ?? asText(source.peek('description')) ?? task['task_id'];
  task['kind'] = 'other';
  readAfter(source, { task, steps, trace });
  readCommand(source, task, trace);
  for (const key of ['id', 'name']) source.take(key);
  readFields(source, task, STEP, trace);
  trace.set(task, 'allow_no_change', true, {
    from: source.place,
    note: 'A step was done when its command ended well, changes or not.',
  });
  return task;
}

interface AfterContext {
  readonly task: PlanRecord;
  readonly steps: readonly SourceItem[];
  readonly trace: ImportTrace;
}

/** What follows a step that may fail (`on_failure: continue`) does not wait for its success. */
function readAfter(source: SourceRecord, { task, steps, trace }: AfterContext): void {
  const before = asTexts(source.peek('depends_on'));
  if (before === null) return;
  const from = source.at('depends_on');
  source.take('depends_on');
  const mayFail = new Set(
    steps.filter((one) => field(one.value, 'on_failure') === 'continue').map((one) => asText(field(one.value, 'id'))),
  );
  const edges = before.map((id) => (mayFail.has(id) ? { task: id, edge: 'finish' } : id));
  const note = edges.some((edge) => typeof edge !== 'string')
    ? { note: 'What may fail is only waited for (`finish`).' }
    : {};
  trace.set(task, 'depends_on', edges, { from, ...note });
}

function readCommand(source: SourceRecord, task: PlanRecord, trace: ImportTrace): void {
  const command = source.peek('command');
  const args = asTexts(source.peek('args')) ?? [];
  const words = asTexts(command) ?? (typeof command === 'string' ? [command] : []);
  if (words.length === 0) return;
  const from = source.at('command');
  for (const key of ['command', 'args', 'shell', 'env']) source.take(key);
  const isLine = source.peek('shell') === true;
  const argv = isLine ? [[...words, ...args].join(' ')] : [...words, ...args];
  const env = variables(source.peek('env'));
  const block = { argv, ...(isLine ? { shell: true } : {}), ...(Object.keys(env).length > 0 ? { env } : {}) };
  task['tool'] = 'command';
  trace.set(task, 'command', block, { from, note: 'Command and arguments.' });
  if (!isLine && words.length === 1 && args.length === 0 && /\s/.test(words[0] ?? '')) {
    trace.ask(
      from,
      'The command is one text with spaces, which would be taken for a program of that name.',
      'Split it into a list, or add `shell: true`.',
    );
  }
}

/** What is read from several places at once. */
const STEP_FORMS = {
  id: 'text',
  name: 'text',
  description: 'text',
  command: 'text or texts',
  args: 'texts',
  shell: 'boolean',
  env: 'scalars',
  depends_on: 'texts',
  retries: 'number',
  timeout_sec: 'number',
  provides: 'texts',
  consumes: 'texts',
} as const;

/** Numbers and switches are texts to a program. */
function variables(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(asRecord(value) ?? {}).filter(([, one]) => one !== null);
  return Object.fromEntries(entries.map(([key, one]) => [key, String(one)]));
}

const STEP: FieldTable = {
  description: ({ value, from, target, trace }) => {
    if (target['name'] === value) return trace.fold(from, 'It is the name of the task.');
    trace.set(target, 'prompt', { objective: value }, { from, note: 'What the step is for.' });
  },
  timeout_sec: ({ value, from, target, trace }) =>
    trace.set(group(target, 'execution'), 'timeout_seconds', wholeSeconds(value), {
      from,
      note: `${String(value)} s as whole seconds.`,
    }),
  retries: ({ value, from, target, trace }) =>
    trace.set(group(target, 'execution'), 'max_attempts', (asNumber(value) ?? 0) + 1, {
      from,
      note: 'The first attempt counts, too.',
    }),
  retry_delay_sec: dropFor("The pause between attempts is the product's own."),
  critical: copyAs('critical'),
  cwd: ({ value, from, trace }) => {
    if (value === '' || value === '.' || value === './')
      return trace.fold(from, 'A command starts at the root of the workspace.');
    trace.drop(from, value, 'A command starts at the root of the workspace.');
    trace.ask(from, `The step worked in \`${String(value)}\`.`, 'Let its command change to that folder.');
  },
  condition: dropFor('A task has no condition.', 'Order it after what it depends on, or leave it out.'),
  on_failure: ({ value, from, target, trace }) => {
    if (value === 'continue') {
      trace.set(target, 'critical', false, { from, note: '`continue`: the run can succeed without it.' });
    } else if (value === 'abort') {
      trace.set(
        target,
        'error_handling',
        { on_failure: 'fail_workstream' },
        { from, note: '`abort` is `fail_workstream`.' },
      );
    } else if (value === 'skip_dependents')
      trace.fold(from, '`skip_dependents`: what needs a failed task never starts.');
    else trace.drop(from, value, 'It is no known word.');
  },
  provides: ({ value, from, target, trace }) => remember({ from, target, trace }, 'provides', value),
  consumes: ({ value, from, target, trace }) => remember({ from, target, trace }, 'consumes', value),
  tags: dropFor('A task has no tags.'),
  ui_hints: dropFor('A plan does not say how it is drawn.'),
};

interface Remembering {
  readonly from: SourceItem['place'];
  readonly target: PlanRecord;
  readonly trace: ImportTrace;
}

/** What steps hand on has no word in a plan; it is a reason to propose an order. */
function remember({ from, target, trace }: Remembering, side: 'provides' | 'consumes', value: unknown): void {
  trace.drop(from, value, 'What steps hand on is kept as a proposal of their order.');
  for (const name of asList(value)) {
    if (typeof name === 'string') trace.handovers.push({ task: target, side, name, place: from });
  }
}

function wholeSeconds(value: unknown): unknown {
  const seconds = asNumber(value);
  return seconds === null ? value : Math.max(1, Math.ceil(seconds));
}
