// What gates run that name no command, and that none of them passes for nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultCommand } from '../../../../src/shared/plan/default-gates.ts';
import { readGates } from '../../../../src/shared/plan/read-gates.ts';

const FOLDER = 'resources/profiles';

interface Check {
  readonly type: string;
  readonly argv: readonly string[];
}

test('each default is the first command that its profile has for the kind', () => {
  const checked: string[] = [];
  for (const name of readdirSync(FOLDER)) {
    const profile = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as {
      profile_id: string;
      adds_validation_types: readonly Check[];
    };
    for (const kind of ['lint', 'types', 'unit', 'integration', 'docs']) {
      const first = profile.adds_validation_types.find((one) => one.type === kind);
      const found = defaultCommand(profile.profile_id, kind);
      // PowerShell's print in a form that is read as a report.
      if (profile.profile_id === 'software-dev-powershell') expect(found?.argv[0]).toBe(first?.argv[0]);
      else expect(found?.argv).toEqual(first?.argv);
      if (found !== null) checked.push(`${profile.profile_id} ${kind}`);
    }
  }
  expect(checked.length).toBeGreaterThan(12);
});

const read = (gate: object, profile: string | null) => readGates([gate], '/gates', profile);

test('a gate without a command gets that of the profile, with its report', () => {
  expect(read({ gate_id: 'unit' }, 'software-dev-javascript').gates[0]?.definition.argv).toEqual(['node', '--test']);
  const pester = read({ gate_id: 'tests', kind: 'unit' }, 'software-dev-powershell').gates[0]?.definition;
  expect(pester?.report).toEqual({ format: 'pester', file: 'patchbay-pester.xml' });
  expect(pester?.argv.at(-1)).toContain('Invoke-Pester');
  const lint = read({ gate_id: 'lint' }, 'software-dev-powershell').gates[0]?.definition;
  expect(lint).toMatchObject({ report: { format: 'psscriptanalyzer', file: null } });
  expect(lint?.argv.at(-1)).toContain('ConvertTo-Json');
});

test('the security gate is built in, unless a command is named', () => {
  expect(read({ gate_id: 'security' }, null).gates[0]?.definition).toMatchObject({ builtIn: true, argv: [] });
  const own = read({ gate_id: 'security', command: ['trivy', 'fs', '.'] }, null).gates[0]?.definition;
  expect(own).not.toHaveProperty('builtIn');
});

test('one that has no command at all is a problem with its place and advice', () => {
  const [fault] = read({ gate_id: 'e2e', kind: 'integration' }, 'software-dev-python').findings;
  expect(fault).toMatchObject({ code: 'E_SCHEMA', path: '/gates/0', severity: 'error' });
  expect(fault?.message).toBe(
    'Gate `e2e` of kind `integration` has no command, and the profile software-dev-python has none for it.',
  );
  expect(fault?.advice).toContain('data-pipeline have one');
  expect(read({ gate_id: 'x', kind: '__proto__' }, '__proto__').findings).toHaveLength(1);
});

test('a gate that holds a wave is waited for', () => {
  const gate = { gate_id: 'whole', command: ['true'], wave_boundary: true, blocking: false };
  expect(read(gate, null).findings.map((one) => one.path)).toEqual(['/gates/0/blocking']);
});

test('what only reads the tree is not run again where it fails, unless it says so', () => {
  const rerun = (gate: object) => read({ command: ['true'], ...gate }, null).gates[0]?.definition.rerun ?? false;
  expect([rerun({ gate_id: 'lint' }), rerun({ gate_id: 'unit' })]).toEqual([false, true]);
  expect([rerun({ gate_id: 'lint', rerun: true }), rerun({ gate_id: 'unit', rerun: false })]).toEqual([true, false]);
});
