// Text becomes a document, and every place in it has a line.
import { expect, it } from 'vitest';
import { parsePlan } from '../../../../src/shared/plan/parse-plan.ts';

it('gives the line of a field by its name, of an entry by its start, of what is missing by its parent', () => {
  const { lineOf, value } = parsePlan('a:\n  b:\n    - x: 1\n    - y:\n        2\nc/d: 3\n');
  expect(value).toEqual({ a: { b: [{ x: 1 }, { y: 2 }] }, 'c/d': 3 });
  const places = ['/a', '/a/b', '/a/b/0', '/a/b/1/y', '/a/b/1/zzz', '/a/b/7', '/c~1d', '/nope'];
  expect(places.map(lineOf)).toEqual([1, 2, 3, 4, 4, 2, 6, 1]);
});

it('reads JSON, and finds lines in it', () => {
  const { lineOf, value } = parsePlan('{\n  "a": [\n    1,\n    {"b": null}\n  ]\n}');
  expect(value).toEqual({ a: [1, { b: null }] });
  expect(lineOf('/a/1/b')).toBe(4);
});

it('follows aliases to where they were written', () => {
  const { lineOf, value } = parsePlan('base: &b\n  deep: 1\ncopy: *b\n');
  expect(value).toEqual({ base: { deep: 1 }, copy: { deep: 1 } });
  expect(lineOf('/copy/deep')).toBe(2);
});

it('reports several faults of syntax at once, with their lines', () => {
  const { problems, value } = parsePlan('a: 1\na: 2\nb: 3\nb: 4\n');
  expect(value).toBeUndefined();
  expect(problems.map((one) => [one.code, one.line])).toEqual([
    ['E_SYNTAX', 2],
    ['E_SYNTAX', 4],
  ]);
});

it.each([
  ['two documents', 'a: 1\n---\nb: 2\n', 'one document'],
  ['an open bracket', 'a: [1, 2\nb: 3\n', ''],
  ['nesting without end', '['.repeat(100_000), ''],
  ['aliases that multiply', bomb(), ''],
])('answers %s with a problem, not an exception', (_name, text, advice) => {
  const { problems, value } = parsePlan(text);
  expect(value).toBeUndefined();
  expect(problems[0]?.code).toBe('E_SYNTAX');
  expect(problems[0]?.advice).toContain(advice);
});

it('keeps a key named __proto__ a plain key', () => {
  const { value } = parsePlan('{"__proto__": {"polluted": true}}');
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(Object.keys(Object(value))).toEqual(['__proto__']);
});

function bomb(): string {
  const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i += 1)
    rows.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
  return rows.join('\n');
}
