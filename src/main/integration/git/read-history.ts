// The commits between two points of a run's line, with their trailers.
import type { Git } from '../../../shared/ports/git.ts';
import type { CommitFacts } from '../../../shared/ports/integration.ts';

const FORMAT = '%H%x1f%P%x1f%T%x1f%(trailers:only=true,unfold=true)%x1e';

/** First parents only, newest first, from `head` down to but without `base`. */
export async function readHistory(git: Git, head: string, base: string): Promise<readonly CommitFacts[]> {
  const text = await git.text(
    ['log', '--first-parent', '--no-decorate', `--format=tformat:${FORMAT}`, head, `^${base}`],
    {
      on: 'repository',
    },
  );
  return text
    .split('\x1e')
    .map((record) => record.trimStart())
    .filter((record) => record !== '')
    .map(toFacts);
}

function toFacts(record: string): CommitFacts {
  const [commit = '', parents = '', tree = '', trailers = ''] = record.split('\x1f');
  const pairs = trailers
    .split('\n')
    .map((line) => line.split(': '))
    .filter((parts) => parts.length > 1)
    .map(([key = '', ...value]) => [key, value.join(': ')] as const);
  return { commit, parent: parents.split(' ')[0] || null, tree, trailers: Object.fromEntries(pairs) };
}
