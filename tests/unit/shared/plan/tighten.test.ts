// Scopes and limits may only narrow from phase to task.
import { describe, expect, it } from 'vitest';
import { NO_POLICY, NO_SETTINGS } from '../../../../src/shared/plan/project-settings.ts';
import { load, onePhase, said } from './plan-text.ts';

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
      'E_LOOSENED `max_lines_changed` of task `a` is 101, but workstream `W` allows only 100.',
    ]);
  });

  it("hold the project's policy against the plan", () => {
    const project = { ...NO_SETTINGS, policy: { ...NO_POLICY, maxLinesChanged: 300, forbidBinary: true } };
    const text = onePhase({
      phase: { constraints: { patch: { max_lines_changed: 400, forbid_binary_patches: false } } },
      tasks: { a: {} },
    });
    const messages = said(load(text, { project }));
    expect(messages).toHaveLength(2);
    expect(messages.join()).toContain('is 400, but the policy allows only 300');
    expect(messages.join()).toContain('is false, but the policy allows only true');
  });

  it('add up forbidden paths', () => {
    const forbid = (path: string) => ({ patch: { forbid_paths: [path] } });
    const text = onePhase({ phase: { constraints: forbid('a/') }, tasks: { t: { constraints_delta: forbid('b') } } });
    expect(taskOf(text)?.constraints.forbidPaths).toEqual(['a/**', 'b']);
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
