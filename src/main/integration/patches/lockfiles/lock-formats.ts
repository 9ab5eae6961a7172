// Every format of a lockfile that is known, and where its packages usually come from.
import { readComposerLock, readDenoLock, readNugetLock, readPackageLock, readPipfileLock } from './json-locks.ts';
import type { LockFormat } from './lock-entry.ts';
import {
  readBunLock,
  readCargoLock,
  readGemfileLock,
  readGoSum,
  readPnpmLock,
  readPythonLock,
  readYarnLock,
} from './text-locks.ts';

const NPM = {
  manifests: /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|\.npmrc|\.yarnrc\.yml)$/,
  hosts: ['registry.npmjs.org', 'registry.yarnpkg.com', 'npm.jsr.io'],
  hashed: true,
};
const PYTHON = {
  manifests: /(?:^|\/)(?:pyproject\.toml|Pipfile)$/,
  hosts: ['pypi.org', 'files.pythonhosted.org'],
  hashed: true,
};

export const LOCK_FORMATS: readonly LockFormat[] = [
  { name: 'npm', files: /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/i, read: readPackageLock, ...NPM },
  { name: 'Yarn', files: /(?:^|\/)yarn\.lock$/i, read: readYarnLock, ...NPM },
  { name: 'pnpm', files: /(?:^|\/)pnpm-lock\.yaml$/i, read: readPnpmLock, ...NPM },
  { name: 'Bun', files: /(?:^|\/)bun\.lock$/i, read: readBunLock, ...NPM },
  { name: 'Bun (binary)', files: /(?:^|\/)bun\.lockb$/i, read: null, ...NPM },
  {
    name: 'Deno',
    files: /(?:^|\/)deno\.lock$/i,
    read: readDenoLock,
    manifests: /(?:^|\/)(?:deno\.jsonc?|package\.json)$/,
    hosts: ['deno.land', 'jsr.io', 'esm.sh'],
    hashed: true,
  },
  { name: 'Poetry', files: /(?:^|\/)poetry\.lock$/i, read: readPythonLock, ...PYTHON },
  { name: 'uv', files: /(?:^|\/)uv\.lock$/i, read: readPythonLock, ...PYTHON },
  { name: 'Pipenv', files: /(?:^|\/)Pipfile\.lock$/i, read: readPipfileLock, ...PYTHON },
  {
    name: 'Cargo',
    files: /(?:^|\/)Cargo\.lock$/i,
    read: readCargoLock,
    manifests: /(?:^|\/)Cargo\.toml$/,
    hosts: ['github.com/rust-lang/crates.io-index', 'index.crates.io', 'static.crates.io'],
    hashed: true,
  },
  {
    name: 'Go',
    files: /(?:^|\/)go\.(?:work\.)?sum$/i,
    read: readGoSum,
    manifests: /(?:^|\/)go\.(?:mod|work)$/,
    hosts: [],
    hashed: true,
  },
  {
    name: 'Bundler',
    files: /(?:^|\/)Gemfile\.lock$/i,
    read: readGemfileLock,
    manifests: /(?:^|\/)(?:Gemfile|[^/]*\.gemspec)$/,
    hosts: ['rubygems.org'],
    hashed: false,
  },
  {
    name: 'Composer',
    files: /(?:^|\/)composer\.lock$/i,
    read: readComposerLock,
    manifests: /(?:^|\/)composer\.json$/,
    hosts: ['api.github.com', 'repo.packagist.org'],
    hashed: true,
  },
  {
    name: 'NuGet',
    files: /(?:^|\/)packages\.lock\.json$/i,
    read: readNugetLock,
    manifests: /\.(?:cs|fs|vb)proj$|(?:^|\/)Directory\.(?:Build|Packages)\.props$/,
    hosts: [],
    hashed: true,
  },
  {
    name: 'others',
    files:
      /(?:^|\/)(?:gradle\.lockfile|mix\.lock|pubspec\.lock|Podfile\.lock|Package\.resolved|flake\.lock|pdm\.lock|conan\.lock|rebar\.lock)$/i,
    read: null,
    manifests: /./,
    hosts: [],
    hashed: false,
  },
];
