// Lockfiles of every format are read to the same entries: what, from where, with which hash.
import { describe, expect, it } from 'vitest';
import type { LockEntry } from '../../../../../../src/main/integration/patches/lockfiles/lock-entry.ts';
import { LOCK_FORMATS } from '../../../../../../src/main/integration/patches/lockfiles/lock-formats.ts';

function read(file: string, text: string): readonly Omit<LockEntry, 'line'>[] {
  const format = LOCK_FORMATS.find(({ files }) => files.test(file));
  return (format?.read?.(text) ?? []).map(({ id, source, hash }) => ({ id, source, hash }));
}

const SHA = 'sha512-AAAA';
const NPM = 'https://registry.npmjs.org/left/-/left-1.0.0.tgz';

describe('a lockfile', () => {
  it('of npm is read in its old and its new form, without links and with what is bundled', () => {
    const packages = {
      '': { name: 'own' },
      'node_modules/left': { version: '1.0.0', resolved: NPM, integrity: SHA },
      'node_modules/own-part': { link: true, resolved: 'part' },
      'node_modules/left/node_modules/@a/inner': { version: '2.0.0', inBundle: true },
    };
    expect(read('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages }))).toEqual([
      { id: 'left@1.0.0', source: NPM, hash: SHA },
      { id: '@a/inner@2.0.0', source: null, hash: 'bundled' },
    ]);
    const dependencies = {
      left: { version: '1.0.0', integrity: SHA, dependencies: { right: { version: 'git+https://x.test/r#1' } } },
    };
    expect(read('sub/npm-shrinkwrap.json', JSON.stringify({ lockfileVersion: 1, dependencies }))).toEqual([
      { id: 'left@1.0.0', source: null, hash: SHA },
      { id: 'right@git+https://x.test/r#1', source: 'git+https://x.test/r#1', hash: null },
    ]);
  });

  it('of Yarn is read in both of its forms', () => {
    const classic = `# yarn lockfile v1\n\n"@a/left@^1.0.0", "@a/left@~1.0.0":\n  version "1.0.0"\n  resolved "${NPM}#abc"\n  integrity ${SHA}\n`;
    expect(read('yarn.lock', classic)).toEqual([{ id: '@a/left@1.0.0', source: `${NPM}#abc`, hash: SHA }]);
    const berry = `__metadata:\n  version: 8\n\n"left@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "left@npm:1.0.0"\n  checksum: 10c0/abc\n\n"own@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "own@workspace:."\n`;
    expect(read('yarn.lock', berry)).toEqual([{ id: 'left@1.0.0', source: null, hash: '10c0/abc' }]);
  });

  it('of pnpm and of Bun is read by its lines', () => {
    const pnpm = `lockfileVersion: '9.0'\n\npackages:\n\n  left@1.0.0:\n    resolution: {integrity: ${SHA}}\n\n  'odd@https://x.test/o.tgz':\n    resolution: {tarball: https://x.test/o.tgz}\n    version: 1.0.0\n`;
    expect(read('pnpm-lock.yaml', pnpm)).toEqual([
      { id: 'left@1.0.0', source: null, hash: SHA },
      { id: 'odd@https://x.test/o.tgz', source: 'https://x.test/o.tgz', hash: null },
    ]);
    const bun = `{\n  "packages": {\n    "left": ["left@1.0.0", "", {}, "${SHA}"],\n    "own": ["own@workspace:own"],\n  }\n}\n`;
    expect(read('bun.lock', bun)).toEqual([{ id: 'left@1.0.0', source: null, hash: SHA }]);
  });

  it('of Cargo, Poetry, uv and Go is read', () => {
    const cargo =
      '[[package]]\nname = "own"\nversion = "0.1.0"\n\n[[package]]\nname = "left"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "aa"\n';
    expect(read('Cargo.lock', cargo)).toEqual([
      { id: 'left@1.0.0', source: 'registry+https://github.com/rust-lang/crates.io-index', hash: 'aa' },
    ]);
    const poetry =
      '[[package]]\nname = "left"\nversion = "1.0.0"\nfiles = [\n    {file = "left.whl", hash = "sha256:bb"},\n    {file = "left.tar.gz", hash = "sha256:aa"},\n]\n';
    expect(read('poetry.lock', poetry)).toEqual([{ id: 'left@1.0.0', source: null, hash: 'sha256:aa sha256:bb' }]);
    const uv =
      '[[package]]\nname = "left"\nversion = "1.0.0"\nsource = { registry = "https://pypi.org/simple" }\nsdist = { url = "https://x.test/left.tar.gz", hash = "sha256:aa", size = 1 }\n\n[[package]]\nname = "own"\nversion = "0.1.0"\nsource = { virtual = "." }\n';
    expect(read('uv.lock', uv)).toEqual([
      { id: 'left@1.0.0', source: 'https://x.test/left.tar.gz', hash: 'sha256:aa' },
    ]);
    expect(read('go.sum', 'example.test/left v1.0.0 h1:AA=\n')).toEqual([
      { id: 'example.test/left@v1.0.0', source: null, hash: 'h1:AA=' },
    ]);
  });

  it('of Pipenv, Composer, NuGet, Deno and Bundler is read', () => {
    const pip = {
      _meta: { sources: [{ name: 'pypi', url: 'https://pypi.org/simple' }] },
      default: { left: { version: '==1.0.0', index: 'pypi', hashes: ['sha256:aa'] } },
    };
    expect(read('Pipfile.lock', JSON.stringify(pip))).toEqual([
      { id: 'source pypi', source: 'https://pypi.org/simple', hash: 'source' },
      { id: 'left@==1.0.0', source: 'https://pypi.org/simple', hash: 'sha256:aa' },
    ]);
    const composer = {
      packages: [
        { name: 'a/left', version: '1.0.0', dist: { url: 'https://api.github.com/x', reference: 'abc', shasum: '' } },
      ],
    };
    expect(read('composer.lock', JSON.stringify(composer))).toEqual([
      { id: 'a/left@1.0.0', source: 'https://api.github.com/x', hash: 'abc' },
    ]);
    const nuget = {
      dependencies: {
        'net8.0': { Left: { type: 'Direct', resolved: '1.0.0', contentHash: 'AA' }, Own: { type: 'Project' } },
      },
    };
    expect(read('packages.lock.json', JSON.stringify(nuget))).toEqual([{ id: 'Left@1.0.0', source: null, hash: 'AA' }]);
    const deno = {
      version: '4',
      npm: { 'left@1.0.0': { integrity: SHA } },
      remote: { 'https://deno.land/x.ts': 'aa' },
    };
    expect(read('deno.lock', JSON.stringify(deno))).toEqual([
      { id: 'left@1.0.0', source: null, hash: SHA },
      { id: 'https://deno.land/x.ts', source: 'https://deno.land/x.ts', hash: 'aa' },
    ]);
    const bundler =
      'GEM\n  remote: https://rubygems.org/\n  specs:\n    left (1.0.0)\n\nCHECKSUMS\n  left (1.0.0) sha256=aa\n';
    expect(read('Gemfile.lock', bundler)).toEqual([
      { id: 'source https://rubygems.org/', source: 'https://rubygems.org/', hash: 'source' },
      { id: 'left@1.0.0', source: null, hash: 'sha256=aa' },
    ]);
  });
});
