// A JSON schema as rows of a table for people: a field, what it holds, whether it is needed, what it means.
import { describePattern } from '../src/shared/uet/describe-pattern.ts';

export interface SchemaNode {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
}

/** Finds what a reference means; null for a document of its own, which has a page of its own. */
export type Resolve = (node: SchemaNode) => { readonly node: SchemaNode; readonly document: string | null };

export interface FieldRow {
  readonly path: string;
  readonly holds: string;
  readonly needed: boolean;
  readonly meaning: string;
}

export function fieldRows(schema: SchemaNode, resolve: Resolve, path = ''): readonly FieldRow[] {
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => !ANNOTATIONS.has(name));
  const rest = schema['additionalProperties'];
  // A schema for all other fields is a schema like any.
  const each: [string, SchemaNode][] = typeof rest === 'object' && rest !== null ? [['*', rest as SchemaNode]] : [];
  return [...fields, ...each].flatMap(([name, ref]) => {
    const place = path === '' ? name : `${path}.${name}`;
    const { node, document } = resolve(ref);
    const needed = schema.required?.includes(name) ?? false;
    const row = { path: place, needed, holds: holds(node, document, resolve), meaning: meaning(ref, node, resolve) };
    if (document !== null) return [row];
    return [row, ...rowsInside(node, resolve, place)];
  });
}

const ANNOTATIONS = new Set(['doc_id', '$schema']);

function rowsInside(node: SchemaNode, resolve: Resolve, place: string): readonly FieldRow[] {
  if (node.items === undefined) return fieldRows(node, resolve, place);
  const entry = resolve(node.items);
  return entry.document === null ? rowsInside(entry.node, resolve, `${place}[]`) : [];
}

/** Of a list without words of its own, what its entries are. */
function meaning(ref: SchemaNode, node: SchemaNode, resolve: Resolve): string {
  const own = ref.description ?? node.description;
  if (own !== undefined || node.items === undefined) return own ?? '';
  return resolve(node.items).node.description ?? '';
}

function holds(node: SchemaNode, document: string | null, resolve: Resolve): string {
  if (document !== null) return `a [${document}](${document}.md)`;
  const parts = [typeWords(node, resolve), ...rules(node)];
  return parts.filter((part) => part !== '').join(', ');
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'group',
  null: 'null',
};

function typeWords(node: SchemaNode, resolve: Resolve): string {
  if (Array.isArray(node['enum'])) return [...node['enum'].map(code), ...(isNullable(node) ? ['null'] : [])].join(', ');
  if ('const' in node) return code(node['const']);
  const types = [node.type ?? []].flat();
  return types.map((type) => (type === 'array' ? listWords(node, resolve) : (TYPES[type] ?? type))).join(' or ');
}

function listWords({ items }: SchemaNode, resolve: Resolve): string {
  if (items === undefined) return 'list';
  const { node, document } = resolve(items);
  return `list of ${document === null ? holds(node, null, resolve) : `[${document}](${document}.md)`}`;
}

function isNullable(node: SchemaNode): boolean {
  return [node.type ?? []].flat().includes('null');
}

/** What else a value must keep. */
function rules(node: SchemaNode): readonly string[] {
  const types = [node.type ?? []].flat();
  const isOpen = types.includes('object') && node['additionalProperties'] === undefined;
  return [
    typeof node['pattern'] === 'string' ? (describePattern(node['pattern'])?.noun ?? 'in a form of its own') : '',
    node['format'] === 'date-time' ? 'a date and time' : '',
    node['minLength'] === 1 || node['minItems'] === 1 ? 'not empty' : '',
    'minimum' in node ? `at least ${node['minimum']}` : '',
    'maximum' in node ? `at most ${node['maximum']}` : '',
    'maxLength' in node ? `at most ${node['maxLength']} characters` : '',
    'maxItems' in node ? `at most ${node['maxItems']} entries` : '',
    node['uniqueItems'] === true ? 'none twice' : '',
    isOpen ? 'other fields allowed' : '',
    'default' in node ? `${code(node['default'])} unless said` : '',
  ].filter((rule) => rule !== '');
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}
