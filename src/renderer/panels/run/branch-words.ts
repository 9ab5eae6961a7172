// A branch as people say it.

/** `refs/heads/main` → `main`; null, a detached head, is a commit. */
export function branchWords(branch: string | null): string {
  return branch === null ? 'a commit' : branch.replace(/^refs\/heads\//, '');
}
