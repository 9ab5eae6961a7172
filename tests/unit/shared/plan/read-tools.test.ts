// Tools that a project declares: how they are started for a task, and what is refused.
import { describe, expect, it } from 'vitest';
import { readTools } from '../../../../src/shared/plan/read-tools.ts';
import { launchOf } from '../../../../src/shared/plan/task-for-tool.ts';
import { validateDocument } from '../../../../src/shared/plan/validate-document.ts';

const ASKED = { taskId: 't1', name: 'Mend', kind: 'code_edit', prompt: 'Do {task_id} "well"' };

function launch(fields: object) {
  const [tool] = readTools({ mine: { command: ['mine'], ...fields } }, '/tools').tools;
  if (tool === undefined) throw new Error('no tool was read');
  return launchOf(tool, ASKED);
}

describe('a tool', () => {
  it('gets the words of its task where its command has places for them, and keeps other braces', () => {
    const { argv, stdin } = launch({ command: ['x', '--id={task_id}', '{prompt}', '{"json":{}}', '{other}'] });
    expect(argv).toEqual(['x', '--id=t1', 'Do {task_id} "well"', '{"json":{}}', '{other}']);
    expect(stdin).toBe('');
  });

  it('reads its prompt from standard input where no argument asks for it', () => {
    expect(launch({}).stdin).toBe(ASKED.prompt);
    expect(launch({ stdin: '{task_name} ({task_kind})' }).stdin).toBe('Mend (code_edit)');
  });

  it('has the limits and the breaker of the product unless it says its own', () => {
    const [plain, own] = readTools(
      {
        plain: { command: ['a'] },
        own: { command: ['a'], breaker: { failures: 2, cooldown_seconds: 5 }, rate_limit: { starts_per_minute: 7 } },
      },
      '/tools',
    ).tools;
    expect(plain).toMatchObject({
      breaker: { failures: 5, cooldownMs: 60_000 },
      startsPerMinute: null,
      givesPatch: true,
    });
    expect(own).toMatchObject({ breaker: { failures: 2, cooldownMs: 5_000 }, startsPerMinute: 7 });
  });
});

it('what is wrong with tools is said with place and advice', () => {
  const tools = { script: { command: ['a'] }, spaced: { command: ['npx a'] }, none: {}, 'a/b': { command: ['a'] } };
  const text = JSON.stringify({ schema: 'patchbay/project.v1', project_id: 'p', tools }, null, 1);
  const { problems } = validateDocument({ text, file: 'patchbay.yaml' });
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(
    expect.arrayContaining(['E_DUPLICATE_ID /tools/script', 'E_SCHEMA /tools/spaced/command', 'E_SCHEMA /tools/none']),
  );
  expect(problems.some(({ path }) => path.startsWith('/tools') && path.includes('a'))).toBe(true);
});
