// `patchbay doctor` through the real command line: what is there, what is missing, and what is unprotected.
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { DoctorReport } from '../../src/main/hosts/doctor/run-doctor.ts';
import { writeFile } from '../fakes/temp-repository.ts';
import { type Desk, openDesk, startProgram } from './patchbay-program.ts';

let desk: Desk;
afterEach(() => desk.remove());

function levels({ findings }: DoctorReport): Readonly<Record<string, string>> {
  return Object.fromEntries(findings.map(({ id, level }) => [id, level]));
}

test('a machine and a repository in order have no error, and what is weak is told', async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'a\n' });
  const { answer, json } = await desk.ask<DoctorReport>(['doctor']);
  expect(answer.code, answer.said).toBe(0);
  expect(json.ok).toBe(true);
  expect(levels(json)).toMatchObject({ git: 'ok', node: 'ok', repository: 'ok', data: 'ok', sandbox: 'warning' });
});

test('direct edits are warned of with the place and the day they end', async () => {
  desk = openDesk();
  desk.repository.commit({
    'patchbay.yaml': 'schema: patchbay/project.v1\nproject_id: demo\nname: Demo\nflags: { patch_mode: false }\n',
  });
  const { answer, json } = await desk.ask<DoctorReport>(['doctor']);
  expect(answer.code).toBe(0);
  const found = json.findings.find(({ id }) => id === 'direct-edits');
  expect(found).toMatchObject({ level: 'warning' });
  expect(found?.message).toMatch(/flags\.patch_mode.*end after 20\d\d-\d\d-\d\d/);
});

test('a project file with a fault and a folder that is no repository are errors with a remedy', async () => {
  desk = openDesk();
  desk.repository.commit({ 'patchbay.yaml': 'schema: patchbay/project.v1\nproject_id: demo\nnonsense: 1\n' });
  const faulty = await desk.ask<DoctorReport>(['doctor']);
  expect(faulty.answer.code).toBe(1);
  expect(faulty.json.findings.find(({ id }) => id === 'project-file')).toMatchObject({ level: 'error' });
  const nowhere = await startProgram(['doctor', '--project', desk.repository.folder, '--json']).answer;
  expect(nowhere.code).toBe(1);
  const report: DoctorReport = JSON.parse(nowhere.stdout);
  expect(report.findings.find(({ id }) => id === 'repository')?.remedy).not.toBe('');
});

test('without git it says how to get it, and a tool on the PATH is found by its name', async () => {
  desk = openDesk();
  desk.repository.commit({ 'a.txt': 'a\n' });
  const bin = join(desk.repository.folder, 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  writeFile(join(bin, 'aider'), '#!/bin/sh\n');
  chmodSync(join(bin, 'aider'), 0o755);
  const { answer, json } = await desk.ask<DoctorReport>(['doctor'], { env: { PATH: bin } });
  expect(answer.code).toBe(1);
  expect(levels(json)).toMatchObject({ git: 'error', 'tool-aider': 'info', 'tool-claude': 'info' });
  expect(json.findings.find(({ id }) => id === 'git')?.remedy).toContain('Install git');
  expect(json.findings.find(({ id }) => id === 'tool-aider')?.message).toBe(
    `aider is installed: ${join(bin, 'aider')}`,
  );
});
