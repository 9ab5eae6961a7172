// Says in plain words what a schema found wrong with a document: never the validator's own text.
import type { Problem } from '../lib/errors.ts';
import { FAULT_WORDS, param, type Words } from './fault-words.ts';
import { escapePointer, fieldName } from './json-pointer.ts';
import type { SchemaError, Validator } from './validators.generated.js';

/** A problem before its line in the file is known. */
export type Fault = Omit<Problem, 'line'>;

/** Every fault of `document` by `validate`, in the order found, none twice; empty when it fits. */
export function schemaFaults(validate: Validator, document: unknown): readonly Fault[] {
  if (validate(document)) return [];
  const errors = (validate.errors ?? []).filter((error) => !isHalf(error));
  const faults = errors.map(explain);
  return [...new Map(faults.map((fault) => [`${fault.path} ${fault.message}`, fault])).values()];
}

/** What one of several forms lacks, and that a condition held, say nothing by themselves. */
function isHalf({ schemaPath, keyword }: SchemaError): boolean {
  return /\/(?:oneOf|anyOf)\//.test(schemaPath) || keyword === 'if';
}

function explain(error: SchemaError): Fault {
  const field = fieldName(error.instancePath);
  const { message, advice } = FAULT_WORDS[error.keyword]?.(error, field) ?? otherwise(error, field);
  const path =
    error.keyword === 'additionalProperties'
      ? `${error.instancePath}/${escapePointer(param(error, 'additionalProperty'))}`
      : error.instancePath;
  return {
    code: 'E_SCHEMA',
    severity: 'error',
    path,
    message: message.charAt(0).toUpperCase() + message.slice(1),
    advice: advice || 'Correct it.',
  };
}

function otherwise(error: SchemaError, field: string): Words {
  return { message: `${field} is not valid: ${error.message ?? error.keyword}.`, advice: '' };
}
