// Checks of a level are read whole, or refused with their place.
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../../src/shared/domain/limits.ts';
import { NO_SETTINGS } from '../../../../src/shared/plan/project-settings.ts';
import { readProject } from '../../../../src/shared/plan/read-project.ts';
import { load, onePhase, said } from './plan-text.ts';

const judged = (acceptance: object, more = {}) => load(onePhase({ phase: { acceptance }, tasks: { a: {} } }), more);
const acceptanceOf = (acceptance: object, more = {}) => judged(acceptance, more).plan?.phases[0]?.acceptance;
const check = (fields: object) => ({ checks: [{ id: 'c', ...fields }] });

describe('checks', () => {
  it('are none where nothing is asked, or where the list is empty', () => {
    expect(load(onePhase({ tasks: { a: {} } })).plan?.phases[0]?.acceptance).toBeNull();
    expect(acceptanceOf({ mode: 'all', checks: [] })).toBeNull();
  });

  it('have the limits of gates; a text is a line for the shell', () => {
    const [line, list] = [
      check({ type: 'test_command', command: 'npm test' }),
      check({ type: 'command', command: ['npm', 'test'] }),
    ];
    const work = (acceptance: object) => acceptanceOf(acceptance)?.checks[0]?.work;
    expect(acceptanceOf(line)).toMatchObject({ mode: 'all', rule: null });
    expect(work(line)).toMatchObject({
      kind: 'command',
      command: { argv: ['npm test'], shell: true, timeoutMs: LIMITS.gateTimeoutMs, expectedExit: 0 },
    });
    expect(work(list)).toMatchObject({ command: { argv: ['npm', 'test'], shell: false } });
  });

  it('call the hooks of the project by name', () => {
    const { settings } = readProject({
      project_id: 'project',
      hooks: { licence: { command: ['check'], timeout_seconds: 5 } },
    });
    const read = acceptanceOf(check({ type: 'custom_hook', hook: 'licence' }), { project: settings });
    expect(read?.checks[0]).toMatchObject({ type: 'custom', work: { command: { argv: ['check'], timeoutMs: 5_000 } } });
    expect(said(judged(check({ type: 'custom', hook: 'licence' }), { project: NO_SETTINGS }))).toEqual([
      'E_SCHEMA The project has no hook `licence`.',
    ]);
  });

  it.each([
    [{ type: 'comand' }, '/type', 'There is no type of check `comand`.', 'Did you mean `command`?'],
    [{ type: 'command' }, '', 'The check `c` has no command.', 'Add `command`'],
    [{ type: 'patch_state' }, '', 'has no condition', 'count_quarantined_patches == 0'],
    [
      { type: 'run_state', condition: 'failed == 0' },
      '/condition',
      'at column 1: There is no `failed`.',
      'failed_tasks',
    ],
    [{ type: 'file_presence' }, '', 'names no files', 'path_glob'],
    [{ type: 'file_presence', path_glob: '\\.env' }, '/path_glob', 'is not clear', '`**/.env`'],
    [{ type: 'custom' }, '', 'names no hook', 'patchbay.yaml'],
    [{ type: 'command', command: ['x'], severity: 'fatal' }, '/severity', 'no severity `fatal`', 'error'],
  ])('%j are refused with the place', (fields, place, message, advice) => {
    const loaded = judged(check(fields));
    expect(loaded.plan).toBeNull();
    expect(loaded.problems[0]?.path).toBe(`/phases/0/acceptance/checks/0${place}`);
    expect(loaded.problems[0]?.message).toContain(message);
    expect(loaded.problems[0]?.advice).toContain(advice);
  });

  it('have ids of their own and a limit on their number', () => {
    const two = { type: 'command', command: ['x'] };
    expect(
      said(
        judged({
          checks: [
            { id: 'c', ...two },
            { id: 'c', ...two },
          ],
        }),
      )[0],
    ).toContain('E_DUPLICATE_ID');
    const many = Array.from({ length: LIMITS.acceptanceChecks + 1 }, (_, index) => ({ id: `c${index}`, ...two }));
    expect(said(judged({ checks: many }))[0]).toContain(`${LIMITS.acceptanceChecks} are allowed`);
  });
});

describe('modes', () => {
  const two = [
    { id: 'unit-a', type: 'command', command: ['x'] },
    { id: 'lint', type: 'command', command: ['y'] },
  ];

  it('custom has a rule over the ids', () => {
    expect(acceptanceOf({ mode: 'custom', rule: 'unit-a and not lint', checks: two })?.rule).toBe(
      'unit-a and not lint',
    );
  });

  it.each([
    [{ mode: 'any', checks: [] }, 'needs a check'],
    [{ mode: 'custom', checks: two }, 'has no rule'],
    [{ mode: 'all', rule: 'lint', checks: two }, 'has no effect in the mode `all`'],
    [{ mode: 'custom', rule: 'unit and lint', checks: two }, 'at column 1: There is no `unit`.'],
  ])('%j is refused', (acceptance, message) => {
    expect(said(judged(acceptance))[0]).toContain(message);
  });
});

it('a document of UET v1 may say what it likes: only a run refuses it', () => {
  const workstream = {
    ...{ workstream_id: 'W', project_id: 'p', phase_id: 'P', name: 'W', objective: 'o' },
    tasks: [{ task_id: 't', name: 'T', kind: 'code_edit' }],
    acceptance: { mode: 'all', checks: [{ id: 'x', type: 'crystal_ball' }] },
  };
  const loaded = load(JSON.stringify(workstream), { options: { tool: 'script' } });
  const about = (problems: typeof loaded.problems) => problems.filter((one) => one.message.includes('crystal_ball'));
  expect(about(loaded.problems)[0]?.severity).toBe('warning');
  expect(about(loaded.blockers)).toHaveLength(1);
});

it('post actions are said to have no effect', () => {
  const loaded = judged({ checks: [], post_actions: ['open a pull request'] });
  expect(loaded.plan).not.toBeNull();
  expect(loaded.problems).toMatchObject([{ severity: 'warning', path: '/phases/0/acceptance/post_actions' }]);
});
