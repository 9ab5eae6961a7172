// Random plans as documents, for properties of what reads and writes them: every field of a plan.v1, valid by construction.
import fc from 'fast-check';

export type PlanDocument = Record<string, unknown>;

/** Texts with what breaks careless writers: quotes, colons, other scripts, line ends. */
const text = fc.oneof(
  fc.constantFrom(
    'plain',
    'with: colon',
    "it's",
    '"quoted"',
    '# no comment',
    '- item',
    'two\nlines',
    'Übung',
    '日本',
    ' spaced ',
    'yes',
    '12',
    'null',
    '~',
    '{a}',
    '*x',
    '&y',
    '!z',
    '%',
    '@',
    '`',
  ),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const name = text.filter((one) => one.trim() !== '');
/** Each level reads and writes within the one above, whichever of them say anything. */
const scopeOf = (read: readonly string[], write: readonly string[]) =>
  fc.record(
    {
      type: fc.constant('files'),
      read: fc.constant(read),
      write: fc.constant(write),
      create: fc.constant(write),
      forbidden: fc.subarray(['.github/**', 'secret/**']),
    },
    { requiredKeys: [] },
  );
const taskScope = fc.oneof(
  scopeOf(['src/a.ts'], ['src/a.ts']),
  scopeOf(['docs/**'], ['src/b.ts', 'src/c.ts']),
  scopeOf([], ['src/d.ts']),
);

/** Each sort of check with what it needs; ids are the positions, so that none stands twice. */
const check = fc.oneof(
  fc.record({ type: fc.constant('command'), command: name }),
  fc.record({ type: fc.constant('patch_state'), condition: fc.constant('count_quarantined_patches == 0') }),
  fc.record({ type: fc.constant('file_presence'), path_glob: fc.constantFrom('a.txt', 'docs/**') }),
);
const acceptance = fc
  .record({
    mode: fc.constantFrom('all', 'any'),
    checks: fc.array(fc.tuple(check, fc.record({ description: text, required: fc.boolean() }, { requiredKeys: [] })), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ mode, checks }) => ({
    mode,
    checks: checks.map(([own, more], index) => ({ id: `check-${index}`, ...own, ...more })),
  }));
const budget = fc.record(
  { max_cost_usd: fc.nat({ max: 9 }), mode: fc.constantFrom('warn', 'halt', 'ask') },
  { requiredKeys: [] },
);
const compensation = fc.array(fc.record({ type: fc.constantFrom('git_restore', 'manual'), note: text }), {
  maxLength: 2,
});
const constraints = fc.record(
  {
    patch: fc.record({ forbid_binary_patches: fc.constant(true) }, { requiredKeys: [] }),
    tests: fc.record({ tests_must_run: fc.constant(true), test_command: text }, { requiredKeys: [] }),
    behavior: fc.record({ ascii_only: fc.constant(true) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const common = { constraints, budget, compensation, issue_ref: fc.constantFrom('#1', 'ABC-2') };
const launch = fc.oneof(
  fc.record({ tool: fc.constantFrom('claude', 'codex'), prompt: fc.oneof(text, fc.record({ objective: text })) }),
  fc.record({
    tool: fc.constant('script'),
    script: fc.record({ edits: fc.array(fc.record({ write: fc.constant('a.txt'), text }), { maxLength: 2 }) }),
  }),
  fc.record({
    command: fc.record({
      argv: fc.array(text, { minLength: 1, maxLength: 3 }),
      env: fc.dictionary(fc.constantFrom('A', 'B'), text),
    }),
  }),
  fc.record({
    execution_request_template: fc.record(
      { tool: fc.constantFrom('aider', 'gemini'), model: text, prompt: text },
      { requiredKeys: [] },
    ),
  }),
  fc.record({}),
);
const task = fc
  .tuple(
    fc.record(
      {
        name,
        kind: fc.constantFrom('code_edit', 'impl', 'test', 'docs', 'background', 'spike', 'human_review', 'anything'),
        allow_parallel: fc.boolean(),
        classification: fc.record(
          {
            complexity: fc.constantFrom('low', 'medium', 'high', 'moderate', 'expert'),
            risk_tier: fc.constantFrom('R1', 'R3'),
            priority: fc.constantFrom('urgent', 'critical', 'low'),
          },
          { requiredKeys: [] },
        ),
        priority: fc.oneof(
          fc.integer({ min: -100, max: 100 }),
          fc.constantFrom('low', 'urgent', 'background', 'foreground'),
        ),
        resource_scope_delta: taskScope,
        resource_scope: taskScope,
        constraints_delta: constraints,
        ...common,
        acceptance,
        execution: fc.record(
          {
            max_attempts: fc.integer({ min: 1, max: 9 }),
            background: fc.boolean(),
            retry_strategy: text,
            idle_timeout_seconds: fc.constant(9),
          },
          { requiredKeys: [] },
        ),
        prompt_template_ref: text,
        prompt_overrides: fc.dictionary(fc.constantFrom('a', '_comment_b', 'c'), fc.jsonValue({ maxDepth: 2 }), {
          maxKeys: 2,
        }),
        error_handling: fc.record({ on_failure: text, note: text }, { requiredKeys: [] }),
        conflict_group: fc.constantFrom('g', 'h'),
        critical: fc.boolean(),
        allow_no_change: fc.boolean(),
      },
      { requiredKeys: ['name', 'kind'] },
    ),
    launch,
  )
  .map(([own, how]): PlanDocument => ({ ...own, ...how }));

const workstream = fc.record(
  {
    resource_scope: scopeOf(['src/**', 'docs/**'], ['src/**']),
    name,
    objective: text,
    tags: fc.array(text, { maxLength: 2 }),
    project_id: fc.constantFrom('p', 'q'),
    strategy: fc.constantFrom('sequential', 'dag'),
    ...common,
    acceptance,
    concurrency: fc.record(
      { max_parallel: fc.integer({ min: 1, max: 4 }), mode: fc.constantFrom('sequential', 'parallel') },
      { requiredKeys: [] },
    ),
    error_handling: fc.record({ strategy: fc.constantFrom('fail_fast', 'continue') }, { requiredKeys: [] }),
    tasks: fc.array(task, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['name', 'tasks'] },
);

const phase = fc.record(
  {
    resource_scope: scopeOf(['**'], ['src/**', 'test/**']),
    name,
    category: text,
    description: text,
    ...common,
    acceptance,
    workstreams: fc.array(workstream, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['name', 'workstreams'] },
);

const root = fc.record(
  {
    plan_id: fc.constantFrom('plan', 'Plan of mine'),
    project_id: fc.constantFrom('p', 'r'),
    name: text,
    description: text,
    strategy: fc.constantFrom('sequential', 'dag'),
    merge_order: fc.constantFrom('ready', 'plan'),
    gates: fc.constant([{ gate_id: 'unit', kind: 'unit', command: ['npm', 'test'] }]),
    compensation,
    phases: fc.array(phase, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['plan_id', 'phases'] },
);

/** Ids are given in order; dependencies point back, so that nothing waits for itself. */
export const anyPlan: fc.Arbitrary<PlanDocument> = fc
  .tuple(root, fc.infiniteStream(fc.nat({ max: 3 })))
  .map(([plan, choices]) => ({ schema: 'patchbay/plan.v1', ...plan, phases: identify(plan.phases, choices) }));

const EDGES = ['success', 'finish', 'success', 'plain'];

function identify(phases: readonly PlanDocument[], choices: Iterator<number>): readonly PlanDocument[] {
  const next = () => Number(choices.next().value);
  const before: string[] = [];
  return phases.map((one, p) => {
    const workstreams = listOf(one['workstreams']).map((work, w) => {
      const tasks = listOf(work['tasks']).map((own, t) => {
        const id = ['build it', 'test', 'ship/now', 'ä'][next()] ?? '';
        const taskId = `${id}-${p}${w}${t}`;
        const edge = EDGES[next()] ?? '';
        const after = next() > 1 ? before.slice(-1) : [];
        before.push(taskId);
        const edges = after.map((task) => (edge === 'plain' ? task : { task, edge }));
        return { task_id: taskId, ...own, ...(edges.length > 0 || next() === 0 ? { depends_on: edges } : {}) };
      });
      const after = w > 0 && next() > 1 ? { depends_on: [`WS-${p}${w - 1}`] } : {};
      return { workstream_id: `WS-${p}${w}`, ...work, ...after, tasks };
    });
    const after = p > 0 && next() > 1 ? { depends_on: [`PH-${p - 1}`] } : {};
    return { phase_id: `PH-${p}`, ...one, ...after, workstreams };
  });
}

function listOf(value: unknown): readonly PlanDocument[] {
  return Array.isArray(value) ? value : [];
}
