// The flags of a project file: one test for each row of docs/flags.md, and the page against the schemas.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shownId } from '../../../../src/shared/domain/shown-id.ts';
import { parsePlan, placeFaults } from '../../../../src/shared/plan/parse-plan.ts';
import { DIRECT_EDITS_END, FLAG_DEFAULTS } from '../../../../src/shared/plan/project-flags.ts';
import type { ProjectSettings } from '../../../../src/shared/plan/project-settings.ts';
import { readProject } from '../../../../src/shared/plan/read-project.ts';
import { validateDocument } from '../../../../src/shared/plan/validate-document.ts';
import { load, onePhase, phaseText, planText, said, workstreamText } from './plan-text.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function projectWith(flags: object): ProjectSettings {
  return readProject({ schema: 'patchbay/project.v1', project_id: 'p', flags }).settings;
}

/** Two tools in two workstreams; task id → `patch` or `direct`, and whose word it was. */
function modes(flags: object, workstream: object = {}): Readonly<Record<string, string>> {
  const command = { tool: 'command', command: { argv: ['true'] } };
  const text = planText([
    phaseText('P', [
      workstreamText('A', { a1: {}, a2: command }, { ...workstream }),
      workstreamText('B', { b: command }),
    ]),
  ]);
  const loaded = load(text, { project: projectWith(flags) });
  const tasks = loaded.plan?.tasks ?? [];
  return Object.fromEntries(
    tasks.map(({ taskId, patchMode }) => [taskId, `${patchMode.on ? 'patch' : 'direct'} by ${patchMode.by}`]),
  );
}

describe('whether work becomes a patch', () => {
  it('is the default where nobody says anything', () => {
    expect(FLAG_DEFAULTS.patchMode).toBe(true);
    expect(modes({})).toEqual({ a1: 'patch by default', a2: 'patch by default', b: 'patch by default' });
  });

  it('flags.patch_mode holds for every task', () => {
    expect(modes({ patch_mode: false })).toEqual({
      a1: 'direct by project',
      a2: 'direct by project',
      b: 'direct by project',
    });
    expect(modes({ patch_mode: true })['b']).toBe('patch by project');
  });

  it('flags.tools beats flags.patch_mode', () => {
    const tools = { command: { patch_mode: true } };
    expect(modes({ patch_mode: false, tools })).toEqual({
      a1: 'direct by project',
      a2: 'patch by tool',
      b: 'patch by tool',
    });
  });

  it('flags.workstreams beats flags.tools', () => {
    const tools = { command: { patch_mode: false } };
    const workstreams = { A: { patch_mode: true } };
    expect(modes({ tools, workstreams })).toEqual({
      a1: 'patch by workstream',
      a2: 'patch by workstream',
      b: 'direct by tool',
    });
  });

  it("a plan's patch_mode tightens and never loosens", () => {
    expect(modes({ workstreams: { A: { patch_mode: false } } }, { patch_mode: true })).toEqual({
      a1: 'patch by plan',
      a2: 'patch by plan',
      b: 'patch by default',
    });
    expect(modes({ patch_mode: false }, { patch_mode: false })['a1']).toBe('direct by project');
    const loosened = load(onePhase({ tasks: { a: {} }, workstream: { patch_mode: false } }), {
      project: projectWith({ patch_mode: true }),
    });
    expect(loosened.plan).toBeNull();
    expect(loosened.problems).toMatchObject([
      {
        code: 'E_LOOSENED',
        path: '/phases/0/workstreams/0/patch_mode',
        message: expect.stringMatching(
          /says `patch_mode: false`, but `true` holds for its task `a` by `patchbay.yaml: flags.patch_mode`/,
        ),
      },
    ]);
  });

  it('says whose word it was by file and field', () => {
    const { plan } = load(onePhase({ tasks: { a: {} } }), {
      project: projectWith({ tools: { script: { patch_mode: false } } }),
    });
    expect(plan?.tasks[0]?.patchMode).toEqual({
      on: false,
      by: 'tool',
      place: 'patchbay.yaml: flags.tools.script.patch_mode',
    });
  });

  it('warns once, with the tasks, the places and the end of direct edits', () => {
    const tasks = { a: {}, ask: { kind: 'human_review' }, c: {} };
    const direct = load(onePhase({ tasks }), { project: projectWith({ patch_mode: false }) });
    expect(direct.problems).toHaveLength(1);
    expect(direct.problems[0]).toMatchObject({
      code: 'E_UNPROTECTED',
      severity: 'warning',
      path: '/phases/0/workstreams/0/tasks/0',
    });
    expect(direct.problems[0]?.message).toMatch(
      new RegExp(`2 of 3 tasks run as direct edits.*\`a\`, \`c\` .*flags.patch_mode.*end after ${DIRECT_EDITS_END}`),
    );
    expect(load(onePhase({ tasks })).problems).toEqual([]);
  });
});

it('a project file that allows direct edits warns at every place when it is validated', () => {
  const flags =
    'flags:\n  patch_mode: false\n  tools:\n    command: { patch_mode: true }\n  workstreams:\n    a/b: { patch_mode: false }\n';
  const text = `schema: patchbay/project.v1\nproject_id: p\n${flags}`;
  const checked = validateDocument({ text, file: 'patchbay.yaml' });
  expect(checked.ok).toBe(true);
  expect(checked.problems.map(({ code, severity, line }) => [code, severity, line])).toEqual([
    ['E_UNPROTECTED', 'warning', 4],
    ['E_UNPROTECTED', 'warning', 8],
  ]);
  expect(checked.problems[1]?.message).toMatch(new RegExp(`flags.workstreams.a/b.patch_mode.*${DIRECT_EDITS_END}`));
});

describe('how tasks run', () => {
  const strategyOf = (flags: object, { plan = {}, workstream = {} } = {}) =>
    load(onePhase({ tasks: { a: {}, b: {} }, plan, workstream }), { project: projectWith(flags) }).plan?.workstreams[0]
      ?.strategy;

  it('flags.parallel_strategy holds where the plan says nothing', () => {
    expect(strategyOf({})).toBe('sequential');
    expect(strategyOf({ parallel_strategy: 'dag' })).toBe('dag');
    expect(strategyOf({ parallel_strategy: 'dag' }, { plan: { strategy: 'sequential' } })).toBe('sequential');
  });

  it("flags.workstreams parallel beats the plan's strategy, not the workstream's", () => {
    const flags = { workstreams: { W: { parallel: true } } };
    expect(strategyOf(flags)).toBe('dag');
    expect(strategyOf(flags, { plan: { strategy: 'sequential' } })).toBe('dag');
    expect(strategyOf(flags, { workstream: { strategy: 'sequential' } })).toBe('sequential');
    expect(strategyOf({ parallel_strategy: 'dag', workstreams: { W: { parallel: false } } })).toBe('sequential');
  });

  it('a workstream opts in to running in parallel by its own word', () => {
    expect(strategyOf({ parallel_strategy: 'sequential' }, { workstream: { parallel: true } })).toBe('dag');
    expect(strategyOf({ workstreams: { W: { parallel: true } } }, { workstream: { parallel: false } })).toBe(
      'sequential',
    );
    const loaded = load(onePhase({ tasks: { a: {}, b: {} }, workstream: { parallel: true } }), {
      options: { strategy: 'sequential' },
    });
    expect(loaded.plan?.workstreams[0]?.strategy).toBe('sequential');
  });

  it('a workstream that says two things about it is refused', () => {
    const text = onePhase({ tasks: { a: {} }, workstream: { parallel: true, strategy: 'sequential' } });
    expect(said(load(text))).toEqual([
      'E_PLAN_CONSISTENCY The workstream `W` says `parallel: true` and `strategy: sequential`, which contradict each other.',
    ]);
    expect(said(load(onePhase({ tasks: { a: {} }, workstream: { parallel: true, strategy: 'dag' } })))).toEqual([]);
  });
});

it('flags.ulid_enabled decides which id of an imported record is shown', () => {
  const record = { ulid: '01J00000000000000000000000', legacyId: 42 };
  expect(projectWith({}).flags.ulidEnabled ?? FLAG_DEFAULTS.ulidEnabled).toBe(true);
  expect(shownId(record, true)).toBe(record.ulid);
  expect(projectWith({ ulid_enabled: false }).flags.ulidEnabled).toBe(false);
  expect(shownId(record, false)).toBe('42');
  expect(shownId({ ...record, legacyId: null }, false)).toBe(record.ulid);
});

it('a flag for a tool that does not exist is refused with its line', () => {
  const text = 'schema: patchbay/project.v1\nproject_id: p\nflags:\n  tools:\n    comand: { patch_mode: false }\n';
  const parsed = parsePlan(text);
  expect(placeFaults(parsed, readProject(parsed.value).findings)).toMatchObject([
    { code: 'E_UNKNOWN_TOOL', line: 5, advice: expect.stringContaining('`command`') },
  ]);
});

describe('docs/flags.md', () => {
  const page = read('docs/flags.md');
  const rows = [...page.matchAll(/^\| (?:plan: workstream )?`(.+?)` \|.*$/gm)].map(([row, flag = '']) => ({
    flag: row.startsWith('| plan:') ? `plan ${flag}` : flag,
    cells: row.split('|').map((cell) => cell.trim()),
  }));

  it('has a row for every flag of the schemas and no other', () => {
    const project = JSON.parse(read('schema/patchbay/project.v1.json'));
    const workstream = JSON.parse(read('schema/patchbay/plan.v1.json')).definitions.workstream.properties;
    const ofPlan = ['patch_mode', 'parallel'].filter((name) => name in workstream).map((name) => `plan ${name}`);
    const flags = [...leaves('flags', project.properties.flags), ...ofPlan];
    expect(rows.map(({ flag }) => flag).sort()).toEqual(flags.sort());
  });

  it('says the defaults and the end as the program has them', () => {
    const defaults = new Map(rows.map(({ flag, cells }) => [flag, cells[2]]));
    expect(defaults.get('flags.patch_mode')).toBe(`\`${FLAG_DEFAULTS.patchMode}\``);
    expect(defaults.get('flags.ulid_enabled')).toBe(`\`${FLAG_DEFAULTS.ulidEnabled}\``);
    expect(page).toContain(`## Direct edits end after ${DIRECT_EDITS_END}`);
  });

  it('names a test of this file in every row', () => {
    const own = read('tests/unit/shared/plan/project-flags.test.ts');
    for (const { flag, cells } of rows) {
      const name = /^"(.+)"$/.exec(cells[6] ?? '')?.[1] ?? '';
      expect(own.includes(`it('${name}'`) || own.includes(`it("${name}"`), `${flag}: ${name}`).toBe(true);
    }
  });

  it('has an example that is in order', () => {
    const yaml = /```yaml\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
    const parsed = parsePlan(yaml);
    expect(parsed.problems).toEqual([]);
    const { settings, findings } = readProject(parsed.value);
    expect(findings).toEqual([]);
    expect(settings.flags.workstreams.get('WS-DOCS')).toEqual({ patchMode: true, parallel: true });
  });
});

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/** Paths of everything a value of the schema can say. */
function leaves(path: string, schema: Schema): readonly string[] {
  const named = Object.entries(schema.properties ?? {}).flatMap(([key, below]) => leaves(`${path}.${key}`, below));
  const each = schema.additionalProperties;
  const wild = path.endsWith('.tools') ? '<tool>' : '<id>';
  const open = typeof each === 'object' ? leaves(`${path}.${wild}`, each) : [];
  return schema.type === 'object' ? [...named, ...open] : [path];
}
