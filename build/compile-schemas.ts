// Precompiles the JSON schemas into validators without eval, and into types; run it after changing a schema.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { compile } from 'json-schema-to-typescript';
import { compileContract } from './compile-contract.ts';
import { standaloneCode } from './standalone-code.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HEADER = '// Generated from schema/ by build/compile-schemas.ts; do not edit.';

/** RFC 3339 with days checked against month and leap year; a leap second is let through, as the standard does. */
const DATE_TIME =
  /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

interface SchemaFile {
  readonly name: string;
  readonly schema: { readonly $id: string; readonly [key: string]: unknown };
}

export interface GeneratedFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Everything generated from `schema/` and from the contract with clients, without writing it. */
export async function compileSchemas(): Promise<readonly GeneratedFile[]> {
  const files = [...readSchemas('schema/patchbay'), ...readSchemas('schema/uet')];
  const contract = compileContract();
  return [
    { path: 'src/shared/uet/validators.generated.js', text: validators(files) },
    { path: 'src/shared/uet/validators.generated.d.ts', text: declarations(files) },
    { path: 'src/shared/uet/documents.generated.ts', text: await documents(files) },
    { path: 'src/main/ipc/contract-validators.generated.js', text: contract.code },
    { path: 'src/main/ipc/contract-validators.generated.d.ts', text: contract.types },
  ];
}

function readSchemas(folder: string): readonly SchemaFile[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.v1.json'));
  return names.sort().map((name) => ({
    name: name.slice(0, -'.v1.json'.length),
    schema: JSON.parse(readFileSync(join(ROOT, folder, name), 'utf8')),
  }));
}

/** `patch_artifact` → `patchArtifactV1`. */
function exportName(name: string): string {
  return `${name.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase())}V1`;
}

function validators(files: readonly SchemaFile[]): string {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    inlineRefs: false,
    strictRequired: false,
    keywords: ['doc_id'],
    code: { source: true, esm: true, lines: true },
  });
  ajv.addFormat('date-time', DATE_TIME);
  for (const file of files) ajv.addSchema(file.schema);
  const ids = Object.fromEntries(files.map((file) => [exportName(file.name), file.schema.$id]));
  return `${HEADER}\n${standaloneCode(ajv, ids)}`;
}

function declarations(files: readonly SchemaFile[]): string {
  return [
    HEADER,
    'export interface SchemaError {',
    '  readonly instancePath: string;',
    '  readonly schemaPath: string;',
    '  readonly keyword: string;',
    '  readonly params: Readonly<Record<string, unknown>>;',
    '  readonly message?: string;',
    '  readonly schema: unknown;',
    '  readonly parentSchema: unknown;',
    '  readonly data: unknown;',
    '}',
    'export interface Validator {',
    '  (data: unknown): boolean;',
    '  errors?: readonly SchemaError[] | null;',
    '}',
    ...files.map((file) => `export const ${exportName(file.name)}: Validator;`),
    '',
  ].join('\n');
}

/** Plans and projects are read with care instead (shared/plan), so they need no type. */
const UNTYPED: readonly string[] = ['plan', 'project'];

/** One interface per document. */
async function documents(files: readonly SchemaFile[]): Promise<string> {
  const parts = [HEADER];
  for (const file of files.filter((one) => !UNTYPED.includes(one.name))) {
    const options = {
      bannerComment: '',
      format: true,
      declareExternallyReferenced: false,
      $refOptions: { resolve: resolver(files) },
    };
    // Named like the validator, not after the framework's title.
    const title = exportName(file.name);
    parts.push(await compile({ ...inlined(file.schema, files), title }, title, options));
  }
  return parts.join('\n');
}

/** Definitions of other files written out, so that each interface stands alone; whole documents stay references. */
function inlined<T>(node: T, files: readonly SchemaFile[], home = ''): T {
  if (typeof node !== 'object' || node === null) return node;
  const [id, name] = String(Reflect.get(node, '$ref') ?? '').split('#/definitions/');
  const target = files.find((file) => file.schema.$id === (id || home));
  if (name !== undefined && target)
    return inlined(Reflect.get(Object(target.schema['definitions']), name), files, target.schema.$id);
  const entries = Object.entries(node).map(([key, value]) => [key, inlined(value, files, home)]);
  // A copy of the same shape.
  return (Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}

/** Serves absolute `$id`s from memory, so that nothing is fetched. */
function resolver(files: readonly SchemaFile[]) {
  const byId = new Map(files.map((file) => [file.schema.$id, file.schema]));
  return {
    http: false,
    patchbay: {
      order: 1,
      canRead: (file: { url: string }) => byId.has(file.url),
      read: (file: { url: string }) => JSON.stringify(byId.get(file.url)),
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of await compileSchemas()) writeFileSync(join(ROOT, file.path), file.text);
}
