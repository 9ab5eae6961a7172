// patchbay.yaml: read whole, or every fault with its line.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadProject, parseProject } from '../../../../src/main/projects/load-project.ts';
import { DEFAULT_HEALTH } from '../../../../src/shared/domain/worker-health.ts';
import { NO_FLAGS } from '../../../../src/shared/plan/project-flags.ts';
import { put, tempPlace } from './temp-place.ts';

const place = tempPlace();

it('a repository without a project file is in order and has no settings', () => {
  expect(loadProject(join(place, 'nothing here'))).toEqual({ settings: null, problems: [] });
});

it('reads gates, set-up, policy and flags', () => {
  put(place, {
    'patchbay.yaml': `schema: patchbay/project.v1
project_id: shop
gates: [{ gate_id: unit, command: [node, --test], timeout_seconds: 30 }]
workspace: { setup: [[npm, ci]], copy_ignored: [.env], env: { CI: "1" }, key_files: [package-lock.json], timeout_seconds: 90 }
policy: { max_lines_changed: 200, forbid_binary: true, forbid_paths: [infra/**] }
flags: { parallel_strategy: dag }
`,
  });
  const set = (path: string, value: unknown) => {
    return { value, from: [{ owner: 'the project', file: 'patchbay.yaml', line: 5, path }] };
  };
  expect(loadProject(place)).toEqual({
    problems: [],
    settings: {
      projectId: 'shop',
      name: 'shop',
      profileId: null,
      gateSlots: null,
      merge: {},
      feedback: { enabled: null, maxFixes: null, maxFixesPerError: null, tool: null },
      flags: { ...NO_FLAGS, parallelStrategy: 'dag' },
      gates: [
        {
          gateId: 'unit',
          kind: 'unit',
          argv: ['node', '--test'],
          shell: false,
          after: [],
          required: true,
          rerun: true,
          timeoutMs: 30_000,
          expectedExit: 0,
          env: {},
        },
      ],
      setup: {
        commands: [['npm', 'ci']],
        copyIgnored: ['.env'],
        env: { CI: '1' },
        keyFiles: ['package-lock.json'],
        timeoutMs: 90_000,
      },
      policy: {
        max_lines_changed: [set('/policy/max_lines_changed', 200)],
        forbid_binary_patches: [set('/policy/forbid_binary', true)],
        forbid_touching_paths: [set('/policy/forbid_paths/0', 'infra/**')],
      },
      policyRefs: [],
      areas: [],
      hooks: new Map(),
      health: DEFAULT_HEALTH,
      tools: [],
      router: null,
    },
  });
});

it('lists every fault with its line and then has no settings', () => {
  const loaded = parseProject(
    'schema: patchbay/project.v1\nname: x\ngates:\n  - gate_id: a\n    after: [b]\nflag: 1\n',
  );
  expect(loaded.settings).toBeNull();
  expect(loaded.problems.map((one) => [one.line, one.code])).toEqual([
    [1, 'E_SCHEMA'],
    [4, 'E_SCHEMA'],
    [5, 'E_UNKNOWN_REFERENCE'],
    [6, 'E_SCHEMA'],
  ]);
});

it('says so when the file cannot be read', () => {
  mkdirSync(join(place, 'odd', 'patchbay.yaml'), { recursive: true });
  expect(loadProject(join(place, 'odd')).problems).toMatchObject([{ code: 'E_FILE_UNREADABLE' }]);
});
