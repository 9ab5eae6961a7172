// Regular expressions of older files: which are globs, which become one, and which a person has to decide.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAny } from '../../../../src/shared/lib/glob.ts';
import { readPattern } from '../../../../src/shared/lib/legacy-pattern.ts';

describe('readPattern', () => {
  it.each([
    ['^src/.*\\.py$', 'src/**/*.py'],
    ['.*\\.lock', '**/*.lock'],
    ['core/.*\\.py$', null],
    ['^core/.*', 'core/**'],
    ['^(src|lib)/.*\\.ts$', '{src,lib}/**/*.ts'],
    ['^docs/[^/]+\\.md$', 'docs/*.md'],
    ['^package\\.json$', 'package.json'],
    ['^.*/secrets/.*$', '**/secrets/**'],
    ['.*/secrets/.*', null],
    ['^README', null],
    ['\\.env', null],
    ['legacy/.*', null],
    ['^a.b$', null],
    ['^src/(?!gen).*$', null],
    ['^src/foo.*bar$', null],
    ['[a-z]+/x', null],
  ])('%s becomes %s', (text, glob) => {
    const reading = readPattern(text);
    expect(reading.kind).toBe(glob === null ? 'unsure' : 'converted');
    if (reading.kind === 'converted') expect(reading.glob).toBe(glob);
  });

  it.each(['src/**', '**/*.py', 'README.*', 'package.json', '**/.*', '.github/**', '.env', 'src/{a,b}.js', '[ab].ts'])(
    'leaves the glob %s alone',
    (glob) => expect(readPattern(glob)).toEqual({ kind: 'glob', glob }),
  );

  it('names what an unclear entry may mean', () => {
    expect(readPattern('\\.env')).toMatchObject({ candidates: ['**/.env', '**/*.env'] });
    expect(readPattern('legacy/.*')).toMatchObject({ candidates: ['legacy/**', 'legacy/[.]*'] });
    expect(readPattern('core/.*\\.py$')).toMatchObject({ candidates: ['**/core/**/*.py'] });
    expect(readPattern('^src/(?!gen).*$')).toMatchObject({ candidates: [] });
  });

  it('a conversion of an expression that says where it ends matches the same paths', () => {
    const name = fc.constantFrom('src', 'lib', 'docs', 'a.py', 'b.md', 'py', 'secrets', 'x', '.y.py');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    const expression = fc.constantFrom(
      '^src/.*\\.py$',
      '^(src|lib)/.*\\.py$',
      '^docs/[^/]+\\.md$',
      '^src/.*$',
      '^.*/secrets/.*$',
      '^docs/[^/]*\\.md$',
    );
    fc.assert(
      fc.property(expression, path, (text, file) => {
        const reading = readPattern(text);
        if (reading.kind !== 'converted') throw new Error(`${text} is not converted`);
        const expected = new RegExp(text).test(file);
        // `**/` also stands for no folder at all, and `folder/**` for a file of the folder's name.
        if (/^(?:src|secrets)$|^secrets\/|\/secrets$/.test(file)) return;
        expect(matchAny([reading.glob])(file), `${text} → ${reading.glob} on ${file}`).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
