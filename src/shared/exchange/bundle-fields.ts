// What becomes of the fields that only old workstream bundles have.
import { asBoolean, asNumber, asRecord, asText, asTexts, field } from '../plan/read-json.ts';
import { copyAs, dropFor, type FieldReader, type FieldReading, type FieldTable, plainCopy } from './read-fields.ts';
import { setOnTasks } from './set-on-tasks.ts';
import { itemsOf } from './source-record.ts';

/** `gates`: ids of the project's gates by kind. */
export const BUNDLE = (gates: ReadonlyMap<string, string>): FieldTable => ({
  openspec_change: tagAs('openspec_change'),
  ccpm_issue: tagAs('ccpm_issue'),
  gate: tagAs('gate'),
  capability: tagAs('capability'),
  phase: copyAs('phase_id'),
  kind: ({ value, from, trace }) => trace.fold(from, `The kind \`${String(value)}\` stands at each task.`),
  priority: readPriority,
  parallel_ok: readParallel,
  max_cost_usd: ({ value, from, target, trace }) =>
    trace.set(target, 'budget', { max_cost_usd: value }, { from, note: 'The cost limit is a budget.' }),
  circuit_breaker: readBreaker,
  retry: readBreaker,
  capability_payload: readPayload,
  compensation_actions: readCompensation,
  test_gates: (one) => readTestGates(one, gates),
  metadata: readMetadata,
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
  return ({ value, from, target, trace }) => {
    const tags = asTexts(target['tags']) ?? [];
    trace.set(target, 'tags', [...tags, `${name}:${String(value)}`], { from, note: `\`${name}\` is kept as a tag.` });
  };
}

function readPriority({ value, from, target, trace }: FieldReading): void {
  if (value === 'foreground') return trace.fold(from, 'Foreground is the normal case.');
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
function readBreaker({ value, from, target, trace }: FieldReading): void {
  const retries = asNumber(field(value, 'max_retries'));
  const attempts = asNumber(field(value, 'max_attempts')) ?? (retries === null ? null : retries + 1);
  if (attempts !== null) {
    setOnTasks({ workstream: target, from, trace }, { group: 'execution', key: 'max_attempts', value: attempts });
  }
  dropRest({ value, from, trace }, ['max_attempts', 'max_retries'], 'It is a limit of the product, not of a plan.');
}

function readPayload({ value, from, target, trace }: FieldReading): void {
  const owner = { workstream: target, from, trace };
  const timeoutMs = asNumber(field(value, 'timeout_ms'));
  const retries = asNumber(field(value, 'max_retries'));
  const prompt = asText(field(value, 'prompt'));
  const files = asTexts(field(value, 'files'));
  const timeout = timeoutMs === null ? null : Math.ceil(timeoutMs / 1000);
  if (timeout !== null) setOnTasks(owner, { group: 'execution', key: 'timeout_seconds', value: timeout });
  if (retries !== null) setOnTasks(owner, { group: 'execution', key: 'max_attempts', value: retries + 1 });
  if (prompt !== null) setOnTasks(owner, { group: 'prompt', key: 'instructions', value: prompt });
  if (files !== null) setOnTasks(owner, { group: 'prompt', key: 'files', value: files });
  dropRest({ value, from, trace }, ['timeout_ms', 'max_retries', 'prompt', 'files'], 'A plan has no place for it.');
}

function dropRest(
  { value, from, trace }: Pick<FieldReading, 'value' | 'from' | 'trace'>,
  known: readonly string[],
  why: string,
) {
  const record = asRecord(value);
  if (record === null) return trace.drop(from, value, 'It is no group of fields.');
  for (const [key, rest] of Object.entries(record)) {
    if (!known.includes(key)) trace.drop({ ...from, pointer: `${from.pointer}/${key}` }, rest, why);
  }
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
    const type = asText(field(item.value, 'type')) ?? '';
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
  const record = asRecord(value);
  if (record === null) return trace.drop(from, value, 'It is no group of fields.');
  for (const [key, inner] of Object.entries(record)) {
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
