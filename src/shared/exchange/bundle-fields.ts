// What becomes of the fields that only old workstream bundles have.
import { asBoolean, asNumber, asRecord, asText, asTexts, field } from '../plan/read-json.ts';
import { only } from './expected-form.ts';
import {
  copyAs,
  dropFor,
  type FieldReader,
  type FieldReading,
  type FieldTable,
  plainCopy,
  readFields,
} from './read-fields.ts';
import { setOnTasks } from './set-on-tasks.ts';
import { itemsOf, SourceRecord } from './source-record.ts';

/** `gates`: ids of the project's gates by kind. */
export const BUNDLE = (gates: ReadonlyMap<string, string>): FieldTable => ({
  openspec_change: tagAs('openspec_change'),
  ccpm_issue: tagAs('ccpm_issue'),
  gate: tagAs('gate'),
  capability: tagAs('capability'),
  phase: only('text', copyAs('phase_id')),
  kind: only('text', ({ value, from, trace }) =>
    trace.fold(from, `The kind \`${String(value)}\` stands at each task.`),
  ),
  priority: readPriority,
  parallel_ok: only('boolean', readParallel),
  max_cost_usd: ({ value, from, target, trace }) =>
    trace.set(target, 'budget', { max_cost_usd: value }, { from, note: 'The cost limit is a budget.' }),
  circuit_breaker: only('group', readBreaker),
  retry: only('group', readBreaker),
  capability_payload: only('group', readPayload),
  compensation_actions: only('list', readCompensation),
  test_gates: only('list', (one) => readTestGates(one, gates)),
  metadata: only('group', readMetadata),
  execution: dropFor(
    'How an old bundle was executed is not known here.',
    'See whether it says something that still holds.',
  ),
  phases: dropFor('States of the old executor are not imported.'),
  state_transitions: dropFor('States of the old executor are not imported.'),
  resume: dropFor('States of the old executor are not imported.'),
  saga: dropFor(UNDO, UNDO_ADVICE),
  rollback_order: dropFor(UNDO, UNDO_ADVICE),
  rollback_strategy: dropFor(UNDO, UNDO_ADVICE),
});

const UNDO = 'A bundle that undoes others is not known here.';
const UNDO_ADVICE = 'Write what undoes the work as `compensation` of the workstream.';

/** Marks of other systems are kept as they are: their meaning is not ours. */
function tagAs(name: string): FieldReader {
  return only('scalar', ({ value, from, target, trace }) => {
    const tags = asTexts(target['tags']) ?? [];
    trace.set(target, 'tags', [...tags, `${name}:${String(value)}`], { from, note: `\`${name}\` is kept as a tag.` });
  });
}

function readPriority({ value, from, target, trace }: FieldReading): void {
  if (value === 'foreground') return trace.fold(from, '`foreground` is the normal case.');
  const isBackground = value === 'background';
  const setting = isBackground ? { group: 'execution', key: 'background', value: true } : { key: 'priority', value };
  setOnTasks({ workstream: target, from, trace }, setting);
}

function readParallel({ value, from, target, trace }: FieldReading): void {
  if (value !== false) return trace.fold(from, 'Work beside others is the normal case.');
  setOnTasks({ workstream: target, from, trace }, { key: 'allow_parallel', value: false });
  trace.ask(
    from,
    '`parallel_ok: false` kept the bundle apart from all others, which a plan cannot say in one word.',
    'Order it with `depends_on`, or give it and its rivals one `conflict_group`.',
  );
}

/** Of a breaker only its attempts have a place: repeats and oscillation are limits of the whole product. */
function readBreaker(one: FieldReading): void {
  readInside(one, {
    max_attempts: only('number', attempts(0)),
    max_retries: only('number', attempts(1)),
    default: dropFor('It is a limit of the product, not of a plan.'),
  });
}

function readPayload(one: FieldReading): void {
  const seconds = (value: unknown) => Math.ceil((asNumber(value) ?? 0) / 1000);
  readInside(one, {
    timeout_ms: only('number', onTasks('execution', 'timeout_seconds', seconds)),
    max_retries: only('number', attempts(1)),
    prompt: only('text', onTasks('prompt', 'instructions')),
    files: only('texts', onTasks('prompt', 'files')),
    default: dropFor('A plan has no place for it.'),
  });
}

/** `target` stays the workstream. */
function readInside(
  { value, from, target, trace }: FieldReading,
  table: FieldTable & { readonly default: FieldReader },
): void {
  const source = SourceRecord.of({ value, place: from });
  if (source === null) return;
  const others = source.left().filter((key) => !Object.hasOwn(table, key));
  readFields(source, target, { ...table, ...Object.fromEntries(others.map((key) => [key, table.default])) }, trace);
}

/** The first attempt is no retry. */
function attempts(first: 0 | 1): FieldReader {
  return onTasks('execution', 'max_attempts', (value) => (asNumber(value) ?? 0) + first);
}

function onTasks(group: string, key: string, convert: (value: unknown) => unknown = (value) => value): FieldReader {
  return ({ value, from, target, trace }) =>
    setOnTasks({ workstream: target, from, trace }, { group, key, value: convert(value), said: value });
}

/** Free lines for a shell are never run: a person does what they say. */
function readCompensation({ value, from, target, trace }: FieldReading): void {
  const items = itemsOf({ value, place: from });
  if (items.length === 0) return trace.fold(from, 'There is nothing to undo.');
  const actions = items.map((item) =>
    typeof item.value === 'string' ? { type: 'manual', description: item.value } : plainCopy(item, trace),
  );
  trace.set(target, 'compensation', actions, { from, note: 'Each line is an action for a person.' });
  trace.ask(
    from,
    'Lines that undo the work are not run by themselves.',
    'Give each one a type, such as `git_restore`.',
  );
}

const GATE_KINDS: Readonly<Record<string, string>> = {
  GATE_LINT: 'lint',
  GATE_UNIT: 'unit',
  GATE_INTEGRATION: 'integration',
  GATE_SECURITY: 'security',
};

/** A bundle says which kind of gate, not what it runs; only the project knows that. */
function readTestGates({ value, from, target, trace }: FieldReading, gates: ReadonlyMap<string, string>): void {
  const ids: string[] = [];
  for (const item of itemsOf({ value, place: from })) {
    const type = asText(field(item.value, 'type')) ?? asText(item.value) ?? '';
    const id = gates.get(GATE_KINDS[type] ?? type);
    if (id !== undefined) {
      ids.push(id);
      const own = ['required', 'blocking'].filter((key) => asBoolean(field(item.value, key)) === false);
      if (own.length > 0)
        trace.drop(
          item.place,
          item.value,
          `The project's gate \`${id}\` says itself whether it is required and blocks.`,
        );
      continue;
    }
    trace.drop(item.place, item.value, `No gate of the project has the kind of \`${type}\`.`);
    trace.ask(
      item.place,
      `\`${type}\` names no command, so there is no gate for it.`,
      'Define the gate in patchbay.yaml, then import again.',
    );
  }
  if (ids.length > 0)
    trace.set(target, 'gates', [...new Set(ids)], { from, note: "The project's gates of these kinds." });
}

/** Titles and descriptions have a place; whatever else people noted has none. */
function readMetadata({ value, from, target, trace, source }: FieldReading): void {
  for (const [key, inner] of Object.entries(asRecord(value) ?? {})) {
    const place = { ...from, pointer: `${from.pointer}/${key}` };
    const name = META[key];
    if (name === undefined || typeof inner !== 'string' || target[name] !== undefined || source.has(name)) {
      trace.drop(place, inner, 'A plan has no place for metadata.');
    } else trace.set(target, name, inner, { from: place, note: `It is the ${name} of the workstream.` });
  }
}

const META: Readonly<Record<string, string>> = {
  title: 'name',
  name: 'name',
  description: 'objective',
  objective: 'objective',
};
