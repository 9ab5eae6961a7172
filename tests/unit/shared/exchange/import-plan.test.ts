// Importing: every golden document gives exactly its plan and its report, and what goes wrong is said where it stands.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policyLookup } from '../../../../src/main/projects/find-policy.ts';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { type ImportResult, importPlan } from '../../../../src/shared/exchange/import-plan.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';

const GOLDEN = join(import.meta.dirname, '../../../golden/import');
const names = readdirSync(GOLDEN);

const policies = policyLookup({ root: GOLDEN, appRoot: process.cwd() });

function importGolden(name: string): ImportResult {
  const folder = join(GOLDEN, name);
  const files = readdirSync(folder)
    .filter((file) => file.startsWith('input'))
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const options = join(folder, 'options.json');
  const { accept = [] } = existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {};
  return importPlan({ files, planId: name, accept, policies });
}

describe('golden documents', () => {
  test.each(names)('%s gives its plan and its report', async (name) => {
    const result = importGolden(name);
    const { mapped, dropped, proposals, problems } = result;
    const report = JSON.stringify({ mapped, dropped, proposals, problems }, null, 2);
    await expect(`${report}\n`).toMatchFileSnapshot(join(GOLDEN, name, 'report.json'));
    expect(result.text === null).toBe(name.startsWith('bad-'));
    if (result.text !== null) await expect(result.text).toMatchFileSnapshot(join(GOLDEN, name, 'plan.yaml'));
  });

  test.each(names.filter((name) => !name.startsWith('bad-')))(
    'the plan of %s loads, and says the same as YAML',
    (name) => {
      const { text, plan } = importGolden(name);
      const loaded = loadPlan({ text: text ?? '', file: name, policies });
      expect(loaded.problems.filter((one) => one.severity === 'error')).toEqual([]);
      expect(
        loadPlan({ text: JSON.stringify(plan), file: name, policies }).plan?.tasks.map(({ line: _, ...task }) => task),
      ).toEqual(loaded.plan?.tasks.map(({ line: _, ...task }) => task));
    },
  );

  test('the same documents give the same result', () => {
    for (const name of names) expect(importGolden(name)).toEqual(importGolden(name));
  });
});

test('more tasks than a plan may have are refused before anything is made of them', () => {
  const tasks = Array.from({ length: LIMITS.planTasks + 1 }, (_, index) => `Do ${index}`);
  const text = JSON.stringify({ id: 'ws-many', openspec_change: 'x', tasks });
  const { plan, problems } = importPlan({ files: [{ file: 'many.json', text }], planId: 'many', accept: [] });
  expect(plan).toBeNull();
  expect(problems).toMatchObject([{ code: 'E_SCHEMA', file: 'many.json', line: 1 }]);
});
