// Asks git, in one process, which files a repository has that it does not ignore; the answer is read as it comes.
import { spawn } from 'node:child_process';
import { LIMITS } from '../../../shared/domain/limits.ts';
import { PatchbayError } from '../../../shared/lib/errors.ts';

export interface FileList {
  /** Relative to the root, with `/`, in git's order, each once. */
  readonly paths: readonly string[];
  /** True when there are more than {@link LIMITS.discoveryFiles}: git was stopped there. */
  readonly cut: boolean;
}

/** Tracked files and new ones that are not ignored. No hook and no file monitor of the repository is started. */
export async function listFiles(root: string, limit: number = LIMITS.discoveryFiles): Promise<FileList> {
  const args = [
    '-c',
    'core.fsmonitor=false',
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ];
  const git = spawn('git', args, { cwd: root, windowsHide: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const timer = setTimeout(() => git.kill(), LIMITS.gitTimeoutMs);
  const ended = new Promise<number | null>((settle, reject) => {
    git.once('error', (error) => reject(fault(root, error.message)));
    git.once('close', settle);
  });
  // Without this a git that cannot be started would be an unhandled rejection while its output is awaited.
  ended.catch(() => {});
  let said = '';
  git.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < 4_000) said += text;
  });
  try {
    const list = await read(git.stdout, limit);
    if (list.cut) git.kill();
    const code = await ended;
    if (code !== 0 && !list.cut) throw fault(root, said.trim() || `git ended with ${code ?? 'a signal'}`);
    return list;
  } finally {
    clearTimeout(timer);
  }
}

async function read(output: AsyncIterable<Buffer>, limit: number): Promise<FileList> {
  const paths: string[] = [];
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of output) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\0');
    rest = parts.pop() ?? '';
    for (const path of parts) {
      // A repository inside this one that git does not know is listed as a folder.
      if (path.endsWith('/')) continue;
      if (paths.length === limit) return { paths, cut: true };
      paths.push(path);
    }
  }
  return { paths, cut: false };
}

function fault(root: string, reason: string): PatchbayError {
  return new PatchbayError('E_GIT', `git cannot list the files of ${root}: ${reason}`, 'Try `git ls-files` there.', {
    root,
  });
}
