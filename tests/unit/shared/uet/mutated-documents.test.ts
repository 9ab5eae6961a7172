// Each complete golden document is broken in every way its schema knows; every break is found, at its place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../src/shared/plan/parse-plan.ts';
import { DOCUMENT_SCHEMAS, SCHEMA_NAMES } from '../../../../src/shared/uet/recognise-schema.ts';
import { schemaFaults } from '../../../../src/shared/uet/schema-faults.ts';
import { GOLDEN_FOLDER } from '../../../fakes/golden-documents.ts';

/** Plans and projects share definitions and have tests of their own. */
const NAMES = SCHEMA_NAMES.filter((name) => !['patchbay/plan.v1', 'patchbay/project.v1'].includes(name));

interface Node {
  readonly [keyword: string]: unknown;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly $ref?: string;
}

/** The schemas as others would load them. */
const AJV = new Ajv({ strict: false });
formats.default(AJV);
for (const name of SCHEMA_NAMES) AJV.addSchema(schemaOf(name));

/** A document that differs from the complete one in one place, and where the fault must be. */
interface Mutant {
  readonly what: string;
  readonly path: string;
  readonly document: unknown;
}

function schemaOf(name: string): Node {
  const file = name.includes('/') ? `schema/${name}.json` : `schema/uet/${name}.json`;
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../..', file), 'utf8'));
}

function resolved(node: Node): Node {
  if (node.$ref === undefined) return node;
  const [file = '', name = ''] = node.$ref.replace('https://patchbay.dev/schema/', '').split('#/definitions/');
  // Without a file it is a definition of the plan, the only schema that others take from.
  const home = file === '' ? 'patchbay/plan.v1.json' : file;
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../schema', home), 'utf8'));
  return name === '' ? schema : schema.definitions[name];
}

function completeOf(name: string): unknown {
  const folder = name.replace('patchbay/', '').replace('.v1', '');
  return parsePlan(readFileSync(join(GOLDEN_FOLDER, folder, 'valid-complete.yaml'), 'utf8')).value;
}

/** Values of each type; the ones that a schema does not name must be refused. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  string: 'text',
  integer: 7,
  number: 7.5,
  boolean: true,
  array: [],
  object: {},
  null: null,
};

function wrongTypes(node: Node): readonly unknown[] {
  const types = [node.type ?? []].flat();
  if (types.length === 0) return [];
  const fits = new Set(types.includes('number') ? [...types, 'integer'] : types);
  return Object.entries(SAMPLES)
    .filter(([type]) => !fits.has(type))
    .map(([, value]) => value);
}

/** Values that have the right type and break one more rule. */
function wrongValues(node: Node): readonly unknown[] {
  const values: unknown[] = [];
  const types = [node.type ?? []].flat();
  if (Array.isArray(node['enum'])) values.push('none of these');
  if ('const' in node) values.push('another');
  if (typeof node['pattern'] === 'string') values.push('..\\ not so');
  if (node['format'] === 'date-time') values.push('yesterday');
  if (types.includes('string') && node['minLength'] === 1) values.push('');
  if (typeof node['maxLength'] === 'number') values.push('x'.repeat(node['maxLength'] + 1));
  if (typeof node['minimum'] === 'number') values.push(node['minimum'] - 1);
  if (typeof node['maximum'] === 'number') values.push(node['maximum'] + 1);
  if (node['minItems'] === 1 && types.includes('array')) values.push([]);
  return values;
}

function mutantsOf(schema: Node, whole: unknown): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const change = (keys: readonly (string | number)[], what: string, path: string, edit: (parent: object) => void) => {
    const document = structuredClone(whole);
    edit(Object(keys.reduce((at: unknown, key) => Reflect.get(Object(at), key), document)));
    mutants.push({ what: `${what} at ${path || '/'}`, path, document });
  };
  const visit = (ref: Node, value: unknown, keys: readonly (string | number)[]): void => {
    const node = resolved(ref);
    const path = keys.map((key) => `/${key}`).join('');
    const last = keys.at(-1);
    if (last !== undefined) {
      for (const wrong of [...wrongTypes(node), ...wrongValues(node)]) {
        const what = JSON.stringify(wrong).slice(0, 20);
        change(keys.slice(0, -1), what, path, (parent) => Reflect.set(parent, last, wrong));
      }
    }
    if (Array.isArray(value)) {
      const first: unknown = value[0];
      if (node['uniqueItems'] === true)
        change(keys, 'the same twice', path, (list) => Reflect.set(list, value.length, first));
      value.forEach((entry, index) => {
        visit(node.items ?? {}, entry, [...keys, index]);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const key of node.required ?? [])
        change(keys, `no ${key}`, path, (parent) => Reflect.deleteProperty(parent, key));
      if (node['additionalProperties'] === false)
        change(keys, 'one more', `${path}/surplus`, (parent) => Reflect.set(parent, 'surplus', 1));
      const rest = node['additionalProperties'];
      for (const [key, entry] of Object.entries(value)) {
        const child = node.properties?.[key] ?? (typeof rest === 'object' && rest !== null ? (rest as Node) : {}); // a schema
        visit(child, entry, [...keys, key]);
      }
    }
  };
  visit(schema, whole, []);
  return mutants;
}

/** Paths of all fields of a schema, entries of lists as `[]`, those of maps as `*`. */
function fieldsOf(ref: Node): readonly string[] {
  const node = resolved(ref);
  const rest = node['additionalProperties'];
  const children: (readonly [string, Node])[] = Object.entries(node.properties ?? {});
  if (node.items) children.push(['[]', node.items]);
  if (typeof rest === 'object' && rest !== null) children.push(['*', rest as Node]); // a schema
  return children.flatMap(([key, child]) => [key, ...fieldsOf(child).map((path) => `${key}/${path}`)]);
}

function fieldsShown(ref: Node, value: unknown): readonly string[] {
  const node = resolved(ref);
  if (Array.isArray(value))
    return value.flatMap((entry) => ['[]', ...fieldsShown(node.items ?? {}, entry).map((path) => `[]/${path}`)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const known = node.properties?.[key];
    const rest = node['additionalProperties'];
    const child = known ?? (typeof rest === 'object' && rest !== null ? (rest as Node) : {}); // a schema
    const name = known ? key : '*';
    return [name, ...fieldsShown(child, entry).map((path) => `${name}/${path}`)];
  });
}

describe.each(NAMES)('%s', (name) => {
  const schema = schemaOf(name);
  const whole = completeOf(name);

  it('the complete document shows every field', () => {
    const shown = new Set(fieldsShown(schema, whole));
    // What is a document of its own has a complete example of its own.
    const own = fieldsOf(schema).filter((path) => !/^(doc_id|\$schema)$/.test(path) && !path.startsWith('tasks/[]/'));
    expect(own.filter((path) => !shown.has(path))).toEqual([]);
  });

  it('every break is found at its place, and nothing is said of the whole', () => {
    const validate = DOCUMENT_SCHEMAS[name];
    expect(schemaFaults(validate, whole)).toEqual([]);
    const mutants = mutantsOf(schema, whole);
    expect(mutants.length).toBeGreaterThan(20);
    const missed = mutants.filter(
      ({ path, document }) => !schemaFaults(validate, document).some((fault) => fault.path === path),
    );
    expect(missed.map(({ what }) => what)).toEqual([]);
  });

  it('the precompiled validator agrees with ajv on the schema as it stands', () => {
    const judge = AJV.getSchema(String(schema['$id']));
    const documents = [whole, ...mutantsOf(schema, whole).map(({ document }) => document)];
    const differ = documents.filter((document) => judge?.(document) !== DOCUMENT_SCHEMAS[name](document));
    expect(differ).toEqual([]);
  });

  it('no break is put in words that say nothing', () => {
    const faults = mutantsOf(schema, whole).flatMap(({ document }) => schemaFaults(DOCUMENT_SCHEMAS[name], document));
    expect(faults.filter(({ message }) => /is not valid:|undefined|\[object/.test(message))).toEqual([]);
    expect(faults.filter(({ advice }) => advice === 'Correct it.' || /undefined|NaN/.test(advice))).toEqual([]);
  });
});
