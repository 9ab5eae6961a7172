// Reviews through the real command line: a run that waits for a person, and what the person decides.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunShape } from './cli-shapes.ts';
import { type Desk, openDesk } from './patchbay-program.ts';
import { planDocument, scriptTask } from './plan-document.ts';

interface ReviewShape {
  readonly review_id: string;
  readonly run_id: string;
  readonly task_id: string;
  readonly patch_id: string;
  readonly state: string;
  readonly trigger: string;
  readonly approvals_needed: number;
  readonly findings: readonly { readonly rule: string; readonly path: string }[];
  readonly votes: readonly { readonly verdict: string; readonly reviewer: { readonly name: string } }[];
}

let desk: Desk;
beforeEach(() => {
  desk = openDesk('reviews');
  desk.repository.commit({ 'a.txt': 'a\n' });
});
afterEach(() => desk.remove());

const write = (path: string) => [{ write: path, text: 'x\n' }];
const policy = (limits: object) => ({ constraints: { patch: limits } });
const openReviews = async () => (await desk.ask<{ reviews: readonly ReviewShape[] }>(['review', 'list'])).json.reviews;

async function onlyReview(): Promise<ReviewShape> {
  const [review, ...more] = await openReviews();
  expect(more).toEqual([]);
  if (review === undefined) throw new Error('nothing waits for a decision');
  return review;
}

test('a plain run waits with exit 3, what does not depend on the patch is done, and it goes on once approved', async () => {
  const plan = planDocument([
    scriptTask('held', write('held.txt'), policy({ min_reviewers: 1 })),
    scriptTask('after', write('after.txt'), { depends_on: ['held'] }),
    scriptTask('free', write('free.txt')),
  ]);
  const { answer, json: run } = await desk.ask<RunShape>(['run', desk.plan(plan)]);
  expect(answer.code).toBe(3);
  expect(run).toMatchObject({ state: 'running', control: 'waiting' });
  const states = Object.fromEntries(run.tasks.map(({ task_id, state }) => [task_id, state]));
  expect(states).toEqual({ held: 'validating', after: 'pending', free: 'completed' });
  const review = await onlyReview();
  expect(review).toMatchObject({ run_id: run.run_id, task_id: 'held', state: 'open', trigger: 'policy' });
  expect(run.waiting.find(({ id }) => id === 'held')?.freed_by).toContain(review.review_id);
  // Resumed without a decision, it still waits.
  expect((await desk.run(['resume', run.run_id])).code).toBe(3);

  const id = '01J0000000000000000000VQTE';
  const approve = ['review', 'approve', review.review_id, '--by', 'ann', '--why', 'as agreed', '--command-id', id];
  const first = await desk.ask<ReviewShape>(approve);
  expect(first.answer.code).toBe(0);
  expect(first.json).toMatchObject({ state: 'approved', votes: [{ verdict: 'approve', reviewer: { name: 'ann' } }] });
  const again = await desk.ask<ReviewShape>(approve);
  expect(again.json).toEqual(first.json);
  const late = await desk.run(['review', 'reject', review.review_id]);
  expect(late.code).toBe(2);
  expect(late.said).toMatch(/has ended|is approved/);
  const end = await desk.ask<RunShape>(['status', run.run_id]);
  expect(end.json.state).toBe('succeeded');
  expect(desk.repository.git('show', `${end.json.head}:held.txt`)).toBe('x');
  expect((await desk.run(['verify', run.run_id])).code).toBe(0);
  expect(await openReviews()).toEqual([]);
});

test('a rejected patch is dropped, its task fails, and nothing of it is committed', async () => {
  const plan = desk.plan(planDocument([scriptTask('held', write('held.txt'), policy({ min_reviewers: 1 }))]));
  const { json: run } = await desk.ask<RunShape>(['run', plan]);
  const review = await onlyReview();
  const shown = await desk.run(['review', 'show', review.review_id]);
  expect(shown.stdout).toContain('+x');
  expect((await desk.run(['review', 'reject', review.review_id, '--why', 'not now'])).code).toBe(0);
  const { json: end } = await desk.ask<RunShape>(['status', run.run_id]);
  expect(end).toMatchObject({ state: 'failed', head: end.base });
  expect(end.patches).toMatchObject([{ state: 'dropped' }]);
});

test('two reviewers have to be different persons', async () => {
  const plan = desk.plan(planDocument([scriptTask('held', write('held.txt'), policy({ min_reviewers: 2 }))]));
  await desk.run(['run', plan]);
  const { review_id: id } = await onlyReview();
  const one = await desk.ask<ReviewShape>(['review', 'approve', id, '--by', 'ann']);
  expect(one.json).toMatchObject({ state: 'in_review', approvals_needed: 2 });
  expect((await desk.run(['review', 'approve', id, '--by', 'ann'])).code).toBe(2);
  expect((await desk.ask<ReviewShape>(['review', 'approve', id, '--tool', 'claude'])).json.state).toBe('in_review');
  expect((await desk.ask<ReviewShape>(['review', 'approve', id, '--by', 'ben'])).json.state).toBe('approved');
});

test('a patch in quarantine is released by a replacement with the same bytes', async () => {
  const outside = scriptTask('held', write('elsewhere/held.txt'), {
    resource_scope_delta: { write: ['src/**'], create: ['src/**'] },
  });
  const { json: run } = await desk.ask<RunShape>(['run', desk.plan(planDocument([outside])), '--keep-open']);
  const review = await onlyReview();
  expect(review).toMatchObject({ trigger: 'refused', findings: [{ rule: 'scope', path: 'elsewhere/held.txt' }] });
  await desk.run(['review', 'approve', review.review_id]);
  const { json: end } = await desk.ask<RunShape>(['status', run.run_id]);
  expect(end.state).toBe('succeeded');
  expect(end.patches.map(({ state }) => state)).toEqual(['dropped', 'committed']);
  expect((await desk.run(['verify', run.run_id])).code).toBe(0);
});
