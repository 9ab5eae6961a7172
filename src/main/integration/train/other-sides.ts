// Who on the run's head has touched a path since a patch was begun.
import type { ConflictFile } from '../../../shared/domain/conflict.ts';
import type { Git } from '../../../shared/ports/git.ts';

type OtherSide = NonNullable<ConflictFile['otherSide']>;

interface Commit extends OtherSide {
  readonly paths: readonly string[];
}

interface Line {
  readonly base: string;
  readonly onto: string;
}

const [RECORD, FIELD] = ['\x1e', '\x1f'];
const trailer = (key: string) => `%(trailers:key=${key},valueonly,separator=%x20)`;
const FORMAT = `%x1e%H%x1f${trailer('Patchbay-Patch')}%x1f${trailer('Patchbay-Change')}%x1f`;

/** For each path the newest commit after `base` that changed it, something in it, or what stands in its way. */
export async function otherSides(
  git: Git,
  line: Line,
  paths: readonly string[],
): Promise<readonly (OtherSide | null)[]> {
  const wanted = [...new Set(paths.flatMap((path) => [path, ...foldersOf(path)]))];
  const args = ['log', '--first-parent', '--no-renames', '--name-only', '-z', `--format=tformat:${FORMAT}`];
  const text = await git.text([...args, line.onto, `^${line.base}`, '--', ...wanted], {
    on: 'shadow',
    env: { GIT_LITERAL_PATHSPECS: '1' },
  });
  const commits = text.split(RECORD).flatMap(readCommit);
  return paths.map((path) => {
    const found = commits.find((commit) => commit.paths.some((other) => isAbout(path, other)));
    return found === undefined ? null : { commit: found.commit, changeId: found.changeId };
  });
}

function readCommit(record: string): readonly Commit[] {
  const [commit = '', patchId = '', changeId = '', files = ''] = record.split(FIELD);
  if (commit.trim() === '') return [];
  const paths = files
    .split('\0')
    .map((path) => path.replace(/^\n/, ''))
    .filter((path) => path !== '');
  return [{ commit: commit.trim(), changeId: patchId.trim() || changeId.trim() || null, paths }];
}

function isAbout(path: string, other: string): boolean {
  return other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`);
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(0, -1).map((_, at) => parts.slice(0, at + 1).join('/'));
}
