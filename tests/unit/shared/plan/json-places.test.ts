// Places in JSON: every pointer leads to where its field or entry begins, whatever stands around it.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { findJsonPlaces } from '../../../../src/shared/plan/json-places.ts';
import { escapePointer } from '../../../../src/shared/uet/json-pointer.ts';

it('finds fields and entries, and for what is not there the level above', () => {
  const text = '{ "a": [10, {"b": "x"}], "c": {} }';
  const { walk, offsetOf } = findJsonPlaces(text);
  expect(walk).toBe('walked');
  const at = (pointer: string) => text.slice(offsetOf(pointer)).slice(0, 4);
  expect(['/a', '/a/0', '/a/1', '/a/1/b', '/c'].map(at)).toEqual(['"a":', '10, ', '{"b"', '"b":', '"c":']);
  expect(['', '/x', '/a/2', '/a/length', '/a/0/x', '/c/x'].map(offsetOf)).toEqual([0, 0, 2, 2, 8, 25]);
});

it('reads names with escapes, and says what is repeated, in small groups and in large ones', () => {
  const { offsetOf, repeated } = findJsonPlaces('{"a\\/b~": 1, "\\u0061": 2, "a": 3}');
  expect(offsetOf('/a~1b~0')).toBe(1);
  expect(repeated).toEqual([{ name: 'a', at: 26 }]);
  const many = Array.from({ length: 40 }, (_, index) => `"k${index}":{"k0":0}`).join(',');
  expect(findJsonPlaces(`{${many},"k39":1}`).repeated.map((one) => one.name)).toEqual(['k39']);
});

/** Every pointer of a value, with the value. */
function pointersOf(value: unknown, pointer = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  const inside = Object.entries(value).flatMap(([key, own]) => pointersOf(own, `${pointer}/${escapePointer(key)}`));
  return [[pointer, value], ...inside];
}

test('in any JSON, what stands at the place of a pointer is its field or its value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      if (typeof value !== 'object' || value === null) return;
      const text = JSON.stringify(value, null, indent);
      const { offsetOf, repeated } = findJsonPlaces(text);
      expect(repeated).toEqual([]);
      for (const [pointer, own] of pointersOf(value)) {
        const here = text.slice(offsetOf(pointer)).replace(/^"(?:[^"\\]|\\.)*":\s*/, '');
        const written = JSON.stringify(own);
        expect(here.startsWith(Object(own) === own ? written.slice(0, 1) : written)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
