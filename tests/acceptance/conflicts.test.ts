// Conflicts through the real command line: joined by git, by a tool, tried again, or kept; told in full and previewed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { MergePreview } from '../../src/shared/ipc/merge-preview.ts';
import type { RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk('conflicts');
});
afterEach(() => desk.remove());

/** Writes a line where its prompt says; asked to join two sides, it takes both, or leaves the markers behind. */
const TOOL = `const fs = require('fs');
const prompt = fs.readFileSync(0, 'utf8');
const [, line, word] = /^Set (\\d+) to (\\w+)$/.exec(prompt) ?? [];
if (line !== undefined) {
  const rows = fs.readFileSync('list.txt', 'utf8').split('\\n');
  rows[Number(line) - 1] = word;
  fs.writeFileSync('list.txt', rows.join('\\n'));
} else {
  fs.writeFileSync(process.env.ASKED, prompt);
  const text = fs.readFileSync('list.txt', 'utf8');
  if (process.env.LAZY !== '1') fs.writeFileSync('list.txt', text.replace(/^(<<<<<<<|=======|>>>>>>>).*\\n/gm, ''));
  else fs.writeFileSync('list.txt', text + 'touched\\n');
}`;

const LINES = Array.from({ length: 30 }, (_, n) => `line ${n + 1}\n`).join('');

function project(merge: object | undefined, env: Readonly<Record<string, string>> = {}): void {
  desk.repository.commit({
    'list.txt': LINES,
    'tool.cjs': TOOL,
    'patchbay.yaml': JSON.stringify({
      schema: 'patchbay/project.v1',
      project_id: 'conflicts',
      tools: {
        writer: {
          command: ['node', 'tool.cjs'],
          stdin: '{prompt}',
          env: { ASKED: `${desk.repository.folder}/asked`, ...env },
        },
      },
      ...(merge === undefined ? {} : { merge }),
    }),
  });
}

const asked = (id: string, prompt: string) => ({
  task_id: id,
  name: `Task ${id}`,
  kind: 'code_edit',
  tool: 'writer',
  prompt,
});

/** Both begin at once, on the same head: whichever comes second meets the other. */
const both = () => desk.plan(planDocument([asked('a', 'Set 3 to one'), asked('b', 'Set 3 to two')]));
const head = ({ head }: RunShape, file: string) => desk.repository.git('show', `${head}:${file}`);

interface Shown {
  readonly patch_id: string;
  readonly state: string;
  readonly task_id: string;
  readonly conflict: { readonly files: readonly object[]; readonly intent: object; readonly merge: string } | null;
}

async function conflicted(run: RunShape): Promise<Shown> {
  const { json } = await desk.ask<{ patches: readonly Shown[] }>(['patch', 'list', '--run', run.run_id]);
  const found = json.patches.findLast(({ conflict }) => conflict !== null);
  if (found === undefined) throw new Error('no patch met a conflict');
  return found;
}

test('two tasks that change the same line are joined by a merge task, which knows both sides', async () => {
  project(undefined);
  const { answer, json: run } = await desk.ask<RunShape>(['run', both()]);
  expect(answer.code).toBe(0);
  expect(head(run, 'list.txt').split('\n').slice(1, 5).toSorted()).toEqual(['line 2', 'line 4', 'one', 'two']);
  const lost = await conflicted(run);
  const won = lost.task_id === 'a' ? 'b' : 'a';
  const merge = run.tasks.find(({ task_id }) => task_id.startsWith('merge-'));
  expect(merge).toMatchObject({ task_id: `merge-${lost.task_id}-1`, state: 'completed' });
  expect(run.tasks.find(({ task_id }) => task_id === lost.task_id)).toMatchObject({ state: 'completed' });
  const line = { start: 3, lines: 1 };
  expect(lost).toMatchObject({
    state: 'dropped',
    conflict: {
      joined: false,
      intent: { task_id: lost.task_id },
      files: [
        {
          path: 'list.txt',
          kind: 'content',
          regions: [{ base: line, head: line, patch: line }],
          other: { task_id: won },
        },
      ],
    },
  });
  const prompt = readFileSync(join(desk.repository.folder, 'asked'), 'utf8');
  expect(prompt).toContain(`a patch for the task ${lost.task_id}`);
  expect(prompt).toContain(`the task ${won} ("Task ${won}")`);
  const text = (await desk.run(['patch', 'show', lost.patch_id])).stdout;
  expect(text).toContain(`list.txt: content, lines 3 against 3; the other side: Task ${won} (${won})`);
  expect(desk.repository.git('show', `${lost.conflict?.merge}:list.txt`)).toContain('<<<<<<< run');
  expect((await desk.run(['verify', run.run_id])).code).toBe(0);
});

test('a merge that leaves its markers behind is refused, as often as the policy lets it be tried', async () => {
  project({ max_tasks: 2 }, { LAZY: '1' });
  const { answer, json: run } = await desk.ask<RunShape>(['run', both()]);
  expect(answer.code).toBe(1);
  const merges = run.tasks.filter(({ task_id }) => task_id.startsWith('merge-'));
  expect(merges.map(({ state }) => state)).toEqual(['failed', 'failed']);
  const shown = await desk.ask<{ findings: readonly { rule: string; path: string }[] }>([
    'patch',
    'show',
    merges.at(-1)?.patch_ids[0] ?? '',
  ]);
  expect(shown.json.findings).toMatchObject([{ rule: 'conflict-markers', path: 'list.txt' }]);
});

test('a file that was renamed meanwhile is followed by a patch of its own, and the preview says before what will be', async () => {
  desk.repository.commit({ 'list.txt': LINES });
  const edit = { replace: 'list.txt', find: 'line 3\n', with: 'three\n' };
  const plan = desk.plan(
    planDocument([
      scriptTask('move', [{ delete: 'list.txt' }, { write: 'kept/list.txt', text: LINES }]),
      { ...scriptTask('edit', []), script: { wait_seconds: 2, edits: [edit] } },
    ]),
  );
  const { answer, json: run } = await desk.ask<RunShape>(['run', plan]);
  expect(answer.code).toBe(0);
  expect(head(run, 'kept/list.txt')).toContain('three');
  const lost = await conflicted(run);
  expect(lost).toMatchObject({
    state: 'dropped',
    conflict: { joined: true, files: [{ kind: 'rename', path: 'kept/list.txt' }] },
  });
  const preview = await desk.ask<MergePreview>(['patch', 'preview', lost.patch_id]);
  // The head has it by now.
  expect(preview.json.entries).toMatchObject([{ verdict: 'clean', message: 'The head has all of it already.' }]);
  const queue = await desk.ask<MergePreview>(['patch', 'preview', '--run', run.run_id]);
  expect(queue.json.entries).toEqual([]);
});

test('what is for a person is kept, and a merge tool that the project does not have is a problem of the file', async () => {
  project({ on_conflict: ['person'] });
  const { answer, json: run } = await desk.ask<RunShape>(['run', both()]);
  expect(answer.code).toBe(1);
  expect(await conflicted(run)).toMatchObject({ state: 'quarantined' });
  project({ tool: 'writr' });
  const refused = await desk.run(['run', both()]);
  expect(refused.code).toBe(2);
  expect(refused.said).toContain('Did you mean `writer`?');
});
