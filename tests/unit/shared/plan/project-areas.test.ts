// Areas of a project: which of them a task may write in, and what holds for it then.
import { describe, expect, it } from 'vitest';
import { parseProject } from '../../../../src/main/projects/load-project.ts';
import { loadPlan } from '../../../../src/shared/plan/load-plan.ts';
import { areasOfScope } from '../../../../src/shared/plan/project-areas.ts';

const PROJECT = `schema: patchbay/project.v1
project_id: shop
gates:
  - { gate_id: unit, command: [a] }
  - { gate_id: docs, command: [b] }
  - { gate_id: infra, command: [c] }
areas:
  - { path: docs/**, profile_id: documentation, gates: [docs], policy: { max_lines_changed: 500, max_files_changed: 20 } }
  - { path: infra/**, profile_id: operations, gates: [infra], policy: { max_lines_changed: 150, forbid_binary: true, forbid_paths: ["**/*.tfstate"] } }
  - { path: "**", profile_id: software-dev-python, policy: { max_lines_changed: 300, max_files_changed: 10 } }
policy: { max_lines_changed: 500, max_files_changed: 20 }
`;
const project = parseProject(PROJECT).settings ?? expect.unreachable();

function paths(write: readonly string[], create: readonly string[] = []): readonly string[] {
  return areasOfScope(project.areas, { read: [], write, create, forbidden: [] }).map((area) => area.path);
}

function task(scope: string, more = '') {
  const text = `schema: patchbay/plan.v1
plan_id: p
${more}phases:
  - phase_id: PH
    name: P
    workstreams:
      - workstream_id: WS
        name: W
        objective: O
        tasks: [{ task_id: t, name: T, kind: docs, tool: script, script: { edits: [{ write: a, text: a }] }, resource_scope_delta: ${scope} }]
`;
  const { plan, problems } = loadPlan({ text, file: 'p', project });
  expect(problems).toEqual([]);
  const found = plan?.tasks[0] ?? expect.unreachable();
  return { ...found, policyEntries: plan?.policies[found.policy] ?? {} };
}

describe('a task writes in', () => {
  it.each([
    [['docs/a.md'], ['docs/**']],
    [['docs/**'], ['docs/**']],
    [
      ['docs/guide/**', 'infra/main.tf'],
      ['docs/**', 'infra/**'],
    ],
    [['src/**'], ['**']],
    [['**/*.md'], ['docs/**', 'infra/**', '**']],
    [[], ['docs/**', 'infra/**', '**']],
    [['docsuite/a.md'], ['**']],
  ])('%j: the areas %j', (write, expected) => {
    expect(paths(write)).toEqual(expected);
  });

  it('what it may create as well as what it may change', () => {
    expect(paths(['docs/a.md'], ['infra/new.tf'])).toEqual(['docs/**', 'infra/**']);
  });
});

describe('what holds', () => {
  it('in one area are its limits, with the place of each, and its gates', () => {
    const docs = task('{ write: ["docs/**"] }');
    expect(docs.constraints).toMatchObject({ maxLinesChanged: 500, maxFilesChanged: 20, forbidBinary: false });
    expect(docs.gates).toEqual(['docs']);
    const infra = task('{ write: ["infra/**"] }');
    expect(infra.constraints).toMatchObject({
      maxLinesChanged: 150,
      forbidBinary: true,
      forbidPaths: ['**/*.tfstate'],
    });
    expect(infra.policyEntries.max_lines_changed?.[0]?.from).toMatchObject([{ owner: 'the area `infra/**`', line: 9 }]);
    expect(infra.gates).toEqual(['infra']);
  });

  it('in two areas is the tighter of each limit, and the gates of both', () => {
    const both = task('{ write: ["docs/**", "infra/**"] }');
    expect(both.constraints).toMatchObject({ maxLinesChanged: 150, maxFilesChanged: 20, forbidBinary: true });
    expect(both.gates).toEqual(['docs', 'infra']);
  });

  it('everywhere is the strictest of all areas, and every gate', () => {
    const everywhere = task('{}');
    expect(everywhere.constraints).toMatchObject({ maxLinesChanged: 150, maxFilesChanged: 10, forbidBinary: true });
    expect(everywhere.gates).toEqual(['unit', 'docs', 'infra']);
  });

  it('in an area without gates of its own are all gates', () => {
    expect(task('{ write: ["src/**"] }').gates).toEqual(['unit', 'docs', 'infra']);
  });

  it('a plan with gates of its own keeps those', () => {
    expect(task('{ write: ["docs/**"] }', 'gates: [{ gate_id: mine, command: [d] }]\n').gates).toEqual(['mine']);
  });
});

it('names file, line and advice for an area that is not in order', () => {
  const { problems } = parseProject(
    PROJECT.replace('gates: [docs]', 'gates: [dogs]')
      .replace('infra/**', '../infra')
      .replace('forbid_binary', 'forbid'),
  );
  expect(problems.map((one) => [one.line, one.code])).toEqual([
    [8, 'E_UNKNOWN_REFERENCE'],
    [9, 'E_SCHEMA'],
    [9, 'E_SCHEMA'],
  ]);
  expect(problems[0]?.advice).toContain('Did you mean `docs`?');
});
