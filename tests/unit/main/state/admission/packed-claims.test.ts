// Claims survive a snapshot: who has them, who waits for them, and that tasks share them.
import { expect, test } from 'vitest';
import { packRun, unpackRun } from '../../../../../src/main/state/pack-run.ts';
import { present } from '../../../../../src/shared/lib/assert.ts';
import { makePlan, makeTask } from '../../../../fakes/make-plan.ts';
import { openRun } from '../../engine/open-run.ts';

test('a run that is packed and unpacked has the same claims in the same hands', () => {
  const scope = { read: [], write: ['src/**'], create: [], forbidden: [] };
  const shared = { scope, scopeBy: { write: 'workstream WS', read: null } };
  const tasks = [
    makeTask({ taskId: 'a', ...shared }),
    makeTask({ taskId: 'b', ...shared }),
    makeTask({ taskId: 'c', conflictGroup: 'g' }),
    makeTask({ taskId: 'd', conflictGroup: 'g' }),
  ];
  const { run } = openRun(makePlan({ tasks }));
  const copy = unpackRun(structuredClone(packRun(run)));
  const task = (id: string) => present(copy.tasks.get(id), id);
  const group = present(copy.claims.get('group:g'), 'the group');
  expect([...group.holders]).toEqual([task('c')]);
  expect([...group.waiting]).toEqual([task('d')]);
  expect(task('d').claims[0]).toBe(group);
  const files = present(copy.claims.get('write:workstream WS'), 'the files');
  expect([...files.holders].map((one) => one.plan.taskId)).toEqual(['a', 'b']);
  expect([...(copy.claimTree.children.get('src')?.globs.get('src/**') ?? [])]).toEqual([files]);
  expect(copy.holds.get('group:g')).toEqual([task('d')]);
});
