// Writes the fields and the example into each page below docs/documents, and their list; the rest is written by hand.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FieldRow, fieldRows, type Resolve, type SchemaNode } from './field-rows.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGES = 'docs/documents';
const FOLDERS = ['patchbay', 'uet'] as const;

export interface DocumentPage {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Every page as it should be, without writing it. */
export function describeDocuments(): readonly DocumentPage[] {
  const schemas = FOLDERS.flatMap((folder) => readSchemas(folder));
  const list = schemas.map(({ name, schema }) => `| [${name}](${name}.md) | ${schema.description} |`);
  const index = page(`${PAGES}/README.md`, { documents: ['| document | is |', '|---|---|', ...list].join('\n') });
  return [index, ...schemas.map((one) => pageOf(one, schemas))];
}

interface NamedSchema {
  readonly name: string;
  readonly file: string;
  readonly schema: SchemaNode;
}

function readSchemas(folder: string): readonly NamedSchema[] {
  return readdirSync(join(ROOT, 'schema', folder))
    .sort()
    .map((file) => ({
      name: file.replace('.v1.json', ''),
      file: `schema/${folder}/${file}`,
      schema: JSON.parse(readFileSync(join(ROOT, 'schema', folder, file), 'utf8')),
    }));
}

function pageOf({ name, file, schema }: NamedSchema, schemas: readonly NamedSchema[]): DocumentPage {
  const example = readFileSync(join(ROOT, 'tests/golden/documents', name, 'valid-complete.yaml'), 'utf8');
  const rows = fieldRows(schema, resolver(schema, schemas)).map(tableRow);
  return page(`${PAGES}/${name}.md`, {
    about: `${schema.description} Schema: \`${file}\`.`,
    fields: ['| field | holds | needed | means |', '|---|---|---|---|', ...rows].join('\n'),
    example: `\`\`\`yaml\n${example}\`\`\``,
  });
}

/** Definitions are written out where they are used, those of other files too. */
function resolver(own: SchemaNode, schemas: readonly NamedSchema[]): Resolve {
  const byId = new Map(schemas.map((one) => [String(one.schema['$id']), one]));
  return (node) => {
    if (node.$ref === undefined) return { node, document: null };
    const [id = '', definition] = node.$ref.split('#/definitions/');
    const target = byId.get(id);
    if (definition === undefined) return { node, document: target?.name ?? null };
    // Without an id it is a definition of the file at hand, or of the plan, from which other files take them.
    const homes = [target?.schema, own, ...schemas.map(({ schema }) => schema)];
    const found = homes.map((home) => Reflect.get(Object(home?.['definitions']), definition)).find(Boolean);
    if (found === undefined) throw new Error(`${node.$ref} leads nowhere.`);
    return { node: found, document: null };
  };
}

function tableRow({ path, holds, needed, meaning }: FieldRow): string {
  return `| \`${path}\` | ${holds} | ${needed ? 'yes' : ''} | ${meaning} |`.replaceAll('  ', ' ');
}

/** The page with each block between its two marks replaced. */
function page(path: string, blocks: Readonly<Record<string, string>>): DocumentPage {
  const before = existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '';
  const text = Object.entries(blocks).reduce((all, [name, block]) => {
    const marks = new RegExp(`(<!-- ${name}: [^>]*-->\n\n)[\\s\\S]*?(\n*<!-- end of ${name} -->)`);
    if (!marks.test(all)) throw new Error(`${path} has no marks for ${name}.`);
    return all.replace(marks, (_, start: string) => `${start}${block}\n\n<!-- end of ${name} -->`);
  }, before);
  return { path, text };
}

if (import.meta.main) for (const { path, text } of describeDocuments()) writeFileSync(join(ROOT, path), text);
