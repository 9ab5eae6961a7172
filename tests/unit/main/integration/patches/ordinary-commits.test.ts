// Ordinary work passes: commits of this repository and of made-up ones are not refused, and come out as the same tree.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionOf, refuses } from '../../../../../src/shared/domain/action-of.ts';
import type { Finding } from '../../../../../src/shared/domain/patch.ts';
import { toConstraints } from '../../../../../src/shared/plan/effective-policy.ts';
import { capturedTree } from '../../../../fakes/capture-change.ts';
import { candidateOrder, type IntegrationFixture, integrationFixture } from '../../../../fakes/integration-fixture.ts';
import { ordinaryHistory } from './ordinary-history.ts';

/** More with `PATCHBAY_COMMITS=200`. */
const COMMITS = Number(process.env.PATCHBAY_COMMITS ?? 25);
/** Sizes are the policy's to choose; a commit beyond the hard limits is no ordinary one. */
const CONSTRAINTS = { ...toConstraints({}, []), maxFilesChanged: 200, maxLinesChanged: 20_000 };
const ANYWHERE = { read: [], write: [], create: [], forbidden: [] };
/** Over the whole history it is one in sixteen; which commits a sample of twenty-five meets changes with each new one. */
const MOST_REVIEWS = 1 / 3;

let fixture: IntegrationFixture;
beforeAll(async () => {
  fixture = await integrationFixture({ 'README.md': 'first\n' });
});
afterAll(() => fixture.close());

interface Passed {
  readonly refusals: readonly Finding[];
  readonly reviews: readonly Finding[];
  readonly sameTree: boolean;
}

async function pass(parent: string, commit: string): Promise<Passed> {
  const tree = fixture.repo.git('rev-parse', `${commit}^{tree}`);
  const patch = await capturedTree(fixture.git, parent, tree);
  const { diff } = patch;
  const order = { patchId: commit.slice(0, 20), base: parent, tree, diff, scope: ANYWHERE, constraints: CONSTRAINTS };
  const { findings } = await fixture.integration.validate(order);
  const built = await fixture.integration.buildCandidate(candidateOrder(patch, parent, commit.slice(0, 20)));
  return {
    refusals: findings.filter(refuses),
    reviews: findings.filter((one) => actionOf(one) === 'review'),
    sameTree: built.kind === 'built' && built.tree === tree,
  };
}

/** Commits with one parent and their parents, newest first, within the hard limits. */
function commitsOf(ref: string): readonly (readonly [string, string])[] {
  const rows = fixture.repo.git('log', '--no-merges', '--shortstat', '--format=%x00%H %P', ref).split('\0').slice(1);
  return rows.flatMap((row) => {
    const [, commit = '', parent] = /^(\S+) (\S+)$/m.exec(row) ?? [];
    const counts = [...row.matchAll(/(\d+) (file|insertion|deletion)/g)];
    const of = (what: string) => Number(counts.find(([, , one]) => one === what)?.[1] ?? 0);
    const isSmall = of('file') <= 200 && of('insertion') + of('deletion') <= 20_000 && counts.length > 0;
    return parent !== undefined && isSmall ? [[commit, parent] as const] : [];
  });
}

function ownHistory(): boolean {
  try {
    return execFileSync('git', ['rev-list', '--count', 'HEAD'], { encoding: 'utf8' }).trim() !== '1';
  } catch {
    return false;
  }
}

async function passAll(commits: readonly (readonly [string, string])[]) {
  const told: string[] = [];
  let reviewed = 0;
  for (const [commit, parent] of commits) {
    const { refusals, reviews, sameTree } = await pass(parent, commit);
    expect(refusals, `commit ${commit}`).toEqual([]);
    expect(sameTree, `commit ${commit} comes out as another tree`).toBe(true);
    if (reviews.length > 0) reviewed += 1;
    told.push(
      ...reviews.map(({ rule, path, line, message }) => `${commit.slice(0, 8)} ${rule} ${path}:${line} ${message}`),
    );
  }
  return { reviewed, told };
}

describe('ordinary commits', () => {
  it.runIf(ownHistory())(
    'of this repository pass, and few of them go to a person',
    async () => {
      fixture.repo.git('fetch', '-q', process.cwd(), 'HEAD:refs/heads/own');
      const all = commitsOf('refs/heads/own');
      const step = Math.max(1, Math.floor(all.length / COMMITS));
      const some = all.filter((_, at) => at % step === 0);
      const { reviewed, told } = await passAll(some);
      console.info(
        `${reviewed} of ${some.length} commits of this repository would go to a person:\n${told.join('\n')}`,
      );
      expect(reviewed / some.length).toBeLessThanOrEqual(MOST_REVIEWS);
    },
    300_000,
  );

  it('of a history in many languages pass, and none of them goes to a person', async () => {
    const { repo } = fixture;
    const first = repo.git('rev-parse', 'HEAD');
    for (const { message, files } of ordinaryHistory()) repo.commit(files, message);
    const commits = commitsOf(`${first}..HEAD`);
    expect(commits.length).toBe(ordinaryHistory().length);
    const { told } = await passAll(commits);
    expect(told).toEqual([]);
  }, 120_000);
});
