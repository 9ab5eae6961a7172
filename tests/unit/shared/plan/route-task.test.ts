// Which tools a task may get: rules in order, capabilities, and what is left when none fits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRouter } from '../../../../src/shared/plan/read-router.ts';
import { createRouter, PROJECT_TOOLS_RULE, type RouteRequest } from '../../../../src/shared/plan/route-task.ts';
import { toolsOf } from '../../../../src/shared/plan/tool-definition.ts';
import { appText, projectWith, ruleText } from './router-text.ts';

const EDIT: RouteRequest = { kind: 'code_edit', riskTier: null, complexity: null, domain: null, needsPatch: true };
const ARGS = { args: ['{prompt}'] };

type Apps = Parameters<typeof projectWith>[0];

function routerOf(apps: Apps, rules: readonly object[], declared: Apps = {}, defaults: object = {}) {
  const { tools } = projectWith(declared);
  const document = { version: '1.0.0', apps, routing: { rules }, defaults };
  const { config } = readRouter(document, new Set(tools.map((tool) => tool.toolId)));
  return createRouter({ own: config, shipped: null, declared: tools });
}

/** `rule: tools` of the answer, or why there is none. */
function answer(router: ReturnType<typeof routerOf>, request: Partial<RouteRequest> = {}): string {
  const found = router.route({ ...EDIT, ...request });
  return 'route' in found ? `${found.route.rule}: ${toolsOf(found.route).join(' ')}` : found.refusal;
}

describe('rules', () => {
  const apps = { a: appText(ARGS), b: appText(ARGS) };

  it('are asked in order, and the first that matches fully decides', () => {
    const rules = [
      ruleText('risky', { match: { task_kind: ['code_edit'], risk_tier: ['R3'] }, select_from: ['b'] }),
      ruleText('edits', { match: { task_kind: ['code_edit', 'refactor'] }, select_from: ['a'] }),
      ruleText('rest', { select_from: ['a', 'b'] }),
    ];
    const router = routerOf(apps, rules);
    expect(answer(router, { riskTier: 'R3' })).toBe('risky: b');
    expect(answer(router, { riskTier: 'R1' })).toBe('edits: a');
    expect(answer(router)).toBe('edits: a');
    expect(answer(router, { kind: 'documentation', riskTier: 'R3' })).toBe('rest: a b');
  });

  it('know the words for complexity of older documents', () => {
    const router = routerOf(apps, [ruleText('easy', { match: { complexity: 'simple' }, select_from: ['a'] })]);
    expect(answer(router, { complexity: 'simple' })).toBe('easy: a');
    expect(answer(router, { complexity: 'low' })).toBe('easy: a');
    expect(answer(router, { complexity: 'complex' })).toContain('No rule');
    expect(answer(router)).toContain('No rule');
  });

  it('choose among every app that works where they name none, and keep the order of fallbacks', () => {
    const all = { ...apps, lint: appText({ kind: 'validator' }) };
    expect(answer(routerOf(all, [ruleText('any')]))).toBe('any: a b');
    expect(answer(routerOf(all, [ruleText('one', { select_from: ['b'], fallback_to: ['b', 'lint', 'a'] })]))).toBe(
      'one: b a',
    );
  });

  it('that leave no tool give way to the next, unless they are required', () => {
    const next = ruleText('next', { select_from: ['a'] });
    const gone = ruleText('gone', { select_from: ['claude'] });
    expect(answer(routerOf(apps, [gone, next]))).toBe('next: a');
    const refusal = answer(routerOf(apps, [{ ...gone, required: true }, next]));
    expect(refusal).toContain('`claude` cannot be started by this version yet');
  });

  it('say how often a tool is asked, how long it may take and who checks', () => {
    const lint = appText({ kind: 'validator', command: 'npx eslint', args: ['.'] });
    const rules = [ruleText('edits', { select_from: ['a'], validate_with: ['lint', 'lint'], strategy: 'auto' })];
    const router = routerOf({ ...apps, lint }, rules, {}, { max_attempts: 2, timeout_seconds: 9 });
    expect(router.route(EDIT)).toMatchObject({
      route: { strategy: 'auto', attemptsPerTool: 2 },
      timeoutMs: 9_000,
      mustPass: true,
      validators: [{ name: 'lint', argv: ['npx', 'eslint', '.'] }],
    });
  });
});

describe('tools', () => {
  it('are given only what they can do', () => {
    const apps = {
      a: appText({ ...ARGS, capabilities: { task_kinds: ['documentation'] } }),
      b: appText({ ...ARGS, capabilities: { domains: ['operations'] } }),
      c: appText(ARGS),
    };
    const router = routerOf(apps, [ruleText('any')]);
    expect(answer(router)).toBe('any: b c');
    expect(answer(router, { kind: 'documentation', domain: 'documentation' })).toBe('any: a c');
  });

  it('that only look never get a task that needs a patch', () => {
    const looker = { capabilities: { modes: ['patch_review'] } };
    const router = routerOf({}, [ruleText('any', { select_from: ['looker'] })], { looker });
    expect(answer(router)).toContain('`looker` only looks and gives no patch');
    expect(answer(router, { needsPatch: false })).toBe('any: looker');
  });

  it('of the project are taken where no rule gives one, in their order', () => {
    const declared = { first: {}, second: {}, writer: { capabilities: { task_kinds: ['documentation'] } } };
    expect(answer(routerOf({}, [], declared))).toBe(`${PROJECT_TOOLS_RULE}: first second`);
  });

  it('of the project are held to the narrower of what they and the router say', () => {
    const declared = { own: { max_workers: 3, limits: { max_runtime_seconds: 60 } } };
    const limits = { max_parallel: 2, timeout_seconds: 90 };
    const app = appText({ limits, capabilities: { task_kinds: ['code_edit'] } });
    const tool = routerOf({ own: app }, [], declared).tools.get('own');
    expect(tool).toMatchObject({ maxParallel: 2, timeoutMs: 60_000, taskKinds: ['code_edit'], argv: ['own'] });
  });

  it('that do not say how they are called cannot be started, nor what needs a block of the task', () => {
    const router = routerOf({ node: appText(), script: appText(ARGS) }, [ruleText('any')]);
    expect([...router.tools.keys()]).toEqual([]);
    expect(answer(router)).toMatch(/`node` does not say how it is called.*`script` needs a block/);
  });
});

describe('with the router that comes along', () => {
  const { config } = readRouter(
    { version: '1.0.0', apps: { a: appText(ARGS) }, routing: { rules: [ruleText('any')] } },
    new Set(),
  );

  it("a project's own file takes its place whole", () => {
    const own = readRouter({ version: '1.0.0', apps: {}, routing: { rules: [] } }, new Set()).config;
    expect(answer(createRouter({ own, shipped: config, declared: [] }))).toContain('No rule');
    expect(answer(createRouter({ own: null, shipped: config, declared: [] }))).toBe('any: a');
  });

  it("a project's tools come first", () => {
    const { tools } = projectWith({ mine: {} });
    expect(answer(createRouter({ own: null, shipped: config, declared: tools }))).toBe(`${PROJECT_TOOLS_RULE}: mine`);
  });
});

describe('any router', () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd');
  const kinds = fc.uniqueArray(fc.constantFrom('code_edit', 'docs'), { maxLength: 2 });
  const app = fc.record({
    kind: fc.constantFrom('tool', 'validator', 'analyzer'),
    command: fc.constantFrom('x', 'x y', ''),
    capabilities: fc.record({ task_kinds: kinds }, { requiredKeys: [] }),
    args: fc.constantFrom([], ['{prompt}']),
  });
  const rule = fc.record(
    {
      id: names,
      match: fc.record({ task_kind: kinds, complexity: fc.constantFrom('simple', 'odd') }, { requiredKeys: [] }),
      select_from: fc.array(names, { maxLength: 3 }),
      fallback_to: fc.array(names, { maxLength: 3 }),
      validate_with: fc.array(names, { maxLength: 2 }),
      strategy: fc.constantFrom('fixed', 'round_robin', 'auto'),
      required: fc.boolean(),
    },
    { requiredKeys: ['id', 'match'] },
  );
  const request = fc.record({
    kind: fc.constantFrom('code_edit', 'docs', ''),
    riskTier: fc.constantFrom(null, 'R1'),
    complexity: fc.constantFrom(null, 'low', 'odd'),
    domain: fc.constantFrom(null, 'operations'),
    needsPatch: fc.boolean(),
  });

  it('answers every request, always the same, with tools that can do it or with words why not', () => {
    fc.assert(
      fc.property(
        fc.dictionary(names, app),
        fc.array(rule, { maxLength: 4 }),
        fc.dictionary(
          names,
          fc.record({ capabilities: fc.record({ modes: fc.constantFrom(['prompt'], ['patch_review']) }) }),
        ),
        request,
        (apps, rules, declared, wanted) => {
          const router = routerOf(apps, rules, declared);
          const found = router.route(wanted);
          expect(routerOf(apps, rules, declared).route(wanted)).toEqual(found);
          if (!('route' in found)) {
            expect(found.refusal).toMatch(/\S/);
            return;
          }
          const tools = toolsOf(found.route);
          expect(tools.length).toBeGreaterThan(0);
          expect(new Set(tools).size).toBe(tools.length);
          for (const name of tools) {
            const tool = router.tools.get(name);
            expect(tool?.taskKinds ?? [wanted.kind]).toContain(wanted.kind);
            expect(tool?.givesPatch === true || !wanted.needsPatch).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
