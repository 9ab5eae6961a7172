// A router's file: what is wrong with it beyond its form, and when that stops a run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBlockers } from '../../../../src/shared/plan/run-blockers.ts';
import { validateDocument } from '../../../../src/shared/plan/validate-document.ts';
import { load, onePhase, said } from './plan-text.ts';
import { appText, projectWith, routerFile, ruleText, shippedOnly } from './router-text.ts';

const SHIPPED = readFileSync(join(import.meta.dirname, '../../../../resources/router_config.json'), 'utf8');
const check = (document: object, project = projectWith({})) =>
  validateDocument({ text: JSON.stringify(document, null, 1), file: 'router.json', project });
const document = (apps: object, rules: readonly object[], more: object = {}) => ({
  version: '1.0.0',
  apps,
  routing: { rules },
  ...more,
});

describe('the router that Patchbay brings along', () => {
  it('is a valid router_config.v1 without a remark', () => {
    expect(validateDocument({ text: SHIPPED, file: 'resources/router_config.json' })).toEqual({
      schema: 'router_config.v1',
      ok: true,
      problems: [],
    });
  });

  it('says of a task without a tool which rule would give it one, and why not yet', () => {
    const files = { own: null, shipped: { file: 'resources/router_config.json', text: SHIPPED } };
    const loaded = load(onePhase({ tasks: { a: { tool: undefined } } }), { router: files });
    expect(said(loaded).join()).toContain('The rule `code` leaves no tool for it: `claude` cannot be started');
  });
});

describe('a file of the project', () => {
  const problems = (apps: object, rules: readonly object[], more: object = {}) =>
    check(document(apps, rules, more)).problems.map(({ severity, path, message }) => `${severity} ${path} ${message}`);

  it('may not name tools that are not there', () => {
    const rules = [ruleText('r', { select_from: ['a', 'oops'], fallback_to: ['b'], validate_with: ['c'] })];
    expect(problems({ a: appText() }, rules)).toEqual([
      'error /routing/rules/0/select_from/1 The rule `r` names `oops`, which is no app of this file.',
      'error /routing/rules/0/fallback_to/0 The rule `r` names `b`, which is no app of this file.',
      'error /routing/rules/0/validate_with/0 The rule `r` names `c`, which is no app of this file.',
    ]);
  });

  it("may name the project's own tools", () => {
    const rules = [ruleText('r', { select_from: ['mine'] })];
    expect(check(document({}, rules), projectWith({ mine: {} })).problems).toEqual([]);
  });

  it('gives each rule one name, and says where an app is of the wrong sort', () => {
    const apps = { a: appText(), lint: appText({ kind: 'validator' }) };
    const rules = [ruleText('r', { select_from: ['lint'] }), ruleText('r', { validate_with: ['a'] })];
    const found = problems(apps, rules);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual('error /routing/rules/1/id The rule `r` stands twice.');
    expect(found.filter((one) => one.startsWith('warning'))).toHaveLength(2);
  });

  it('is refused with limits under which nothing could run, and with words that v1 leaves free', () => {
    const apps = { a: appText({ limits: { max_parallel: 0, timeout_seconds: -1 } }) };
    const more = { defaults: { max_attempts: 0, strategy: 'random' } };
    expect(problems(apps, [], more).map((one) => one.split(' ')[1])).toEqual([
      '/apps/a/limits/max_parallel',
      '/apps/a/limits/timeout_seconds',
      '/defaults/max_attempts',
      '/defaults/strategy',
    ]);
  });
});

describe('a faulty file', () => {
  const faulty = routerFile({ a: appText() }, [ruleText('r', { select_from: ['oops'] })]);

  it('refuses a plan that needs it, with its place in the file', () => {
    const loaded = load(onePhase({ tasks: { a: { tool: undefined } } }), { router: faulty });
    expect(loaded.plan).toBeNull();
    expect(said(loaded)).toEqual([
      expect.stringMatching(
        /^E_UNKNOWN_TOOL config\/router\.json:\d+ \/routing\/rules\/0\/select_from\/0: The rule `r`/,
      ),
    ]);
  });

  it('is only a warning where the plan names every tool', () => {
    const loaded = load(onePhase({ tasks: { a: {} } }), { router: faulty });
    expect(loaded.plan).not.toBeNull();
    expect(loaded.problems.map((problem) => problem.severity)).toEqual(['warning']);
    expect(runBlockers(loaded)).toEqual([]);
  });

  it('takes no tool of the project away from a plan that names it', () => {
    const loaded = load(onePhase({ tasks: { a: { tool: 'mine' } } }), {
      router: faulty,
      project: projectWith({ mine: {} }),
    });
    expect(loaded.plan?.tasks[0]).toMatchObject({ tool: 'mine' });
  });

  it.each([
    ['text that is no document', '{'],
    ['another document', '{"schema":"patchbay/plan.v1"}'],
    ['a list', '[]'],
  ])('is refused: %s', (_, text) => {
    const router = { own: { file: 'r.json', text }, shipped: null };
    const loaded = load(onePhase({ tasks: { a: { tool: undefined } } }), { router });
    expect(loaded.plan).toBeNull();
    expect(said(loaded)[0]).toMatch(/^E_\w+ r\.json:\d+/);
  });

  it('that is not there is said so', () => {
    const router = { own: { file: 'r.json', problem: 'There is no such file.' }, shipped: null };
    const loaded = load(onePhase({ tasks: { a: { tool: undefined } } }), { router });
    expect(said(loaded)).toEqual(['E_UNKNOWN_REFERENCE The router `r.json` cannot be used. There is no such file.']);
  });
});

describe('a plan', () => {
  const router = routerFile(
    {
      a: appText({ args: ['--ask', '{prompt}'] }),
      b: appText({ args: [] }),
      lint: appText({ kind: 'validator', command: 'lint' }),
    },
    [ruleText('edits', { select_from: ['a', 'b'], validate_with: ['lint'] })],
    { defaults: { max_attempts: 2, timeout_seconds: 30 } },
  );
  const taskOf = (fields: object) => load(onePhase({ tasks: { a: { ...fields } } }), { router }).plan?.tasks[0];

  it('gets for each task without a tool a route, the limits of its rule, and its checks as gates', () => {
    const loaded = load(onePhase({ tasks: { a: { tool: undefined, prompt: 'Mend it.' } } }), { router });
    expect(loaded.plan?.tasks[0]).toMatchObject({
      tool: 'a',
      route: { rule: 'edits', strategy: 'fixed', candidates: ['a', 'b'], fallbacks: [], attemptsPerTool: 2 },
      prompt: 'Mend it.',
      maxAttempts: 4,
      timeoutMs: 30_000,
      gates: ['lint'],
      launch: { kind: 'command', command: { argv: ['program', '--ask', 'Mend it.'], stdin: '' } },
    });
    expect(loaded.plan?.tools?.map((tool) => tool.toolId)).toEqual(['a', 'b']);
    expect(loaded.plan?.gates).toMatchObject([{ gateId: 'lint', argv: ['lint'], required: true }]);
  });

  it('keeps the tool that it names, and its own limits', () => {
    expect(taskOf({})).not.toHaveProperty('route');
    expect(taskOf({})).toMatchObject({ tool: 'script', gates: [] });
    const named = taskOf({ tool: 'b', execution: { max_attempts: 1 } });
    expect(named).toMatchObject({ tool: 'b', maxAttempts: 1, launch: { command: { argv: ['program'], stdin: 'a' } } });
    expect(named).not.toHaveProperty('route');
  });

  it('may take one tool for all that name none from the command line', () => {
    const loaded = load(onePhase({ tasks: { a: { tool: undefined } } }), { router, options: { tool: 'b' } });
    expect(loaded.plan?.tasks[0]).toMatchObject({ tool: 'b' });
    expect(loaded.plan?.tasks[0]).not.toHaveProperty('route');
  });

  it('may not give work to a tool that only looks, nor count money of tools without a price', () => {
    const project = projectWith({ looker: { capabilities: { modes: ['patch_review'] } } });
    const tasks = { a: { tool: 'looker' } };
    expect(said(load(onePhase({ tasks }), { project })).join()).toContain('its tool `looker` only looks');
    const free = { a: { tool: 'looker', allow_no_change: true } };
    expect(said(load(onePhase({ tasks: free }), { project }))).toEqual([]);
    const budget = { budget: { max_cost_usd: 1 } };
    expect(said(load(onePhase({ plan: budget, tasks: free }), { project })).join()).toContain('E_BUDGET_BASIS');
  });

  it('of a bare workstream takes its tools from the router', () => {
    const text = JSON.stringify({
      workstream_id: '01JR0000000000000000000000',
      project_id: 'p',
      phase_id: 'PH-01',
      name: 'w',
      objective: 'o',
      concurrency: { max_parallel: 1 },
      tasks: [{ task_id: 't', name: 't', kind: 'code_edit' }],
    });
    const loaded = load(text, { router: shippedOnly(router) });
    expect(loaded.schema).toBe('workstream_spec.v1');
    expect(loaded.plan?.tasks[0]).toMatchObject({ tool: 'a', route: { rule: 'edits' } });
  });
});
