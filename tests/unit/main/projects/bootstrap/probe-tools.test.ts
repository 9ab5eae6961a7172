// Whether a program or module is on this machine is found out without starting anything of the repository.
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findProgram, probeTools } from '../../../../../src/main/projects/bootstrap/probe-tools.ts';
import { put, tempPlace } from '../temp-place.ts';

const place = tempPlace();

it('finds programs on PATH and tells those that are not there', async () => {
  expect(findProgram('git')).toMatch(/git/);
  expect([...(await probeTools(place, ['git', 'no-such-program-here']))]).toEqual(['no-such-program-here']);
});

it('looks for a wrapper in the repository, where it has to be a program', async () => {
  put(place, { mvnw: '#!/bin/sh\n', 'plain.txt': '' });
  chmodSync(join(place, 'mvnw'), 0o755);
  const missing = await probeTools(place, ['./mvnw', './gone', '.']);
  expect([...missing].sort()).toEqual(['.', './gone']);
});

const hasPython = findProgram(process.platform === 'win32' ? 'py' : 'python3') !== null;

// Not every machine has Python.
it.skipIf(!hasPython)('asks Python for a module, and is not taken in by one of the repository', async () => {
  put(place, { 'pretender.py': '' });
  const missing = await probeTools(place, ['python:json', 'python:pretender', 'python:no_such_module']);
  expect([...missing].sort()).toEqual(['python:no_such_module', 'python:pretender']);
});

it('takes a name that is none for missing, and never runs it', async () => {
  expect([...(await probeTools(place, ['python:os; print(1)', 'powershell:a b']))]).toHaveLength(2);
});
