// Says in plain words what a schema found wrong with a document: never the validator's own text.
import type { Problem } from '../lib/errors.ts';
import { didYouMean } from '../lib/nearest-word.ts';
import type { SchemaError, Validator } from './validators.generated.js';

/** A problem before its line in the file is known. */
export type Fault = Omit<Problem, 'line'>;

/** Every fault of `document` by `validate`, in the order found; empty when it fits. */
export function schemaFaults(validate: Validator, document: unknown): readonly Fault[] {
  if (validate(document)) return [];
  const errors = (validate.errors ?? []).filter((error) => !error.schemaPath.includes('/oneOf/'));
  const faults = errors.map(explain);
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.message}`, fault])).values()];
}

function explain(error: SchemaError): Fault {
  const field = fieldName(error.instancePath);
  const rule = RULES[error.keyword];
  const words = rule
    ? rule(error, field)
    : { message: `${field} is not valid: ${error.message ?? error.keyword}.`, advice: about(error.parentSchema) };
  const path =
    error.keyword === 'additionalProperties'
      ? `${error.instancePath}/${escapePointer(param(error, 'additionalProperty'))}`
      : error.instancePath;
  return {
    code: 'E_SCHEMA',
    severity: 'error',
    path,
    message: capitalised(words.message),
    advice: words.advice || 'Correct it.',
  };
}

interface Words {
  readonly message: string;
  readonly advice: string;
}

const RULES: Readonly<Record<string, (error: SchemaError, field: string) => Words>> = {
  required: (error, field) => {
    const missing = param(error, 'missingProperty');
    const properties = record(record(error.parentSchema)['properties']);
    const meaning = about(properties[missing]);
    return {
      message: `${ownerName(error, field)} has no \`${missing}\`.`,
      advice: `Add \`${missing}\`. ${meaning}`.trim(),
    };
  },
  additionalProperties: (error, field) => {
    const name = param(error, 'additionalProperty');
    const known = Object.keys(record(record(error.parentSchema)['properties'])).filter((one) => !IGNORED.has(one));
    const advice = didYouMean(name, known).trim() || `Remove it, or use one of: ${known.join(', ')}.`;
    return { message: `\`${name}\` is not a field of ${ownerName(error, field)}.`, advice };
  },
  type: (error, field) => ({
    message: `${field} must be ${typeWords(error.schema)}, not ${shown(error.data)}.`,
    advice: about(error.parentSchema) || `Write ${typeWords(error.schema)}.`,
  }),
  enum: (error, field) => {
    const allowed = Array.isArray(error.schema) ? error.schema.map(String) : [];
    const hint = typeof error.data === 'string' ? didYouMean(error.data, allowed) : '';
    return { message: `${field} is ${shown(error.data)}.`, advice: `Use one of: ${allowed.join(', ')}.${hint}` };
  },
  const: (error, field) => ({
    message: `${field} is ${shown(error.data)}.`,
    advice: `This version reads ${shown(error.schema)}.`,
  }),
  minLength: (error, field) => ({
    message: `${field} is empty.`,
    advice: about(error.parentSchema) || 'Write a text.',
  }),
  maxLength: (error, field) => ({
    message: `${field} is too long.`,
    advice: `At most ${param(error, 'limit')} characters.`,
  }),
  minItems: (error, field) => ({ message: `${field} is empty.`, advice: about(error.parentSchema) || 'Add an entry.' }),
  maxItems: (error, field) => ({
    message: `${field} has too many entries.`,
    advice: `At most ${param(error, 'limit')}.`,
  }),
  minimum: (error, field) => bound(error, field, 'at least'),
  maximum: (error, field) => bound(error, field, 'at most'),
  pattern: (error, field) => ({
    message: `${field} is ${shown(error.data)}, which does not have the right form.`,
    advice: about(error.parentSchema) || patternAdvice(param(error, 'pattern')),
  }),
  format: (error, field) => ({
    message: `${field} is ${shown(error.data)}, which is not a date and time.`,
    advice: 'Write it like 2026-01-31T09:30:00Z.',
  }),
  uniqueItems: (_error, field) => ({
    message: `${field} names the same thing twice.`,
    advice: 'Remove the repeated entry.',
  }),
  oneOf: (error, field) => ({
    message: `${field} does not have exactly one of the forms it may have.`,
    advice: about(error.parentSchema),
  }),
};

const IGNORED = new Set(['doc_id', '$schema']);

function bound(error: SchemaError, field: string, words: string): Words {
  return {
    message: `${field} is ${shown(error.data)}.`,
    advice: `It must be ${words} ${param(error, 'limit')}. ${about(error.parentSchema)}`.trim(),
  };
}

function patternAdvice(pattern: string): string {
  return pattern.includes('{26}')
    ? 'A ULID: 26 letters and digits, upper case, without I, L, O and U.'
    : `It must match ${pattern}.`;
}

/** `/phases/0/tasks/1/execution/max_attempts` → `execution.max_attempts`; an entry of a list keeps its number. */
function fieldName(pointer: string): string {
  const parts = pointer.split('/').slice(1).map(unescapePointer);
  const last = parts.findLastIndex((part, index) => /^\d+$/.test(part) && index < parts.length - 1);
  const tail = parts.slice(last + 1);
  const text = tail.reduce(
    (name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : name ? `${name}.${part}` : part),
    '',
  );
  return text === '' ? 'The document' : `\`${text}\``;
}

/** Names the thing that holds a field by its id where it has one: "Task `greet`". */
function ownerName(error: SchemaError, field: string): string {
  const data = record(error.data);
  for (const noun of ['task', 'workstream', 'phase', 'gate', 'plan', 'project'] as const) {
    const id = data[`${noun}_id`];
    if (typeof id === 'string') return `${noun} \`${id}\``;
  }
  return field === 'The document' ? 'the document' : field;
}

function about(schema: unknown): string {
  const text = record(schema)['description'];
  return typeof text === 'string' ? text : '';
}

function typeWords(type: unknown): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    integer: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    null: 'null',
  };
  return (Array.isArray(type) ? type : [type]).map((one) => words[String(one)] ?? String(one)).join(' or ');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of fields';
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return `\`${text.length > 80 ? `${text.slice(0, 77)}…` : text}\``;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function param(error: SchemaError, name: string): string {
  return String(error.params[name]);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  // Any object can be read by key; what comes out stays unknown.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** RFC 6901. */
export function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}

export function unescapePointer(part: string): string {
  return part.replace(/~1/g, '/').replace(/~0/g, '~');
}
