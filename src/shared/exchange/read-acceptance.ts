// Acceptance of phases, workstreams and tasks: groups with their old forms, and bare lists of tests.
import { asRecord, asText } from '../plan/read-json.ts';
import type { PlanRecord } from './import-trace.ts';
import { copyAs, type FieldReader, group, plainCopy, readFields } from './read-fields.ts';
import { itemsOf, SourceRecord } from './source-record.ts';

export const acceptanceOf: FieldReader = (field) => {
  const source = SourceRecord.of({ value: field.value, place: field.from });
  if (source === null) return copyAs('acceptance')(field);
  const target = group(field.target, 'acceptance');
  readFields(source, target, { post_actions: readPostActions }, field.trace);
  field.trace.set(field.target, 'acceptance', target, { from: field.from });
};

/** In UET v1 an action is a word; the old form is a group around one. */
const readPostActions: FieldReader = (field) => {
  const { value, from, target, trace } = field;
  if (!Array.isArray(value) || value.every((one) => typeof one === 'string')) return copyAs('post_actions')(field);
  const words = itemsOf({ value, place: from }).map((item) => {
    const record = asRecord(item.value);
    const word = asText(record?.['type']) ?? asText(record?.['id']);
    if (record === null || word === null) return plainCopy(item, trace);
    trace.drop(item.place, item.value, `An action is one word in UET v1: \`${word}\` was kept.`);
    trace.ask(
      item.place,
      `When and how \`${word}\` happens was left out.`,
      'Nothing of it is done by itself: see to it.',
    );
    return word;
  });
  trace.set(target, 'post_actions', words, { from, note: 'Groups became words.' });
};

/** Tests of an old bundle: one check each, a command unless it is a group that says more. */
export const testsOf: FieldReader = (field) => {
  const { value, from, target, trace } = field;
  const items = itemsOf({ value: typeof value === 'string' ? [value] : value, place: from });
  if (items.length === 0) return trace.drop(from, value, 'It lists no test.');
  const acceptance = group(target, 'acceptance');
  acceptance['mode'] ??= 'all';
  const checks = Array.isArray(acceptance['checks']) ? [...acceptance['checks']] : [];
  for (const item of items) checks.push(checkOf(item.value, `test-${checks.length + 1}`) ?? plainCopy(item, trace));
  acceptance['checks'] = checks;
  trace.set(target, 'acceptance', acceptance, { from, note: 'Each test is a check that runs its command.' });
};

function checkOf(value: unknown, id: string): PlanRecord | null {
  if (typeof value === 'string') return { id, type: 'test_command', command: value, required: true };
  const record = asRecord(value);
  if (record === null) return null;
  const command = asText(record['command']) ?? asText(record['cmd']);
  const { cmd, ...rest } = record;
  const other = typeof cmd === 'string' || cmd === undefined ? {} : { cmd };
  return { id, type: 'test_command', ...rest, ...other, ...(command === null ? {} : { command }) };
}

/** Files that must be there in the end. */
export const artifactsOf: FieldReader = (field) => {
  const { value, from, target, trace } = field;
  const items = itemsOf({ value: typeof value === 'string' ? [value] : value, place: from });
  const acceptance = group(target, 'acceptance');
  acceptance['mode'] ??= 'all';
  const checks = Array.isArray(acceptance['checks']) ? [...acceptance['checks']] : [];
  for (const item of items) {
    const path = asText(item.value) ?? asText(asRecord(item.value)?.['path']) ?? asText(asRecord(item.value)?.['file']);
    if (path === null) trace.drop(item.place, item.value, 'It names no file.');
    else checks.push({ id: `artifact-${checks.length + 1}`, type: 'file_presence', path_glob: path, required: true });
    if (path !== null && typeof item.value !== 'string')
      trace.drop(item.place, item.value, `Of the artifact \`${path}\` only the path is checked.`);
  }
  if (items.length === 0) trace.drop(from, value, 'It lists no file.');
  acceptance['checks'] = checks;
  trace.set(target, 'acceptance', acceptance, { from, note: 'Each artifact is a check that the file is there.' });
};
