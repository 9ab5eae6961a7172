// What a foreign diff makes of a commit, found out by git on a private index: no working folder, nothing of it is run.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git, GitCall } from '../../../shared/ports/git.ts';
import type { StagedPatch, StageOrder } from '../../../shared/ports/workspaces.ts';
import { describeChange } from './capture-workspace.ts';

/** What `git apply --verbose` says of a hunk that was found elsewhere than it says. */
const OFFSET = /^Hunk #(\d+) succeeded at (\d+)(?: \(offset (-?\d+) lines?\))?/;
const CHECKING = /^Checking patch (.*)\.\.\.$/;
const REASON_LENGTH = 600;

/**
 * `diff` has passed the strict reader, so that its size and that of its binary files are bounded. Rejects with `E_GIT`;
 * a diff that does not fit is an answer.
 */
export async function stagePatch(git: Git, { useId, diff, base }: StageOrder): Promise<StagedPatch> {
  // git calls it an error.
  if (diff.length === 0) return { kind: 'staged', patch: null, offsets: [] };
  const indexFile = join(git.shadowDir, `stage-${useId}.index`);
  const call: GitCall = { on: 'shadow', indexFile };
  const clear = () => Promise.all([indexFile, `${indexFile}.lock`].map((file) => rm(file, { force: true })));
  await clear();
  try {
    await git.run(['read-tree', base], call);
    const apply = ['apply', '--cached', '--binary', '--verbose', '--whitespace=nowarn', '-'];
    const { exitCode, stderr } = await git.run(apply, { ...call, input: diff, ok: [0, 1, 128] });
    if (exitCode !== 0) return { kind: 'refused', reason: reasonOf(stderr) };
    const tree = await git.text(['write-tree'], call);
    return { kind: 'staged', patch: await describeChange(git, { base, tree, work: '' }), offsets: offsetsOf(stderr) };
  } finally {
    await clear();
  }
}

function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').flatMap((line) => /^error: (.*[^:])$/.exec(line)?.[1] ?? []);
  const said = lines.join('; ');
  return (said === '' ? stderr.trim() : said).slice(0, REASON_LENGTH);
}

/** Sentences, one for each hunk that was moved. */
function offsetsOf(stderr: string): readonly string[] {
  const moved: string[] = [];
  let path = '';
  for (const line of stderr.split('\n')) {
    path = CHECKING.exec(line)?.[1] ?? path;
    const found = OFFSET.exec(line);
    if (found?.[3] !== undefined)
      moved.push(`Hunk ${found[1]} of ${path} fits ${found[3]} lines off, at line ${found[2]}`);
  }
  return moved;
}
