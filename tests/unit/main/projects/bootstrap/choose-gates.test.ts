// Found commands become gates with names of their own, or are proposed with the reason why not.
import { expect, it } from 'vitest';
import { chooseGates } from '../../../../../src/main/projects/bootstrap/choose-gates.ts';
import { command, type FoundCommand } from '../../../../../src/main/projects/discovery/evidence.ts';
import { LIMITS } from '../../../../../src/shared/domain/limits.ts';

function chosen(commands: readonly FoundCommand[]) {
  const { gates, proposed } = chooseGates(commands);
  return { gates: gates.map((gate) => gate.gate_id), proposed: proposed.map((one) => [one.gate_id, one.hesitation]) };
}

it('names a gate for its purpose, and several of one purpose for their folders or programs', () => {
  const { gates } = chosen([
    command('unit', ['npm', 'test'], 'a', { folder: 'packages/Übung' }),
    command('unit', ['go', 'test'], 'b'),
    command('unit', ['go', '-C', 'x', 'test'], 'c', { folder: 'packages/ubung' }),
    command('types', ['tsc'], 'd'),
    command('lint', ['python3', '-m', 'ruff'], 'e', { module: 'python:ruff' }),
    command('lint', ['eslint'], 'f'),
  ]);
  expect(gates).toEqual([
    'lint-ruff',
    'lint-eslint',
    'types',
    'unit-packages-ubung',
    'unit-go',
    'unit-packages-ubung-2',
  ]);
});

it('takes a build for a gate only where there is no test', () => {
  const build = command('build', ['npm', 'run', 'build'], 'b');
  expect(chosen([build])).toEqual({ gates: ['build'], proposed: [] });
  const tested = chosen([build, command('unit', ['npm', 'test'], 't')]);
  expect(tested).toEqual({ gates: ['unit'], proposed: [['build', 'the tests run without it']] });
  const onlyProposed = command('unit', ['dbt', 'test'], 't', { hesitation: 'it needs a database' });
  expect(chosen([build, onlyProposed]).gates).toEqual(['build']);
});

it('writes a command once, and proposes what is more than the limit', () => {
  expect(chosen([command('unit', ['a'], 'x'), command('unit', ['a'], 'y')]).gates).toEqual(['unit']);
  const many = Array.from({ length: LIMITS.initGates + 2 }, (_, n) => command('unit', ['t', `${n}`], 'x'));
  expect(chosen(many).gates).toHaveLength(LIMITS.initGates);
  expect(chosen(many).proposed).toHaveLength(2);
});
