// What every adapter must hold, and what each one says.
import { describe, expect, it } from 'vitest';
import type { Adapter } from '../../../../../src/main/execution/adapters/adapter.ts';
import { ADAPTERS, adapterFor } from '../../../../../src/main/execution/adapters/registry.ts';
import type { CommandLaunch, Launch, TaskPlan } from '../../../../../src/shared/plan/plan.ts';
import type { SpawnExit } from '../../../../../src/shared/ports/spawn.ts';
import { TASK } from '../../../../fakes/workspace-fixture.ts';

const COMMAND: CommandLaunch = {
  tool: 'command',
  argv: ['tool', '%PATH%', 'a b'],
  shell: false,
  stdin: 'in',
  successExit: [0, 2],
  litter: ['*.log'],
  env: { A: '1' },
};
const EXAMPLES: Readonly<Record<string, Launch>> = {
  command: { kind: 'command', command: COMMAND },
  patch: { kind: 'patch', patch: { file: 'a.patch', base64: 'YWJj' } },
  script: {
    kind: 'script',
    script: {
      tool: 'script',
      attempts: [
        { waitSeconds: 2, edits: [{ delete: 'a' }] },
        { waitSeconds: 0, edits: [] },
      ],
    },
  },
};
const EXIT: SpawnExit = { reason: 'exit', exitCode: 0, signal: null, outputBytes: 0, durationMs: 1, leftovers: 0 };
const taskOf = (launch: Launch | undefined): TaskPlan => ({ ...TASK, launch: launch ?? { kind: 'person' } });

describe.each(ADAPTERS.map((adapter): [string, Adapter] => [adapter.kind, adapter]))('adapter %s', (kind, adapter) => {
  it('is found by its launch, once', () => {
    expect(adapterFor(taskOf(EXAMPLES[kind]).launch)).toBe(adapter);
    expect(ADAPTERS.filter((other) => other.kind === kind)).toHaveLength(1);
  });

  it('describes the same start for the same task and attempt, as plain data', () => {
    const describeIt = () => adapter.describe(taskOf(EXAMPLES[kind]), 1, 'linux');
    expect(describeIt()).toEqual(describeIt());
    expect(structuredClone(describeIt())).toEqual(describeIt());
  });

  it('refuses a launch that is not its own', () => {
    expect(() => adapter.describe(TASK, 1, 'linux')).toThrow(/launched by person/);
  });
});

it('knows no adapter for a person or for a tool of later versions', () => {
  expect(adapterFor({ kind: 'person' })).toBeUndefined();
  expect(adapterFor({ kind: 'other', other: { tool: 'claude', prompt: null } })).toBeUndefined();
});

describe('command', () => {
  const adapter = adapterFor(EXAMPLES.command ?? { kind: 'person' });
  const start = (more: Partial<CommandLaunch>, platform: NodeJS.Platform) =>
    adapter?.describe(taskOf({ kind: 'command', command: { ...COMMAND, ...more } }), 1, platform);

  it('hands the argv over as it is, and names the shell in full where one is asked for', () => {
    expect(start({}, 'win32')).toMatchObject({ argv: COMMAND.argv, stdin: 'in', env: { A: '1' }, litter: ['*.log'] });
    const shell = { shell: true, argv: ['a | b'] };
    expect(start(shell, 'linux')).toMatchObject({ argv: ['/bin/sh', '-c', 'a | b'] });
    expect(start(shell, 'win32')).toMatchObject({
      argv: [expect.stringMatching(/System32\\cmd\.exe$/), '/d', '/s', '/c', 'a | b'],
    });
  });

  it('takes the exit codes of the plan for success and nothing else', () => {
    const judge = (exit: Partial<SpawnExit>) => adapter?.judge(taskOf(EXAMPLES.command), { ...EXIT, ...exit });
    expect([judge({}), judge({ exitCode: 2 })]).toEqual([null, null]);
    expect(judge({ exitCode: 1 })).toMatchObject({ code: 'E_TOOL_FAILURE', message: /exit code 1; success is 0, 2/ });
    expect(judge({ exitCode: null, signal: 'SIGSEGV' })).toMatchObject({ message: /SIGSEGV/ });
  });
});

it('script picks the edits by the number of the attempt, and the last for later ones', () => {
  const adapter = adapterFor(EXAMPLES.script ?? { kind: 'person' });
  const start = (number: number) => adapter?.describe(taskOf(EXAMPLES.script), number, 'linux');
  expect(start(1)).toEqual({ kind: 'edits', waitMs: 2_000, edits: [{ delete: 'a' }] });
  expect([start(2), start(9)]).toEqual(Array(2).fill({ kind: 'edits', waitMs: 0, edits: [] }));
});
