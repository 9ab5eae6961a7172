// What docs/acceptance.md shows is true: its examples load, its conditions say what it says, its names are all there are.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { listFacts } from '../../../build/list-facts.ts';
import { evaluateCondition, parseCondition } from '../../../src/shared/lib/condition.ts';
import { FACT_TYPES } from '../../../src/shared/plan/acceptance-facts.ts';
import { readProject } from '../../../src/shared/plan/read-project.ts';
import { load, onePhase } from '../shared/plan/plan-text.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/acceptance.md'), 'utf8');
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => ({ text, value: parse(text) }));
const projects = blocks.filter(({ text }) => text.startsWith('# patchbay.yaml'));
const settings = readProject({ project_id: 'project', ...projects[0]?.value }).settings;

describe('the examples', () => {
  const examples = blocks.filter(({ value }) => 'acceptance' in value);
  it.each(examples)('$text', ({ value }) => {
    for (const level of ['phase', 'workstream', 'tasks'] as const) {
      const fields = level === 'tasks' ? { tasks: { a: value } } : { [level]: value, tasks: { a: {} } };
      const { plan, problems } = load(onePhase(fields), { project: settings });
      expect(problems).toEqual([]);
      const [phase, workstream, task] = [plan?.phases[0], plan?.workstreams[0], plan?.tasks[0]];
      const read = level === 'phase' ? phase : level === 'workstream' ? workstream : task;
      expect(read?.acceptance?.checks).toHaveLength(value.acceptance.checks.length);
    }
  });

  test('are three, and one of a project', () => {
    expect(examples).toHaveLength(3);
    expect(settings.hooks.get('licence')?.argv).toEqual(['node', 'tools/licence.js']);
  });
});

describe('the conditions', () => {
  const table = page.slice(page.indexOf('| condition | |'));
  const rows = [...table.matchAll(/^\| `(.+?)` \| (.+) \|$/gm)]
    .map(([, condition = '', says = '']) => ({ condition, says }))
    .slice(0, 11);
  const values = Object.fromEntries(
    Object.entries(FACT_TYPES).map(([name, type]) => [
      name,
      type === 'number' ? Number(name.includes('committed')) : type === 'flag' ? true : (type[0] ?? ''),
    ]),
  );

  it.each(rows)('$condition: $says', ({ condition, says }) => {
    const parsed = parseCondition(condition, FACT_TYPES);
    if ('fault' in parsed) return expect(says).toBe(`column ${parsed.fault.column}: ${parsed.fault.message}`);
    expect(says).toBe(evaluateCondition(parsed.condition, values) ? 'holds' : 'does not hold');
  });
});

test('the table of names is the one of the program', () => {
  expect(page).toContain(listFacts());
});
