// Several documents in one text: where they are divided, what stands around JSON, and that lines count from the top.
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { parseDocuments } from '../../../../src/shared/plan/parse-documents.ts';

const values = (text: string) => parseDocuments(text).map((one) => one.value);

describe('YAML', () => {
  it.each([
    ['one document without a marker', 'a: 1\n', [{ a: 1 }]],
    ['a marker in front', '---\na: 1\n', [{ a: 1 }]],
    ['several documents', 'a: 1\n---\nb: 2\n---\n- 3\n', [{ a: 1 }, { b: 2 }, [3]]],
    [
      'comments and blank lines between them',
      '# x\n\n---\n# y\na: 1\n---\n\n# only this\n---\nb: 2\n',
      [{ a: 1 }, { b: 2 }],
    ],
    ['an end marker', 'a: 1\n...\n---\nb: 2\n...\n', [{ a: 1 }, { b: 2 }]],
    ['a directive', '%YAML 1.2\n---\na: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
    ['content beside the marker', '--- {a: 1}\n--- [2]\n', [{ a: 1 }, [2]]],
    ['three dashes inside of a text', 'a: |\n  one\n  ---\n  two\n', [{ a: 'one\n---\ntwo\n' }]],
    ['a list of lists', '- - 1\n', [[[1]]]],
    ['lines of Windows', 'a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
  ])('%s', (_, text, expected) => expect(values(text)).toEqual(expected));
});

describe('JSON', () => {
  it.each([
    ['a byte order mark', '\uFEFF{"a": 1}', [{ a: 1 }]],
    ['comments in front', '// x\n# y\n/* z\n z */ {"a": 1}', [{ a: 1 }]],
    ['comments on lines of their own', '{\n  // x\n  "a": 1\n}', [{ a: 1 }]],
    ['slashes inside of a text', '// x\n{"a": "https://b", "c": "# d"}', [{ a: 'https://b', c: '# d' }]],
    ['comments in front of each document', '// x\n{"a": 1}\n---\n// y\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
  ])('%s', (_, text, expected) => expect(values(text)).toEqual(expected));
});

it('lines count from the start of the text', () => {
  const [first, second] = parseDocuments('// x\n/* y\n*/\n{"a": 1}\n---\nb: 2\nc: 3\n');
  expect([first?.lineOf('/a'), second?.lineOf('/b'), second?.lineOf('/c')]).toEqual([4, 6, 7]);
  expect(parseDocuments('a: 1\n---\nb: 2\n c: [\n')[1]?.problems[0]).toMatchObject({ code: 'E_SYNTAX', line: 3 });
});

it('a text without a document is an empty document', () => {
  for (const text of ['', '# only a comment\n', '---\n', '// only this\n'])
    expect(parseDocuments(text)).toHaveLength(1);
});

it('more documents than are read are refused', () => {
  const [only] = parseDocuments('a: 1\n---\n'.repeat(LIMITS.importDocuments + 1));
  expect(only?.problems).toMatchObject([{ code: 'E_SCHEMA', line: 0 }]);
});
