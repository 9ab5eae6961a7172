// `patchbay review`: what waits for a person's decision, one of them in full, and the decision.
import { type Command, Option } from 'commander';
import type { ReviewView } from '../../../../shared/ipc/review-view.ts';

import type { Service } from '../../../../shared/ports/service.ts';
import type { Act, AddCommand } from '../add-command.ts';
import { type Invocation, withSession } from '../cli-options.ts';
import { addControlOptions, type ControlOptions, commandParams } from '../control-run.ts';
import { findOwnRun } from '../find-run.ts';
import { followRun, INTERRUPTED } from '../follow-run.ts';
import { listLimit } from '../list-limit.ts';
import { type Output, table } from '../output.ts';
import { usage } from '../report-error.ts';
import { reviewDocument, reviewText } from '../review-text.ts';

export const addReview: AddCommand = (program, act) => {
  const group = program.command('review').description('what waits for a person: list, show, approve, reject');
  group
    .command('list')
    .description('what waits for a decision, newest first')
    .option('--run <run>', 'of one run')
    .option('--all', 'with what was decided or withdrawn')
    .option('--limit <n>', 'at most so many (default 1000)', listLimit)
    .action(act(list));
  group
    .command('show')
    .description('one review: the question, the findings, the votes, the patch')
    .argument('<id>', 'id of the review')
    .action(act(show));
  addVote(group, act, 'approve', 'let the patch go on; one in quarantine is replaced by a copy that is judged anew');
  addVote(group, act, 'reject', 'drop the patch; its task fails');
};

interface ListGiven {
  readonly run?: string;
  readonly all?: boolean;
  readonly limit?: number;
}

async function list(call: Invocation, { run, all = false, limit }: ListGiven): Promise<number> {
  const ofRun = run === undefined ? {} : { runId: await findOwnRun(call, run) };
  return withSession(call, 'reader', async ({ service }) => {
    const params = { ...ofRun, all, ...(limit === undefined ? {} : { limit }) };
    const { reviews } = await service.call('review.list', params);
    call.out.result({ reviews: reviews.map(reviewDocument) }, () => listText(reviews, all, call.out));
    return 0;
  });
}

async function show(call: Invocation, id: string): Promise<number> {
  return withSession(call, 'reader', async ({ service }) => {
    const { review } = await service.call('review.show', { reviewId: reviewIdOf(id) });
    const { diff } = await service.call('patch.diff', { patchId: review.patchId });
    call.out.result({ ...reviewDocument(review), diff }, () => `${reviewText(review)}\n\n${diff}`);
    return 0;
  });
}

interface VoteGiven extends ControlOptions {
  readonly by?: string;
  readonly tool?: string;
}

function addVote(group: Command, act: Act, verb: 'approve' | 'reject', description: string): void {
  const command = group
    .command(verb)
    .description(description)
    .argument('<id>', 'id of the review')
    .addOption(
      new Option('--by <name>', 'who decides, where it is not you; written down as it is said').conflicts('tool'),
    )
    .option('--tool <name>', 'a tool says it: written down, and counted for no person');
  addControlOptions(command).action(act((call, id: string, given: VoteGiven) => vote(call, verb, id, given)));
}

/** Where no other process has the engine, this one stays with the run until it stands still. */
function vote(call: Invocation, verb: 'approve' | 'reject', id: string, given: VoteGiven): Promise<number> {
  const reviewId = reviewIdOf(id);
  return withSession(call, 'owner', async (session) => {
    const { service } = session;
    const { review } = await service.call('review.show', { reviewId });
    const { runId, patchId, head } = review;
    const params = { ...commandParams(runId, given), reviewId, patchId, head, ...reviewerOf(given) };
    await service.call(`review.${verb}`, params);
    if (session.inProcess) {
      const end = await followRun(call, service, { start: async () => runId, atInterrupt: 'leave', isTold: false });
      if (end === null) return INTERRUPTED;
    }
    await answer(call, service, reviewId);
    return 0;
  });
}

function reviewerOf({ by, tool }: VoteGiven) {
  if (tool !== undefined) return { reviewer: tool, reviewerKind: 'tool' as const };
  return by === undefined ? {} : { reviewer: by };
}

async function answer({ out }: Invocation, service: Service, reviewId: string): Promise<void> {
  const { review } = await service.call('review.show', { reviewId });
  out.result(reviewDocument(review), () => `${reviewText(review)}\nThe run: patchbay status ${review.runId}`);
}

function reviewIdOf(text: string): string {
  const reviewId = text.toUpperCase();
  if (/^[0-9A-HJKMNP-TV-Z]{26}$/.test(reviewId)) return reviewId;
  const advice = 'The id of a review has 26 letters and digits; `patchbay review list` lists them.';
  throw usage(`\`${text}\` is no review`, advice, { id: text });
}

function listText(reviews: readonly ReviewView[], all: boolean, out: Output): string {
  if (reviews.length === 0) return all ? 'No reviews yet.' : 'Nothing waits for a decision.';
  const rows = reviews.map(({ reviewId, state, taskId, patchId, reason }) => {
    return [reviewId, out.paint('yellow', state), taskId, patchId, reason];
  });
  return table(['REVIEW', 'STATE', 'TASK', 'PATCH', ''], rows);
}
