// Text becomes a document, and every place in it has a line.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { parseJson } from '../../../../src/shared/plan/parse-json.ts';
import { parsePlan } from '../../../../src/shared/plan/parse-plan.ts';
import { parseYaml } from '../../../../src/shared/plan/parse-yaml.ts';
import { escapePointer } from '../../../../src/shared/uet/json-pointer.ts';

it('gives the line of a field by its name, of an entry by its start, of what is missing by its parent', () => {
  const { lineOf, value } = parsePlan('a:\n  b:\n    - x: 1\n    - y:\n        2\nc/d: 3\n');
  expect(value).toEqual({ a: { b: [{ x: 1 }, { y: 2 }] }, 'c/d': 3 });
  const places = ['/a', '/a/b', '/a/b/0', '/a/b/1/y', '/a/b/1/zzz', '/a/b/7', '/c~1d', '/nope'];
  expect(places.map(lineOf)).toEqual([1, 2, 3, 4, 4, 2, 6, 1]);
});

it('reads JSON, and finds lines in it', () => {
  const { lineOf, value } = parsePlan(
    '{\n  "a": [\n    1,\n    {"b": null},\n  [],\n\n "x,]\\"", {\n}\n  ],\n"c\\u0041": 1\n}',
  );
  expect(value).toEqual({ a: [1, { b: null }, [], 'x,]"', {}], cA: 1 });
  const places = ['/a', '/a/0', '/a/1/b', '/a/2', '/a/3', '/a/4', '/a/5', '/cA', ''];
  expect(places.map(lineOf)).toEqual([2, 3, 4, 5, 7, 7, 2, 10, 1]);
});

it('reads any JSON to the same value as JSON.parse', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'large' }), fc.constantFrom(0, 1, 2), (json, indent) => {
      const wanted: unknown = JSON.parse(json);
      fc.pre(typeof wanted === 'object' && wanted !== null);
      const text = JSON.stringify(wanted, null, indent);
      const { value, problems, lineOf } = parsePlan(text);
      expect(problems).toEqual([]);
      expect(value).toEqual(wanted);
      const [name] = Object.keys(Object(wanted));
      if (name !== undefined)
        expect(lineOf(`/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`)).toBe(indent > 0 ? 2 : 1);
    }),
  );
});

it('finds the same values and the same lines in JSON, whichever reader it goes to', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'medium' }), fc.constantFrom(0, 1, 4), (json, indent) => {
      const value: unknown = JSON.parse(json);
      fc.pre(typeof value === 'object' && value !== null);
      const text = JSON.stringify(value, null, indent);
      const [own, yaml] = [parseJson(text), parseYaml(text)];
      expect(yaml.value).toEqual(own?.value);
      for (const pointer of pointersOf(value))
        expect([pointer, own?.lineOf(pointer)]).toEqual([pointer, yaml.lineOf(pointer)]);
    }),
  );
});

it('reads what is JSON but for comments and commas as YAML', () => {
  expect(parsePlan('{ # a plan\n  "a": [1, 2,],\n}\n').value).toEqual({ a: [1, 2] });
});

it('says of a large file that is almost JSON where it breaks, without asking the slow reader', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `{"task_id": "t${index}"}`);
  const said = (text: string) => parsePlan(text).problems.map(({ line, message }) => [line, message]);
  expect(said(`[${rows.join(',\n')}`)).toEqual([[20_000, 'The JSON ends before it is complete.']]);
  const comma = [...rows.slice(0, 700), '{"a": 1 "b": 2}', ...rows].join(',\n');
  expect(said(`[${comma}]`)).toEqual([[701, 'Here it is no JSON any more: `"b": 2},`.']]);
});

it('follows aliases to where they were written', () => {
  const { lineOf, value } = parsePlan('base: &b\n  deep: 1\ncopy: *b\n');
  expect(value).toEqual({ base: { deep: 1 }, copy: { deep: 1 } });
  expect(lineOf('/copy/deep')).toBe(2);
});

it('an alias may be used often, but not without end', () => {
  const text = (count: number) => `a: &a {x: 1}\nb: [${Array.from({ length: count }, () => '*a').join(', ')}]\n`;
  expect(parsePlan(text(2_000)).problems).toEqual([]);
  expect(parsePlan(text(LIMITS.documentAliases + 1)).problems).toMatchObject([{ code: 'E_SYNTAX', line: 2 }]);
});

it('reports several faults of syntax at once, with their lines', () => {
  const { problems, value } = parsePlan('a: 1\na: 2\nb: 3\nb: 4\n');
  expect(value).toBeUndefined();
  expect(problems.map((one) => [one.code, one.line, one.message])).toEqual([
    ['E_SYNTAX', 2, 'The field `a` is here for the second time.'],
    ['E_SYNTAX', 4, 'The field `b` is here for the second time.'],
  ]);
});

it.each([
  ['JSON', '{"a": 1,\n"b": {"c": 1,\n"\\u0063": 2},\n"a": 3}', [3, 4]],
  ['flow YAML', '{a: 1,\nb: {c: 1,\n"c": 2},\na: 3}', [3, 4]],
  ['block YAML', 'a: 1\nb:\n  c: 1\n  "c": 2\na: 3\n', [4, 5]],
])('finds fields of one name in %s', (_name, text, lines) => {
  const { problems, value } = parsePlan(text);
  expect(value).toBeUndefined();
  expect(problems.map((one) => one.line).sort()).toEqual(lines);
});

it('fields of one name in different groups are different fields', () => {
  const list = [{ a: { b: 1 } }, { a: { b: 2 } }];
  expect(parsePlan(JSON.stringify(list)).value).toEqual(list);
  expect(parsePlan('- a: {b: 1}\n- a: {b: 2}\n').value).toEqual(list);
});

it.each([
  ['two documents', 'a: 1\n---\nb: 2\n', 'one document'],
  ['an open bracket', 'a: [1, 2\nb: 3\n', 'column'],
  ['nesting in brackets', '['.repeat(100_000), 'Flatten'],
  ['nesting in JSON', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'Flatten'],
  ['nesting in one line', `${'- '.repeat(100_000)}x`, 'Flatten'],
  ['nesting in keys', `${'? '.repeat(100_000)}x`, 'Flatten'],
  ['nesting by indent', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'Flatten'],
  ['aliases that multiply', bomb(), 'Write out'],
  ['an alias inside of itself', 'a: &a [1, *a]\n', 'Write out'],
  ['an alias of nothing', 'a: *b\n', 'quote it'],
  ['a NUL', 'a: 1\nb: "\0"\n', 'UTF-8'],
])('answers %s with a problem, not an exception', (_name, text, advice) => {
  const { problems, value } = parsePlan(text);
  expect(value).toBeUndefined();
  expect(problems[0]?.code).toBe('E_SYNTAX');
  expect(problems[0]?.advice).toContain(advice);
});

it('reads what is as deep as the limit, in each notation', () => {
  const depth = LIMITS.documentDepth;
  const json = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
  const blocks = Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
  expect(
    [json, `${json} # YAML`, `${'- '.repeat(depth - 1)}x`, `${blocks} 1`].map((text) => parsePlan(text).problems),
  ).toEqual([[], [], [], []]);
  expect(parsePlan(`[${json}]`).problems).toHaveLength(1);
  expect(parsePlan(`[${json}] # YAML`).problems).toHaveLength(1);
});

it('refuses more values than the limit, in each notation', () => {
  const entries = `${'1,'.repeat(LIMITS.jsonValues)}1`;
  for (const text of [`[${entries}]`, '- 1\n'.repeat(LIMITS.documentValues + 1)]) {
    expect(parsePlan(text).problems[0]?.message).toContain('fields, entries and values');
  }
}, 60_000);

it.each(['{"__proto__": {"polluted": true}}', '__proto__: {polluted: true}'])(
  'keeps a key named __proto__ a plain key: %s',
  (text) => {
    const { value } = parsePlan(text);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Object.keys(Object(value))).toEqual(['__proto__']);
  },
);

function pointersOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, child]) => pointersOf(child, `${path}/${escapePointer(key)}`));
  return [path, ...inside];
}

function bomb(): string {
  const rows = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 9; i += 1)
    rows.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
  return rows.join('\n');
}

it('lists so many problems and no more, and says so', () => {
  const text = `{${'"a": 1,\n'.repeat(LIMITS.documentProblems + 50)}"a": 1}`;
  const { problems } = parsePlan(text);
  expect(problems).toHaveLength(LIMITS.documentProblems + 1);
  expect(problems.at(-1)?.message).toBe(`More than ${LIMITS.documentProblems} problems: the rest is not listed.`);
});
