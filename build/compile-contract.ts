// Precompiles the input schemas of the contract with clients; `build/compile-schemas.ts` writes what comes out.
import { Ajv } from 'ajv';
import { METHOD_SCHEMAS, VIEW_SCHEMAS } from '../src/shared/ipc/contract.ts';
import { standaloneCode } from './standalone-code.ts';

const HEADER = '// Generated from src/shared/ipc/contract.ts by build/compile-schemas.ts; do not edit.';

const TABLES = { METHOD_VALIDATORS: METHOD_SCHEMAS, VIEW_VALIDATORS: VIEW_SCHEMAS };

/** A module with both tables, and its types: a method without a validator does not compile. */
export function compileContract(): { readonly code: string; readonly types: string } {
  const ajv = new Ajv({ allErrors: true, strict: true, code: { source: true, esm: true, lines: true } });
  const exported: Record<string, string> = {};
  const tables = Object.entries(TABLES).map(([table, schemas]) => {
    const rows = Object.entries(schemas).map(([name, schema]) => {
      const validator = `${table}_${name.replace(/\W/g, '_')}`;
      // Of its own: methods may share a schema, and the code of one object would be written twice.
      ajv.addSchema({ ...schema }, validator);
      exported[validator] = validator;
      return `  '${name}': ${validator},`;
    });
    return [`export const ${table} = {`, ...rows, '};', ''].join('\n');
  });
  const types = Object.entries(TABLES).map(([table, schemas]) => {
    const rows = Object.keys(schemas).map((name) => `  readonly '${name}': InputValidator;`);
    return [`export const ${table}: {`, ...rows, '};', ''].join('\n');
  });
  return {
    code: [HEADER, standaloneCode(ajv, exported), ...tables].join('\n'),
    types: [HEADER, VALIDATOR_TYPE, ...types].join('\n'),
  };
}

const VALIDATOR_TYPE = `export interface InputValidator {
  (input: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}
`;
