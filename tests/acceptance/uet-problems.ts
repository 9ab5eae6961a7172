// What the UET v1 schemas, as they stand in schema/uet, have to say about a document.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

const FOLDER = resolve(import.meta.dirname, '..', '..', 'schema', 'uet');

export function uetSchema(schema: string): { readonly properties: Readonly<Record<string, unknown>> } {
  return JSON.parse(readFileSync(join(FOLDER, `${schema}.json`), 'utf8'));
}

/** `schema` is the name of a file there, without `.json`. Empty when the document is valid. */
export function uetProblems(schema: string, document: unknown): readonly string[] {
  const validate = compiled.get(schema) ?? compile(schema);
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

const compiled = new Map<string, ValidateFunction>();

function compile(schema: string): ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats.default(ajv);
  const validate = ajv.compile(uetSchema(schema));
  compiled.set(schema, validate);
  return validate;
}
