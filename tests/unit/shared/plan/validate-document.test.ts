// `validate` knows every document we have, by itself or by name.
import { expect, it } from 'vitest';
import { validateDocument } from '../../../../src/shared/plan/validate-document.ts';
import { onePhase } from './plan-text.ts';

const check = (text: string, schema?: string) => validateDocument({ text, file: 'x', ...(schema ? { schema } : {}) });

it('recognises plans, projects and the documents of the framework', () => {
  expect(check(onePhase({ tasks: { a: {} } }))).toEqual({ schema: 'patchbay/plan.v1', ok: true, problems: [] });
  expect(check('schema: patchbay/project.v1\nproject_id: p\n')).toMatchObject({
    schema: 'patchbay/project.v1',
    ok: true,
  });
  expect(check('task_id: t\nname: T\nkind: x\n')).toMatchObject({ schema: 'task_spec.v1', ok: true });
});

it('warnings leave a file in order, errors do not', () => {
  expect(check(onePhase({ tasks: { a: { tool: 'claude' } } })).ok).toBe(true);
  const bad = check('task_id: t\nname: T\nkidn: x\n');
  expect(bad.ok).toBe(false);
  expect(bad.problems.map((one) => [one.line, one.code])).toEqual([
    [1, 'E_SCHEMA'],
    [3, 'E_SCHEMA'],
  ]);
});

it('checks the meaning of a project file too', () => {
  const gate = '  - { gate_id: a, command: [x], after: [a] }\n';
  expect(check(`schema: patchbay/project.v1\nproject_id: p\ngates:\n${gate}`).problems).toMatchObject([
    { code: 'E_CYCLE', line: 4 },
  ]);
});

it('names the schemas it knows when it knows neither document nor name', () => {
  for (const result of [check('{"hello": 1}'), check('{"task_id": "t"}', 'run_record.v9')]) {
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'E_UNKNOWN_SCHEMA' }] });
    expect(result.problems[0]?.advice).toContain('workstream_spec.v1');
  }
  expect(check('{"task_id": "t"}', 'phase_spec').problems.length).toBeGreaterThan(3);
});
