// Exporting a plan: pure v1 documents, the loss exactly as listed, and nothing that changes on a second way round.
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { documentText, exportPlan, type PlanExport } from '../../../../src/shared/exchange/export-plan.ts';
import { type ImportResult, importPlan } from '../../../../src/shared/exchange/import-plan.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';
import { DOCUMENT_SCHEMAS } from '../../../../src/shared/uet/recognise-schema.ts';
import { anyPlan, type PlanDocument } from '../../../fakes/any-plan.ts';

vi.setConfig({ testTimeout: 120_000 });

/** More than that say more, and take longer than a suite should. */
const RUNS = 40;

const exported = (plan: unknown): PlanExport => exportPlan({ text: JSON.stringify(plan), file: 'plan.json' });

function imported(made: PlanExport, withExtras: boolean): ImportResult {
  const files = made.documents.map(({ path, document }) => ({ file: path, text: documentText(document) }));
  const extras = withExtras ? [{ file: 'plan_extras.json', text: documentText(made.extras) }] : [];
  return importPlan({ files: [...files, ...extras], planId: 'made', accept: [] });
}

const texts = (made: PlanExport) => made.documents.map(({ path, document }) => `${path}\n${documentText(document)}`);

/** What a plan means, without its lines, and whatever of its two names a limit of a task stands under. */
function meaning(plan: unknown): unknown {
  const loaded = loadPlan({ text: JSON.stringify(plan), file: 'plan.json' });
  if (loaded.plan === null) throw new Error(JSON.stringify(loaded.problems, null, 1));
  const tasks = loaded.plan.tasks.map(({ line: _, ...task }) => task);
  return JSON.parse(JSON.stringify({ ...loaded.plan, tasks }).replaceAll('/constraints_delta/', '/constraints/'));
}

const validPlan = anyPlan.filter((plan) => loadPlan({ text: JSON.stringify(plan), file: 'p' }).plan !== null);

it('most random plans are valid, and all of them are of the schema', () => {
  const plans = fc.sample(anyPlan, { numRuns: 100, seed: 1 });
  const bad = plans.flatMap((plan) =>
    loadPlan({ text: JSON.stringify(plan), file: 'p' }).problems.filter((one) => one.severity === 'error'),
  );
  expect(bad.filter((one) => one.code === 'E_SCHEMA')).toEqual([]);
  expect(fc.sample(validPlan, { numRuns: 20, seed: 1 })).toHaveLength(20);
});

it('every document is pure v1', () => {
  fc.assert(
    fc.property(validPlan, (plan) => {
      for (const { schema, document } of exported(plan).documents) {
        expect(DOCUMENT_SCHEMAS[schema](document), JSON.stringify(DOCUMENT_SCHEMAS[schema].errors)).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});

it('export → import → export gives the same bytes', () => {
  fc.assert(
    fc.property(validPlan, (plan) => {
      const first = exported(plan);
      const back = imported(first, true);
      expect(back.problems.filter((one) => one.severity === 'error')).toEqual([]);
      const second = exported(back.plan);
      expect(texts(second)).toEqual(texts(first));
      expect(documentText(second.extras)).toBe(documentText(first.extras));
    }),
    { numRuns: RUNS },
  );
});

it('with the extras the plan means what it meant', () => {
  fc.assert(
    fc.property(validPlan, (plan) => {
      // In v1's words already, and with a project: that is what an export may change of its meaning.
      const before = importPlan({
        files: [{ file: 'p.json', text: JSON.stringify({ project_id: 'p', ...plan }) }],
        planId: 'made',
        accept: [],
      }).plan;
      expect(meaning(imported(exported(before), true).plan)).toEqual(meaning(before));
    }),
    { numRuns: RUNS },
  );
});

it('without the extras the documents stay the same, and exactly what is listed is lost', () => {
  fc.assert(
    fc.property(validPlan, (given) => {
      const plan = importPlan({
        files: [{ file: 'p.json', text: JSON.stringify(given) }],
        planId: 'made',
        accept: [],
      }).plan;
      const first = exported(plan);
      const back = imported(first, false);
      fc.pre(back.plan !== null); // what kept two tasks apart may be an extra
      expect(texts(exported(back.plan))).toEqual(texts(first));
      const [before, after] = [fieldsOf(plan), fieldsOf(back.plan)];
      const lost = [...before].filter(([key, value]) => after.get(key) !== value).map(([key]) => key);
      expect(lost.sort()).toEqual(first.stripped.map((one) => keyOf(plan, one.path)).sort());
      const gained = [...after.keys()].filter((key) => !before.has(key));
      expect(gained.sort()).toEqual(first.filled.flatMap((one) => filledKey(one, first)).sort());
    }),
    { numRuns: RUNS },
  );
});

it('edges that v1 has no place for are listed, and come back with the extras', () => {
  const task = (id: string, after: readonly unknown[] = []) => ({
    task_id: id,
    name: id,
    kind: 'code_edit',
    command: { argv: ['x'] },
    depends_on: after,
  });
  const asked = [
    { task: 'a', edge: 'gate', gate: 'unit' },
    { task: 'b', edge: 'artifact' },
  ];
  const workstreams = [{ workstream_id: 'w', name: 'W', tasks: [task('a'), task('b'), task('c', asked)] }];
  const gates = [{ gate_id: 'unit', kind: 'unit', command: ['x'] }];
  const phases = [{ phase_id: 'p', name: 'P', workstreams }];
  const made = exported({ schema: 'patchbay/plan.v1', plan_id: 'x', gates, phases });
  const back = imported(made, true);
  expect(JSON.stringify(made.documents)).toContain('"depends_on":["a","b"]');
  expect(JSON.stringify(back.plan)).toContain(JSON.stringify(asked));
});

it("the command of a phase's check is one line in v1, with its words quoted", () => {
  const checks = [{ id: 'a', type: 'command', command: ['npm', 'run', "it's", ''] }];
  const task = { task_id: 't', name: 'T', kind: 'code_edit', command: { argv: ['x'] } };
  const workstreams = [{ workstream_id: 'w', name: 'W', tasks: [task] }];
  const phases = [{ phase_id: 'p', name: 'P', acceptance: { mode: 'all', checks }, workstreams }];
  const made = exported({ schema: 'patchbay/plan.v1', plan_id: 'x', phases });
  expect(made.documents[0]?.document).toMatchObject({
    acceptance: { checks: [{ command: `npm run 'it'\\''s' ''` }] },
  });
  expect(DOCUMENT_SCHEMAS['phase_spec.v1'](made.documents[0]?.document)).toBe(true);
  expect(made.mapped).toContainEqual(expect.objectContaining({ from: '/phases/0/acceptance/checks/0/command' }));
});

/** `task:ID.field` → value, in the names of v1; of a phase's groups each field counts. */
function fieldsOf(plan: unknown): Map<string, string> {
  const found = new Map<string, string>();
  const add = (owner: string, record: PlanDocument) => {
    for (const [key, value] of Object.entries(record)) found.set(`${owner}.${key}`, JSON.stringify(value));
  };
  const { phases, project_id: project, schema: _, ...root } = record(plan);
  add('plan', root);
  const ids: string[] = [];
  for (const { workstreams, resource_scope: scope, acceptance, ...phase } of records(phases)) {
    add(`phase:${phase['phase_id']}`, phase);
    add(`phase:${phase['phase_id']}.resource_scope`, record(scope));
    add(`phase:${phase['phase_id']}.acceptance`, record(acceptance));
    for (const { tasks, ...workstream } of records(workstreams)) {
      const id = workstream['project_id'] ?? project;
      add(`workstream:${workstream['workstream_id']}`, {
        ...workstream,
        ...(id === undefined ? {} : { project_id: id }),
      });
      if (project !== undefined && id !== project) found.set('plan.project_id', JSON.stringify(project));
      for (const task of records(tasks)) add(`task:${task['task_id']}`, inNamesOfV1(task));
      ids.push(
        String(phase['phase_id']),
        String(workstream['workstream_id']),
        ...records(tasks).map((one) => String(one['task_id'])),
      );
    }
  }
  return found.set('order', JSON.stringify(ids));
}

function inNamesOfV1(task: PlanDocument): PlanDocument {
  const { priority, ...own } = task;
  const classification = record(own['classification']);
  if (typeof priority === 'string' && classification['priority'] === undefined) {
    own['classification'] = { ...classification, priority: priority === 'urgent' ? 'critical' : priority };
  } else if (priority !== undefined) own['priority'] = priority;
  for (const key of ['resource_scope', 'constraints']) {
    if (own[key] === undefined) continue;
    if (own[`${key}_delta`] !== undefined) own[`${key}_delta (shadowed)`] = own[`${key}_delta`];
    own[`${key}_delta`] = own[key];
    delete own[key];
  }
  const edges = Array.isArray(own['depends_on']) ? own['depends_on'] : [];
  if (edges.length > 0 && edges.every((one) => typeof one === 'string' || record(one)['edge'] === 'success')) {
    own['depends_on'] = edges.map((one) => (typeof one === 'string' ? one : record(one)['task']));
  }
  return own;
}

/** The same key for a place of the plan. */
function keyOf(plan: unknown, pointer: string): string {
  const parts = pointer.split('/').slice(1);
  let [owner, at] = ['plan', record(plan)];
  while (['phases', 'workstreams', 'tasks'].includes(parts[0] ?? '')) {
    const [list = '', index] = parts.splice(0, 2);
    at = records(at[list])[Number(index)] ?? {};
    owner = `${list.slice(0, -1)}:${at[`${list.slice(0, -1)}_id`]}`;
  }
  const [key = ''] = parts;
  const isShadowed = key.endsWith('_delta') && at[key.replace('_delta', '')] !== undefined;
  return `${owner}.${key}${isShadowed ? ' (shadowed)' : ''}`;
}

function filledKey({ path, pointer }: PlanExport['filled'][number], { documents }: PlanExport): string {
  const document = record(documents.find((one) => one.path === path)?.document);
  const isPhase = document['workstream_id'] === undefined;
  const owner = isPhase ? `phase:${document['phase_id']}` : `workstream:${document['workstream_id']}`;
  return `${owner}${pointer.replaceAll('/', '.')}`;
}

function record(value: unknown): PlanDocument {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function records(value: unknown): readonly PlanDocument[] {
  return Array.isArray(value) ? value.map(record) : [];
}
