// Scopes and limits may only narrow from phase to task.
import { describe, expect, it } from 'vitest';
import type { PatchPolicy } from '../../../../src/shared/domain/patch-policy.ts';
import type { PolicyFile } from '../../../../src/shared/plan/policy-file.ts';
import { NO_SETTINGS } from '../../../../src/shared/plan/project-settings.ts';
import { readFlags } from '../../../../src/shared/plan/read-flags.ts';
import { load, onePhase, phaseText, planText, said, workstreamText } from './plan-text.ts';

const limits = (max: number) => ({ patch: { max_lines_changed: max } });
const taskOf = (text: string) => load(text).plan?.tasks[0];

describe('limits', () => {
  it('take the smallest of all levels, and any value where no level above says one', () => {
    expect(
      taskOf(onePhase({ phase: { constraints: limits(500) }, tasks: { a: {} } }))?.constraints.maxLinesChanged,
    ).toBe(500);
    const narrowed = onePhase({ phase: { constraints: limits(200) }, tasks: { a: { constraints_delta: limits(50) } } });
    expect(taskOf(narrowed)?.constraints.maxLinesChanged).toBe(50);
  });

  it('refuse to be loosened, with both values', () => {
    const text = onePhase({
      workstream: { constraints: limits(100) },
      tasks: { a: { constraints_delta: limits(101) } },
    });
    expect(said(load(text))).toEqual([
      'E_LOOSENED `max_lines_changed` of task `a` is 101, but workstream `W` (x.plan.json:1, /phases/0/workstreams/0/constraints/patch/max_lines_changed) allows only 100.',
    ]);
  });

  it("hold the project's policy against the plan", () => {
    const from = [{ owner: 'the project', file: 'patchbay.yaml', line: 4, path: '/policy/x' }];
    const policy: PatchPolicy = {
      max_lines_changed: [{ value: 300, from }],
      forbid_binary_patches: [{ value: true, from }],
    };
    const project = { ...NO_SETTINGS, policy };
    const text = onePhase({
      phase: { constraints: { patch: { max_lines_changed: 400, forbid_binary_patches: false } } },
      tasks: { a: {} },
    });
    const messages = said(load(text, { project }));
    expect(messages).toHaveLength(2);
    expect(messages.join()).toContain('is 400, but the project (patchbay.yaml:4, /policy/x) allows only 300');
    expect(messages.join()).toContain('is false, but the project (patchbay.yaml:4, /policy/x) allows only true');
  });

  it('add up forbidden paths', () => {
    const forbid = (path: string) => ({ patch: { forbid_paths: [path] } });
    const text = onePhase({ phase: { constraints: forbid('a/') }, tasks: { t: { constraints_delta: forbid('b') } } });
    expect(taskOf(text)?.constraints.forbidPaths).toEqual(['a/**', 'b']);
  });
});

/** A lookup over small policies by name. */
function policies(all: Readonly<Record<string, { constraints: object; scope?: object }>>) {
  return (name: string): PolicyFile => {
    const found = all[name];
    if (found === undefined) return { file: name, problem: 'There is no such file.' };
    const document = {
      patch_policy_id: name,
      scope: { level: 'global', ...found.scope },
      constraints: found.constraints,
    };
    return { file: `policies/${name}.json`, text: JSON.stringify(document, null, 1) };
  };
}

describe('policies by name', () => {
  const lookup = policies({
    wide: { constraints: { max_lines_changed: 300, max_files_changed: 10 } },
    strict: { constraints: { max_lines_changed: 200, require_tests_for_paths: ['src/**'] } },
    second: { constraints: { max_lines_changed: 20 }, scope: { phase_id: 'P2' } },
    other: { constraints: {}, scope: { project_id: 'elsewhere' } },
    broken: { constraints: { max_lines_changed: 0, colour: 'red' } },
    old: { constraints: { forbid_touching_paths: ['^src/.*\\.py$', '\\.env'] } },
    issue: { constraints: { require_issue_ref: true } },
    odd: { constraints: { allowed_formats: ['bundle'] } },
    people: { constraints: { min_reviewers: 2 } },
  });
  const named = (ref: unknown, more: object = {}) =>
    load(onePhase({ phase: { patch_policy_ref: ref, ...more }, tasks: { a: {} } }), { policies: lookup });

  it('hold where they are named, the tightest of them, with who set each limit', () => {
    const { plan } = named(['wide', 'strict'], { constraints: limits(150) });
    const task = plan?.tasks[0];
    expect(task?.constraints).toMatchObject({ maxLinesChanged: 150, maxFilesChanged: 10, requireTestsFor: ['src/**'] });
    const policy = plan?.policies[task?.policy ?? -1];
    expect(policy?.max_lines_changed).toEqual([
      {
        value: 150,
        from: [
          { owner: 'phase `P`', file: 'x.plan.json', line: 1, path: '/phases/0/constraints/patch/max_lines_changed' },
        ],
      },
    ]);
    expect(policy?.max_files_changed?.[0]?.from[0]).toMatchObject({
      owner: 'policy `wide`',
      file: 'policies/wide.json',
      line: 8,
    });
  });

  it('that are looser than what stands above are refused with both values and places', () => {
    const project = { ...NO_SETTINGS, policyRefs: [{ name: 'strict', pointer: '/patch_policy_ref' }] };
    const text = onePhase({ phase: { patch_policy_ref: 'wide' }, tasks: { a: {} } });
    const loaded = load(text, { policies: lookup, project });
    expect(loaded.problems).toMatchObject([
      {
        code: 'E_LOOSENED',
        path: '/phases/0/patch_policy_ref',
        message:
          '`max_lines_changed` of policy `wide` (policies/wide.json:7, /constraints/max_lines_changed) is 300, but policy `strict` (policies/strict.json:7, /constraints/max_lines_changed) allows only 200.',
      },
    ]);
  });

  it('that are missing, faulty, or made for something else are refused where they are named', () => {
    expect(said(named('nowhere'))[0]).toContain('E_UNKNOWN_REFERENCE The policy `nowhere` cannot be used.');
    expect(said(named('broken')).join()).toMatch(/policies\/broken.json:7 \/constraints\/max_lines_changed.*`colour`/);
    expect(said(named('other'))[0]).toContain('is for project `elsewhere`; this is `project`');
    expect(said(named('second'))[0]).toContain('is for phase `P2`; this is phase `P`');
  });

  it('for one phase hold in that phase only when the project names them', () => {
    const project = { ...NO_SETTINGS, policyRefs: [{ name: 'second', pointer: '/patch_policy_ref' }] };
    const text = planText([
      phaseText('P1', [workstreamText('W1', { a: {} })]),
      phaseText('P2', [workstreamText('W2', { b: {} })]),
    ]);
    const { plan } = load(text, { policies: lookup, project });
    expect(plan?.tasks.map((task) => task.constraints.maxLinesChanged)).toEqual([300, 20]);
  });

  it('read regular expressions as the globs they mean, where that is certain', () => {
    const { plan, problems } = named('old');
    expect(plan).toBeNull();
    expect(problems.map((one) => one.severity)).toEqual(['warning', 'error']);
    expect(problems[0]?.advice).toContain('`src/**/*.py`');
    expect(problems[1]?.advice).toContain('`**/.env` or `**/*.env`');
  });

  it('that require an issue want one at the task or above, or in its name', () => {
    expect(said(named('issue'))[0]).toContain(
      'Task `a` names no issue, but policy `issue` (policies/issue.json:7) requires one',
    );
    expect(named('issue', { issue_ref: 'ABC-1' }).plan?.tasks[0]?.issueRef).toBe('ABC-1');
    const text = onePhase({ plan: { patch_policy_ref: 'issue' }, tasks: { a: { name: 'Mend it (org/repo#12)' } } });
    expect(load(text, { policies: lookup }).plan?.tasks[0]?.issueRef).toBe('org/repo#12');
  });

  it('that require patches refuse direct edits', () => {
    const project = { ...NO_SETTINGS, flags: readFlags({ patch_mode: false }, '/flags').flags };
    const text = onePhase({ phase: { patch_policy_ref: 'wide' }, tasks: { a: {} } });
    expect(said(load(text, { policies: lookup, project })).join()).toContain(
      'E_UNPROTECTED Task `a` would edit directly by patchbay.yaml: flags.patch_mode, but policy `wide`',
    );
  });

  it('say at once what can never be met, and not what persons can meet', () => {
    expect(said(named('odd'))[0]).toContain('allows the formats `bundle`; every patch is `unified_diff`');
    const kept = named('people');
    expect(kept.plan).not.toBeNull();
    expect(said(kept)).toEqual([]);
    expect(kept.plan?.tasks[0]?.constraints.minReviewers).toBe(2);
  });
});

describe('the policy of the command line', () => {
  const document = (lines: number): PolicyFile => ({
    file: 'mine.yaml',
    text: `patch_policy_id: mine\nscope: {level: doc}\nconstraints:\n  max_lines_changed: ${lines}\n`,
  });
  const from = [{ owner: 'the project', file: 'patchbay.yaml', line: 4, path: '/policy/max_lines_changed' }];
  const project = { ...NO_SETTINGS, policy: { max_lines_changed: [{ value: 200, from }] } };

  it('is laid over the plan: whichever is tighter holds', () => {
    const text = onePhase({ tasks: { a: { constraints_delta: limits(10) }, b: {} } });
    const { plan } = load(text, { options: { policy: document(50) } });
    expect(plan?.tasks.map((task) => task.constraints.maxLinesChanged)).toEqual([10, 50]);
  });

  it('may not loosen the project', () => {
    const loaded = load(onePhase({ tasks: { a: {} } }), { project, options: { policy: document(500) } });
    expect(said(loaded)[0]).toBe(
      'E_LOOSENED `max_lines_changed` of policy `mine` (mine.yaml:4, /constraints/max_lines_changed) is 500, but the project (patchbay.yaml:4, /policy/max_lines_changed) allows only 200.',
    );
  });
});

describe('scopes', () => {
  const phase = { resource_scope: { write: ['src/**'], create: ['src/**', 'test/**'], forbidden: ['src/secret/**'] } };
  const within = (scope: object) => onePhase({ phase, tasks: { a: { resource_scope_delta: scope } } });

  it('come from the nearest level that names them; what is forbidden adds up', () => {
    expect(taskOf(within({ write: ['src/a.js'], forbidden: ['src/b.js'] }))?.scope).toEqual({
      read: [],
      write: ['src/a.js'],
      create: ['src/a.js'],
      forbidden: ['src/secret/**', 'src/b.js'],
    });
    expect(taskOf(within({}))?.scope.create).toEqual(['src/**', 'test/**']);
  });

  it('outside the level above are refused where that is certain', () => {
    expect(said(load(within({ write: ['docs/**', 'src/x.js'] })))).toEqual([
      'E_LOOSENED task `a` may write `docs/**`, but phase `P` allows only `src/**`.',
    ]);
    expect(said(load(within({ write: ['src/*/x.js'] })))).toEqual([]);
  });

  it('that are wholly forbidden are refused', () => {
    expect(said(load(within({ write: ['src/secret/key.js'] })))[0]).toContain('E_SCOPE_EMPTY');
  });

  it('that say "nothing" forbid everything instead of allowing everything', () => {
    const text = onePhase({ tasks: { a: { resource_scope_delta: { write: [] } } } });
    expect(taskOf(text)?.scope.forbidden).toEqual(['**']);
  });

  it('take paths of Windows or outside the repository for a fault', () => {
    for (const glob of ['src\\a.js', 'C:/x', '/etc', '../up', 'a/../../b']) {
      expect(said(load(within({ write: [glob] })))[0], glob).toContain('does not have the right form');
    }
  });
});
