// Globs: what matches, what may overlap, what lies within what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, literalPrefix, matchAny, mayOverlap } from '../../../../src/shared/lib/glob.ts';

describe('matchAny', () => {
  it('matches dot files and takes a trailing slash for the whole folder', () => {
    expect(matchAny(['src/**'])('src/.env')).toBe(true);
    expect(matchAny(['docs/'])('docs/a/b.md')).toBe(true);
    expect(matchAny(['./docs/*.md'])('docs/b.md')).toBe(true);
    expect(matchAny([])('a')).toBe(false);
  });

  it('follows the case rule it is given', () => {
    expect(matchAny(['src/A.js'])('src/a.js')).toBe(false);
    expect(matchAny(['src/A.js'], 'ignore')('src/a.js')).toBe(true);
  });

  it('takes a leading ! for a letter, never for "everything else"', () => {
    expect(matchAny(['!secret.txt'])('public.txt')).toBe(false);
  });
});

describe('mayOverlap', () => {
  it.each([
    ['src/**', 'src/a.js', true],
    ['src/**', 'test/**', false],
    ['src/*.js', 'src/*.ts', false],
    ['src/*.js', 'src/a*', true],
    ['**/*.md', 'docs/**', true],
    ['docs/*', 'docs/a/b.md', false],
    ['src/{a,b}.js', 'src/b.js', true],
    ['src/{a,b}.js', 'src/c.js', false],
    ['{src,lib/**}/x.js', 'lib/deep/x.js', true],
    ['src/A.js', 'SRC/a.js', true],
    ['src/[ab].js', 'src/z.js', true],
    ['a/**/b', 'a/b', true],
    ['**', 'anything/at/all', true],
    ['!src/**', 'test/a', true],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(mayOverlap(a, b)).toBe(expected);
    expect(mayOverlap(b, a)).toBe(expected);
  });

  it('is never wrong about a path that matches both', () => {
    const name = fc.constantFrom('a', 'b', 'ab', '*', '?', 'a*', '*b', '**', '{a,b}', '[ab]');
    const glob = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(glob, glob, path, (a, b, parts) => {
        const file = parts.join('/');
        if (matchAny([a])(file) && matchAny([b])(file)) expect(mayOverlap(a, b)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('covers', () => {
  it.each([
    [['src/**'], 'src/a.js', 'yes'],
    [['src/**'], 'src/deep/**', 'yes'],
    [['src/**'], 'test/a.js', 'no'],
    [['src/*.js'], 'src/a*', 'unknown'],
    [['**'], 'anything/**', 'yes'],
    [['src/**', 'test/**'], 'docs/**', 'no'],
    [[], 'a', 'no'],
  ] as const)('%j covers %s: %s', (outer, inner, expected) => {
    expect(covers(outer, inner)).toBe(expected);
  });
});

it('the literal prefix ends where a pattern begins', () => {
  expect(literalPrefix('src/deep/*.js')).toEqual(['src', 'deep']);
  expect(literalPrefix('src/a.js')).toEqual(['src', 'a.js']);
  expect(literalPrefix('**/x')).toEqual([]);
});
