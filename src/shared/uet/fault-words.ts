// The words for each rule of a schema that a document can break: what was found, what is allowed, what to do.
import { didYouMean } from '../lib/nearest-word.ts';
import { describePattern } from './describe-pattern.ts';
import { otherField, otherValue } from './other-words.ts';
import type { SchemaError } from './validators.generated.js';

export interface Words {
  readonly message: string;
  readonly advice: string;
}

/** By the keyword of the schema. `field` is the name of the place as people read it. */
export const FAULT_WORDS: Readonly<Record<string, (error: SchemaError, field: string) => Words>> = {
  required: (error, field) => {
    const missing = param(error, 'missingProperty');
    const wanted = record(record(error.parentSchema)['properties'])[missing];
    return {
      message: `${ownerName(error, field)} has no \`${missing}\`.`,
      advice: sentences(`Add \`${missing}\`.`, about(wanted), choices(record(wanted)['enum'])),
    };
  },
  additionalProperties: (error, field) => {
    const name = param(error, 'additionalProperty');
    const known = Object.keys(record(record(error.parentSchema)['properties'])).filter((one) => !IGNORED.has(one));
    const other = otherField(name, known);
    const meant = other === null ? didYouMean(name, known).trim() : `Here it is called \`${other}\`.`;
    const advice = meant || `Remove it, or use one of: ${known.join(', ')}.`;
    return { message: `\`${cut(name)}\` is not a field of ${ownerName(error, field)}.`, advice };
  },
  type: (error, field) => ({
    message: `${field} must be ${typeWords(error.schema)}, not ${shown(error.data)}.`,
    advice: sentences(howToWrite(error), about(error.parentSchema)),
  }),
  enum: (error, field) => {
    const allowed = Array.isArray(error.schema) ? error.schema.map(String) : [];
    const value = typeof error.data === 'string' ? error.data : '';
    const other = otherValue(value, allowed);
    const hint = other === null ? didYouMean(value, allowed).trim() : `Here it is called \`${other}\`.`;
    return { message: `${field} is ${shown(error.data)}.`, advice: sentences(choices(allowed), hint) };
  },
  const: (error, field) => ({
    message: `${field} is ${shown(error.data)}.`,
    advice: `This version reads ${shown(error.schema)}.`,
  }),
  minLength: (error, field) => ({
    message: `${field} is empty.`,
    advice: sentences('Write a text.', about(error.parentSchema)),
  }),
  maxLength: (error, field) => ({
    message: `${field} has ${[...String(error.data)].length} characters.`,
    advice: `It may have ${param(error, 'limit')}: shorten it.`,
  }),
  minItems: (error, field) => ({
    message: `${field} is empty.`,
    advice: sentences('Add an entry.', about(error.parentSchema)),
  }),
  maxItems: (error, field) => ({
    message: `${field} has ${Array.isArray(error.data) ? error.data.length : 'too many'} entries.`,
    advice: `It may have ${param(error, 'limit')}.`,
  }),
  minimum: (error, field) => bound(error, field, 'at least'),
  maximum: (error, field) => bound(error, field, 'at most'),
  pattern: (error, field) => {
    const form = describePattern(param(error, 'pattern'));
    const what = form === null ? 'which does not have the right form' : `which is not ${form.noun}`;
    const advice = sentences(form?.advice ?? '', about(error.parentSchema));
    return {
      message: `${field} is ${shown(error.data)}, ${what}.`,
      advice: advice || `It must match ${param(error, 'pattern')}.`,
    };
  },
  format: (error, field) => ({
    message: `${field} is ${shown(error.data)}, which is not a date and time.`,
    advice: sentences('Write it like 2026-01-31T09:30:00Z, with the time zone.', about(error.parentSchema)),
  }),
  uniqueItems: (error, field) => {
    const [first, second] = [Number(error.params['j']), Number(error.params['i'])].sort((a, b) => a - b);
    const entry = Array.isArray(error.data) ? shown(error.data[first ?? 0]) : 'the same thing';
    return {
      message: `${field} has ${entry} twice, at ${first} and at ${second}.`,
      advice: 'Remove the repeated entry.',
    };
  },
  oneOf: (error, field) => ({
    message: `${field} does not have exactly one of the forms it may have.`,
    advice: about(error.parentSchema),
  }),
  anyOf: (error, field) => ({
    message: `${field} has none of the forms it may have.`,
    advice: about(error.parentSchema),
  }),
};

export function param(error: SchemaError, name: string): string {
  return String(error.params[name]);
}

const IGNORED = new Set(['doc_id', '$schema']);

function bound(error: SchemaError, field: string, words: string): Words {
  return {
    message: `${field} is ${shown(error.data)}.`,
    advice: sentences(`It must be ${words} ${param(error, 'limit')}.`, about(error.parentSchema)),
  };
}

/** What was probably meant is a text that looks like a number or the other way round. */
function howToWrite({ schema, data }: SchemaError): string {
  const wanted = [schema].flat();
  if (wanted.includes('string') && (typeof data === 'number' || typeof data === 'boolean')) return 'Put it in quotes.';
  if (
    typeof data === 'string' &&
    /^-?\d+(?:\.\d+)?$/.test(data) &&
    (wanted.includes('integer') || wanted.includes('number'))
  )
    return 'Remove the quotes.';
  if (wanted.includes('array') && typeof data === 'string') return `Write a list: [${JSON.stringify(data)}].`;
  return `Write ${typeWords(schema)}.`;
}

/** A document or an entry of a list is named by its own id, the first field its schema asks for: "task `greet`". */
function ownerName({ data, parentSchema, instancePath }: SchemaError, field: string): string {
  const required = record(parentSchema)['required'];
  const key = Array.isArray(required) ? String(required.find((name) => name !== 'schema')) : '';
  const id = /^$|\/\d+$/.test(instancePath) && /_(?:id|ulid)$/.test(key) ? record(data)[key] : undefined;
  if (typeof id !== 'string' || id === '') return field;
  return `${key.replace(/_(?:id|ulid)$/, '').replaceAll('_', ' ')} \`${cut(id)}\``;
}

function about(schema: unknown): string {
  const text = record(schema)['description'];
  return typeof text === 'string' ? text : '';
}

function choices(allowed: unknown): string {
  return Array.isArray(allowed) ? `Use one of: ${allowed.join(', ')}.` : '';
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  null: 'null',
};

function typeWords(type: unknown): string {
  return [type]
    .flat()
    .map((one) => TYPE_WORDS[String(one)] ?? String(one))
    .join(' or ');
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of fields';
  if (value === undefined) return 'nothing';
  return `\`${cut(JSON.stringify(value))}\``;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  // Any object can be read by key; what comes out stays unknown.
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
