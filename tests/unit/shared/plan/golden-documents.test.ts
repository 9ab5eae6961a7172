// Every schema has golden documents; each is accepted, or refused with exactly the problems it must give.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../src/shared/lib/errors.ts';
import { parsePlan } from '../../../../src/shared/plan/parse-plan.ts';
import { validateDocument } from '../../../../src/shared/plan/validate-document.ts';
import { recogniseSchema, SCHEMA_NAMES, schemaByName } from '../../../../src/shared/uet/recognise-schema.ts';
import { GOLDEN_FOLDER, goldenDocuments } from '../../../fakes/golden-documents.ts';

const GOLDEN = goldenDocuments();

it('there is a minimal and a complete document of every schema, and at least four that are refused', () => {
  const found = SCHEMA_NAMES.map((schema) => {
    const own = GOLDEN.filter((document) => schemaByName(document.schema) === schema);
    const names = own.map(({ name }) => name.replace(/\.\w+$/, ''));
    const refused = own.filter(({ valid }) => !valid).length;
    return [schema, names.includes('valid-minimal'), names.includes('valid-complete'), refused >= 4];
  });
  expect(found).toEqual(SCHEMA_NAMES.map((schema) => [schema, true, true, true]));
  expect(SCHEMA_NAMES).toHaveLength(28);
});

describe.each(GOLDEN.filter(({ valid }) => valid))('$schema/$name', ({ schema, name, text }) => {
  it('is recognised and accepted', () => {
    const result = validateDocument({ text, file: name });
    expect(result.schema).toBe(schemaByName(schema));
    expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.ok).toBe(true);
  });

  it('is accepted under the name of its schema, and refused under any other', () => {
    const names = SCHEMA_NAMES.filter((one) => validateDocument({ text, file: name, schema: one }).ok);
    expect(names).toEqual([schemaByName(schema)]);
  });
});

describe.each(GOLDEN.filter(({ valid }) => !valid))('$schema/$name', ({ name, text, expected }) => {
  it('is recognised for what it was meant to be, and refused', () => {
    expect(validateDocument({ text, file: name }).ok).toBe(false);
    expect(expected.length).toBeGreaterThan(0);
    const { value } = parsePlan(text);
    if (value !== null) expect(recogniseSchema(value)).not.toBeNull();
  });
});

it.each(readdirSync(GOLDEN_FOLDER))(
  '%s: the problems are those of expected.json (new words: read them, then -u)',
  async (schema) => {
    const invalid = GOLDEN.filter((document) => document.schema === schema && !document.valid);
    const problems = invalid.map(({ name, text }) => [name, validateDocument({ text, file: name }).problems.map(told)]);
    const text = `${JSON.stringify(Object.fromEntries(problems), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(GOLDEN_FOLDER, schema, 'expected.json'));
  },
);

function told({ code, severity, path, line, message, advice }: Problem) {
  return { code, severity, path, line, message, advice };
}

it('every problem of the set has a line, words for what is wrong, and advice that is more than a wish', () => {
  for (const problem of GOLDEN.flatMap(({ expected }) => expected)) {
    expect(problem.line).toBeGreaterThan(0);
    expect(problem.message).toMatch(/^(?:[A-Z`]|invalid-).*\.$/);
    expect(problem.advice).toMatch(/^[A-Z].*[.?]$/);
    expect(problem.advice).not.toBe('Correct it.');
  }
});
