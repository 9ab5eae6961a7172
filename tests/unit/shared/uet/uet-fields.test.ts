// Every field of the 17 schemas of UET v1, compared with a table of them, so that none is dropped or changed unseen.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');

/** tests/golden/uet-v1-fields.txt: a heading a schema, then a line a field, in the words of `fieldLines`. */
const TABLES = new Map(
  readFileSync(join(ROOT, 'tests/golden/uet-v1-fields.txt'), 'utf8')
    .trim()
    .split('\n\n')
    .map((block) => {
      const [heading = '', ...lines] = block.split('\n');
      return [heading.split(' ')[1] ?? '', { heading, lines }] as const;
    }),
);

/** How many fields the framework counts for each, list entries included. */
const COUNTS: Readonly<Record<string, number>> = {
  'phase_spec.v1': 38,
  'workstream_spec.v1': 19,
  'task_spec.v1': 26,
  'execution_request.v1': 37,
  'run_record.v1': 19,
  'step_attempt.v1': 16,
  'patch_artifact.v1': 21,
  'patch_ledger_entry.v1': 37,
  'patch_policy.v1': 21,
  'run_event.v1': 6,
  'router_config.v1': 34,
  'prompt_instance.v1': 12,
  'profile_extension.v1': 36,
  'project_profile.v1': 33,
  'bootstrap_discovery.v1': 38,
  'bootstrap_report.v1': 39,
  'doc-meta.v1': 30,
};

interface Node {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly required?: readonly string[];
}

const FACETS = [
  ...['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'uniqueItems', 'default'],
];

/** Keywords that are told apart below, or say nothing about which documents are valid. */
const KNOWN = new Set([
  ...FACETS,
  ...['type', 'properties', 'required', 'items', 'additionalProperties', 'description', '$ref', '$schema', '$id'],
  'title',
]);

function schemaOf(name: string): Node {
  return JSON.parse(readFileSync(join(ROOT, 'schema/uet', `${name}.json`), 'utf8'));
}

function fieldLines(node: Node, path: string): string[] {
  const own = Object.entries(node.properties ?? {}).filter(([key]) => path !== '' || key !== 'doc_id');
  const lines = own.flatMap(([key, child]) => {
    const place = path === '' ? key : `${path}.${key}`;
    const needed = node.required?.includes(key) ? 'required' : 'optional';
    return [describeField(child, place, needed), ...fieldLines(child, place)];
  });
  if (node.items) lines.push(describeField(node.items, `${path}[]`, 'item'), ...fieldLines(node.items, `${path}[]`));
  const rest = node['additionalProperties'];
  if (typeof rest === 'object' && rest !== null) {
    // A schema for all other keys is a schema like any.
    const each = rest as Node;
    lines.push(describeField(each, `${path}.{*}`, 'optional'), ...fieldLines(each, `${path}.{*}`));
  }
  return lines;
}

function describeField(node: Node, path: string, needed: string): string {
  expect(
    Object.keys(node).filter((key) => !KNOWN.has(key)),
    path,
  ).toEqual([]);
  if (typeof node['$ref'] === 'string') return `${path} ref=${node['$ref'].match(/([^/]+)\.json$/)?.[1]} ${needed}`;
  const types = [node['type']].flat();
  const facets = FACETS.filter((key) => key in node).map((key) => `${key}=${[node[key]].flat().join(',')}`);
  return [path, types.join('|'), needed, ...facets, ...(types.includes('object') ? [openness(node)] : [])].join(' ');
}

function openness(node: Node): string {
  const rest = node['additionalProperties'];
  return rest === undefined ? 'open' : rest === false ? 'closed' : 'map';
}

it('there are exactly 17 schemas, each with its table', () => {
  const names = readdirSync(join(ROOT, 'schema/uet')).map((file) => file.replace(/\.json$/, ''));
  expect(names.sort()).toEqual(Object.keys(COUNTS).sort());
  expect([...TABLES.keys()].sort()).toEqual(names.sort());
});

describe.each(Object.keys(COUNTS))('%s', (name) => {
  const table = TABLES.get(name);

  it('has the fields of the table, with their types, bounds and openness', () => {
    expect(table?.lines).toHaveLength(COUNTS[name] ?? -1);
    expect(fieldLines(schemaOf(name), '').sort()).toEqual([...(table?.lines ?? [])].sort());
  });

  it('is a closed draft-07 object with an absolute id, the title of the framework, and its required fields', () => {
    const schema = schemaOf(name);
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `https://patchbay.dev/schema/uet/${name}.json`,
      type: 'object',
      additionalProperties: false,
    });
    expect(`# ${name} "${schema['title']}" required=${schema.required?.join(',')}`).toBe(table?.heading);
  });

  it('tolerates `doc_id` at its root and nowhere asks for it', () => {
    expect(schemaOf(name).properties?.['doc_id']).toMatchObject({ type: 'string' });
    expect(schemaOf(name).required).not.toContain('doc_id');
  });
});

it('a changed field is noticed', () => {
  const schema = schemaOf('run_event.v1');
  const { kind: _kind, ...properties } = schema.properties ?? {};
  expect(fieldLines({ ...schema, properties }, '').sort()).not.toEqual([...(TABLES.get('run_event.v1')?.lines ?? [])]);
});
