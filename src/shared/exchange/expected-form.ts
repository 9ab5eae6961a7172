// Refuses values of another form than their field has: read as something else, they would be lost without a word.
import { asRecord } from '../plan/read-json.ts';
import type { ImportTrace } from './import-trace.ts';
import type { FieldReader } from './read-fields.ts';
import type { SourceItem, SourceRecord } from './source-record.ts';

const FORMS = {
  text: { words: 'a text', fits: (value: unknown) => typeof value === 'string' },
  scalar: {
    words: 'a text or a number',
    fits: (value: unknown) => typeof value === 'string' || typeof value === 'number',
  },
  number: { words: 'a number', fits: (value: unknown) => typeof value === 'number' },
  boolean: { words: 'true or false', fits: (value: unknown) => typeof value === 'boolean' },
  list: { words: 'a list', fits: Array.isArray },
  texts: { words: 'a list of texts', fits: isTexts },
  group: { words: 'a group of fields', fits: (value: unknown) => asRecord(value) !== null },
  'text or texts': {
    words: 'a text or a list of texts',
    fits: (value: unknown) => typeof value === 'string' || isTexts(value),
  },
  'list or group': {
    words: 'a list or a group of fields',
    fits: (value: unknown) => Array.isArray(value) || asRecord(value) !== null,
  },
  scalars: {
    words: 'a group of texts, numbers or switches',
    fits: (value: unknown) => {
      const record = asRecord(value);
      return record !== null && Object.values(record).every((one) => one === null || typeof one !== 'object');
    },
  },
} as const;

export type Form = keyof typeof FORMS;

/** The reader for values of this form; any other is refused with its place. */
export function only(form: Form, reader: FieldReader): FieldReader {
  return (field) => {
    const { key, value, from, trace } = field;
    if (isOf(form, key, { value, place: from }, trace)) reader(field);
  };
}

/** Refuses those fields of a record that are there and not of their form. */
export function expectForms(source: SourceRecord, forms: Readonly<Record<string, Form>>, trace: ImportTrace): void {
  for (const [key, form] of Object.entries(forms)) {
    if (source.has(key)) isOf(form, key, { value: source.peek(key), place: source.at(key) }, trace);
  }
}

function isOf(form: Form, key: string, { value, place }: SourceItem, trace: ImportTrace): boolean {
  const { words, fits } = FORMS[form];
  if (fits(value)) return true;
  const text = JSON.stringify(value) ?? '';
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  trace.refuse(place, 'E_SCHEMA', {
    message: `\`${key}\` must be ${words}, not \`${shown}\`.`,
    advice: `Write ${words}.`,
  });
  return false;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
