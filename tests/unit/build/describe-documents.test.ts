// The pages of the documents: one a schema, made from it, with an example that is valid as it stands in the page.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeDocuments } from '../../../build/describe-documents.ts';
import { type FieldRow, fieldRows } from '../../../build/field-rows.ts';
import { parsePlan } from '../../../src/shared/plan/parse-plan.ts';
import { validateDocument } from '../../../src/shared/plan/validate-document.ts';
import { recogniseSchema, SCHEMA_NAMES, schemaByName } from '../../../src/shared/uet/recognise-schema.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'docs/documents');
const PAGES = readdirSync(FOLDER).filter((name) => name !== 'README.md');

it('the pages are what schemas and golden documents say (run: node build/describe-documents.ts)', () => {
  for (const { path, text } of describeDocuments()) expect(readFileSync(join(ROOT, path), 'utf8'), path).toBe(text);
});

it('every schema has its page, and every page its schema', () => {
  expect(PAGES.map((name) => schemaByName(name.replace('.md', ''))).sort()).toEqual([...SCHEMA_NAMES].sort());
});

describe.each(PAGES)('%s', (name) => {
  const page = readFileSync(join(FOLDER, name), 'utf8');

  it('has an example that is recognised and valid', () => {
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
    expect(blocks).toHaveLength(1);
    for (const text of blocks) {
      const result = validateDocument({ text, file: name });
      expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(recogniseSchema(parsePlan(text).value)).toBe(schemaByName(name.replace('.md', '')));
    }
  });

  it('says what Patchbay does with it', () => {
    expect(page).toMatch(/## What Patchbay does with it\n\n- \S/);
  });
});

it('a field is put in words: what it holds, whether it is needed, what it means', () => {
  const schema = {
    required: ['id'],
    properties: {
      doc_id: { type: 'string' },
      id: { type: 'string', minLength: 1, description: 'Names it.' },
      kinds: { type: 'array', uniqueItems: true, items: { type: 'string', enum: ['a', 'b'] } },
      more: { type: ['object', 'null'], properties: { at: { type: 'string', format: 'date-time' } } },
      tools: { type: 'object', additionalProperties: { type: 'integer', minimum: 1, default: 2 } },
    },
  };
  const row = (path: string, holds: string, needed = false, meaning = ''): FieldRow => ({
    path,
    holds,
    needed,
    meaning,
  });
  expect(fieldRows(schema, (node) => ({ node, document: null }))).toEqual([
    row('id', 'text, not empty', true, 'Names it.'),
    row('kinds', 'list of `a`, `b`, none twice'),
    row('more', 'group or null, other fields allowed'),
    row('more.at', 'text, a date and time'),
    row('tools', 'group'),
    row('tools.*', 'whole number, at least 1, `2` unless said'),
  ]);
});
